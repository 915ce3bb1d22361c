import type { NamedTarget, Reference, Target } from '#kinds/reference.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { KindPool, KindPools } from './kind-pools.ts';
import type { Dangling, Edge, Entry } from './model.ts';

/** What a reference leads to: an edge per object, or the reason why there is none. */
export type Resolved =
  | { readonly found: true; readonly edges: readonly Edge[] }
  | { readonly found: false; readonly dangling: Dangling };

/** Follows one reference that `from` writes. */
export function resolve(reference: Reference, from: Entry, pools: KindPools): Resolved {
  const { relation, path, detail, to } = reference;
  const pool = pools(to);
  const namespace = pool.namespaced ? namespaceOf(to, from) : undefined;
  const targets =
    to.by === 'name' ? named(pool, namespace, to) : pool.select(namespace, to.selector);
  if (targets.length > 0) {
    const edges = targets.map(({ id }) => ({ from: from.id, to: id, relation, path, detail }));
    return { found: true, edges };
  }
  const reason = reasonOf(reference, pool.holdsAll(namespace));
  const sought =
    to.by === 'name' ? objectId({ ...pool.kind, namespace, name: to.name }) : undefined;
  return { found: false, dangling: { from: from.id, reference, to: sought, reason } };
}

/** A name without a namespace is one of the referrer's own; a selector without one spans them all. */
function namespaceOf(to: Target, from: Entry): string | undefined {
  const own = to.by === 'name' ? from.object.metadata.namespace : undefined;
  return to.namespace || own || undefined;
}

function named(
  pool: KindPool,
  namespace: string | undefined,
  { name, uid }: NamedTarget,
): readonly Entry[] {
  const entry = pool.named(namespace, name);
  if (entry === undefined) return [];
  const actual = entry.object.metadata.uid;
  // Another uid is another object, made after the one that is meant was deleted.
  return uid && actual && uid !== actual ? [] : [entry];
}

function reasonOf({ to, optional }: Reference, captured: boolean): Dangling['reason'] {
  if (!captured) return 'not-captured';
  if (optional) return 'optional';
  return to.by === 'selector' ? 'nothing-selected' : 'missing';
}
