import type { NamedTarget, Reference } from '#kinds/reference.ts';
import { type GroupKind, type ObjectId, objectId } from '#snapshot/object-id.ts';
import type { Ledger } from './ledger.ts';
import type { Dangling, Edge, Entry } from './model.ts';
import type { ObjectIndex } from './object-index.ts';

/** What a reference leads to: an edge per object, or the reason why there is none. */
export type Resolved =
  | { readonly found: true; readonly edges: readonly Edge[] }
  | { readonly found: false; readonly dangling: Dangling };

/** Follows one reference that `from` writes. */
export function resolve(
  reference: Reference,
  from: Entry,
  index: ObjectIndex,
  ledger: Ledger,
): Resolved {
  const place = placeOf(reference, from, ledger);
  const { relation, path, detail, to } = reference;
  const targets =
    to.by === 'name'
      ? named(place, to, index)
      : index.select(place.kind, place.namespace, to.selector);
  if (targets.length > 0) {
    const edges = targets.map(({ id }) => ({ from: from.id, to: id, relation, path, detail }));
    return { found: true, edges };
  }
  const reason = reasonOf(reference, ledger.holdsAll(place.kind, place.namespace));
  const sought = to.by === 'name' ? soughtId(place, to) : undefined;
  return { found: false, dangling: { from: from.id, reference, to: sought, reason } };
}

/** Where the target is looked for. */
interface Place {
  readonly kind: GroupKind;
  /** `undefined` for cluster-scoped kinds, and for a selector over all namespaces. */
  readonly namespace: string | undefined;
}

function placeOf({ to }: Reference, from: Entry, ledger: Ledger): Place {
  const kind = ledger.kindMeant(to);
  if (!ledger.isNamespaced(kind)) return { kind, namespace: undefined };
  // A name without a namespace is one of the referrer's own; a selector without one spans them all.
  const own = to.by === 'name' ? from.object.metadata.namespace : undefined;
  return { kind, namespace: to.namespace || own || undefined };
}

function soughtId({ kind, namespace }: Place, { name }: NamedTarget): ObjectId {
  return objectId({ ...kind, namespace, name });
}

function named(place: Place, target: NamedTarget, index: ObjectIndex): readonly Entry[] {
  const entry = index.get(soughtId(place, target));
  if (entry === undefined) return [];
  const actual = entry.object.metadata.uid;
  // Another uid is another object, made after the one that is meant was deleted.
  return target.uid && actual && target.uid !== actual ? [] : [entry];
}

function reasonOf({ to, optional }: Reference, captured: boolean): Dangling['reason'] {
  if (!captured) return 'not-captured';
  if (optional) return 'optional';
  return to.by === 'selector' ? 'nothing-selected' : 'missing';
}
