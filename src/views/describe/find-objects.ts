import { visible } from '#diff/visible.ts';
import type { Entry, Model } from '#model/model.ts';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import { currentGroup } from '#snapshot/object-id.ts';
import { UserError } from '#user-error.ts';
import { resourceNamed } from './named-resource.ts';
import { nearNames } from './near-names.ts';

/** What is to be described. */
export interface Wanted {
  /** A resource as kubectl names it: `pods`, `deploy`, `certificates.cert-manager.io`. */
  readonly resource: string;
  /** All of them without one. */
  readonly name?: string | undefined;
  /** Every one without one. */
  readonly namespace?: string | undefined;
}

/**
 * The objects that are wanted, in the snapshot's order. As for kubectl, a name that no object has is the
 * beginning of the names of several.
 *
 * @throws {UserError} When there are none; it says what is near.
 */
export function findObjects(model: Model, wanted: Wanted): readonly Entry[] {
  const resource = resourceNamed(model.snapshot.manifest, wanted.resource);
  if (resource === undefined) throw unknownResource(model, wanted);
  const group = currentGroup(resource.group, resource.kind);
  const all = model.ofKind({ group, kind: resource.kind });
  const inside = resource.namespaced ? inNamespace(all, wanted.namespace) : all;
  const found = named(inside, wanted.name);
  if (found.length > 0) return found;
  throw wanted.name === undefined
    ? new UserError(`${none(resource, wanted.namespace)}.`, { hint: whyNone(model, resource) })
    : unknownName(model, resource, wanted, all);
}

function inNamespace(all: readonly Entry[], namespace: string | undefined): readonly Entry[] {
  if (namespace === undefined) return all;
  return all.filter(({ object }) => object.metadata.namespace === namespace);
}

function named(all: readonly Entry[], name: string | undefined): readonly Entry[] {
  if (name === undefined) return all;
  const exact = all.filter(({ object }) => object.metadata.name === name);
  return exact.length > 0
    ? exact
    : all.filter(({ object }) => object.metadata.name.startsWith(name));
}

function unknownResource({ snapshot }: Model, { resource }: Wanted): UserError {
  const { id, resources } = snapshot.manifest;
  const near = nearNames(
    resource,
    resources.map(({ plural }) => plural),
  );
  const held = resources.filter(({ count }) => count > 0).map(({ plural }) => plural);
  return new UserError(`Snapshot ${id} has no resource type "${resource}".`, {
    hint:
      near.length > 0
        ? `Did you mean ${visible(near.join(', '))}?`
        : `It holds ${[...new Set(held)].join(', ')}.`,
  });
}

function none({ kind }: Resource, namespace: string | undefined): string {
  return `There is no ${kind}${namespace === undefined ? '' : ` in namespace ${namespace}`}`;
}

/** What the coverage ledger says: that something is not in the snapshot need not mean that it did not exist. */
function whyNone(model: Model, resource: Resource): string {
  const { status, message } = resource;
  const key = resourceKey(resource);
  if (status === 'complete' || status === 'inconsistent') {
    return `Snapshot ${model.snapshot.manifest.id} holds every one of ${key} that existed.`;
  }
  return `The snapshot does not tell: ${key} is ${status}${message ? `, ${message}` : ''}.`;
}

function unknownName(
  model: Model,
  resource: Resource,
  { name = '', namespace }: Wanted,
  all: readonly Entry[],
): UserError {
  const { kind } = resource;
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const elsewhere = named(all, name).map(({ object }) => object.metadata.namespace ?? '');
  const names = inNamespace(all, resource.namespaced ? namespace : undefined);
  const near = nearNames(
    name,
    names.map(({ object }) => object.metadata.name),
  );
  return new UserError(`There is no ${kind} "${name}"${where}.`, {
    hint:
      elsewhere.length > 0
        ? `There is one in ${visible([...new Set(elsewhere)].join(', '))}.`
        : near.length > 0
          ? `Did you mean ${visible(near.join(', '))}?`
          : whyNone(model, resource),
  });
}
