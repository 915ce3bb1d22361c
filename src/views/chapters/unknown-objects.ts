import { matchesGlob } from '#config/glob.ts';
import { type NamedObject, namedObjects } from '#markdown/named-objects.ts';
import type { Chapter } from '#markdown/tree.ts';
import type { Model } from '#model/model.ts';
import { capturedOf, kindNamed, typeNamed } from './coverage.ts';

/** A name that leads nowhere. */
export interface UnknownObject {
  /** In the chapter's file. */
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

function exists(model: Model, { kind, namespace, name = '*' }: NamedObject): boolean {
  const groupKind = kindNamed({ model }, kind);
  return (
    groupKind !== undefined &&
    model
      .ofKind(groupKind)
      .some(
        ({ object: { metadata } }) =>
          (namespace === undefined || metadata.namespace === namespace) &&
          matchesGlob(name, metadata.name),
      )
  );
}

function mistakeOf(named: NamedObject, models: readonly Model[]): UnknownObject | undefined {
  const { kind, namespace, name, line } = named;
  if (models.every((model) => typeNamed({ model }, kind) === undefined)) {
    return {
      line,
      message: `no snapshot has a resource "${kind}".`,
      hint: 'Write its plural, with the group where it has one: pods, deployments.apps.',
    };
  }
  // A chapter may show that a kind has no objects. A name promises one.
  if (name === undefined || models.some((model) => exists(model, named))) return undefined;
  const isSure = models.every((model) => capturedOf({ model }, kind, namespace) === 'complete');
  if (!isSure) return undefined;
  const where = namespace === undefined ? '' : ` in ${namespace}`;
  return {
    line,
    message: `no snapshot has ${kind} "${name}"${where}.`,
    hint: 'Every snapshot holds all objects of that kind. Correct the name or the namespace.',
  };
}

/**
 * What a chapter names and no snapshot has, although it was read in full in each. One that was read in
 * part could be hiding it.
 */
export function unknownObjects(
  chapter: Pick<Chapter, 'blocks'>,
  models: readonly Model[],
): readonly UnknownObject[] {
  if (models.length === 0) return [];
  return namedObjects(chapter).flatMap((named) => mistakeOf(named, models) ?? []);
}
