import type { Model } from '#model/model.ts';
import type { Evidence } from '#model/problems/problem.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { pluralKind } from '#views/kind-name.ts';
import type { Links } from '#views/links.ts';
import type { Ref } from '#views/ref.ts';
import { refTo } from '#views/refs.ts';
import { readableObject, yamlDocument } from '#views/yaml.ts';
import { lineOf } from '#views/yaml-line-of.ts';

/** What shows a problem, as a page tells it. */
export type EvidenceLine =
  | {
      readonly type: 'field';
      readonly ref: Ref;
      /** Whether the object is the one that the evidence is told of, or that of the line before. */
      readonly isSame: boolean;
      readonly path: string;
      readonly value: string;
      /** The line of the YAML that holds the field, where a page shows it. */
      readonly href?: string | undefined;
    }
  | { readonly type: 'absent'; readonly text: string };

/** Where evidence is told. */
interface Site {
  readonly model: Model;
  readonly links: Links;
  /** The object that the evidence is told of, which need not be named. */
  readonly subject: ObjectId;
  /** The object of the page, if it is one's. */
  readonly page?: ObjectId | undefined;
  /** Line of a field in that object's YAML. */
  readonly lineOf?: ((path: string) => number | undefined) | undefined;
}

/** Evidence with the place where a reader can look it up. */
export function evidenceLines(site: Site, evidence: readonly Evidence[]): readonly EvidenceLine[] {
  return evidence.map((each, i) => {
    if (each.type === 'absent') return { type: 'absent', text: absentText(site.model, each) };
    const before = evidence[i - 1];
    const isSame =
      each.object === site.subject || (before?.type === 'field' && before.object === each.object);
    return {
      type: 'field',
      ref: refTo(site.model, each.object, site.links.object),
      isSame,
      path: each.path,
      value: each.value,
      href: hrefOf(site, each.object, each.path),
    };
  });
}

/** A longer value is cut: a page of an object has all of it. */
const maxValue = 160;

/** A value as a line of a list shows it. */
export function shortValue(value: string): string {
  return value.length <= maxValue ? value : `${value.slice(0, maxValue)}…`;
}

function hrefOf(site: Site, id: ObjectId, path: string): string | undefined {
  const { model, links, page } = site;
  const entry = model.get(id);
  if (entry === undefined || model.home(id) !== id) return undefined;
  if (id === page) {
    const line = site.lineOf?.(path);
    return line === undefined ? undefined : `#L${line}`;
  }
  const line = lineIn(model, id, path);
  return line === undefined ? links.object(id) : `${links.object(id)}#L${line}`;
}

/** The line of a field in the YAML on the page of an object. */
function lineIn(model: Model, id: ObjectId, path: string): number | undefined {
  const entry = model.get(id);
  if (entry === undefined) return undefined;
  const { object } = readableObject(entry.object);
  return lineOf(yamlDocument(object), object, path);
}

function absentText(
  model: Model,
  { kind, namespace, sought, by, among }: Extract<Evidence, { type: 'absent' }>,
): string {
  const plural = pluralKind(
    kind.kind,
    model.resourceOf(kind)?.plural ?? `${kind.kind.toLowerCase()}s`,
  );
  const place = namespace === undefined ? 'the cluster' : namespace;
  if (among === 0) return `All of ${place} was read for ${plural}: there is none.`;
  if (by === 'labels')
    return `None of the ${among.toLocaleString('en')} ${plural} of ${place} matches ${sought}.`;
  if (among === 1) return `The one ${kind.kind} of ${place} has another name.`;
  return `All ${among.toLocaleString('en')} ${plural} of ${place} were captured, and ${sought} is not among them.`;
}
