import type {
  LabelSelector,
  NamedTarget,
  Reference,
  SelectedTarget,
  Target,
} from '#kinds/reference.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { KindPool, KindPools } from './kind-pools.ts';
import type { Dangling, Entry } from './model.ts';
import { tainted } from './tainted.ts';

/**
 * Visits the objects that a reference of `from` leads to, in their order.
 *
 * @returns Whether there is any; if not, the reference dangles.
 */
export function visitTargets(
  { to }: Reference,
  from: Entry,
  pools: KindPools,
  visit: (target: Entry) => void,
): boolean {
  if (to.by === 'selector') {
    const targets = selected(to, pools);
    targets.forEach(visit);
    return targets.length > 0;
  }
  // Most references are by name, of which a model has a million: no list of one for each.
  const pool = pools(to);
  const entry = pool.named(namespaceOf(to, from, pool), to.name);
  if (entry === undefined || !isMeant(entry, to)) return false;
  visit(entry);
  return true;
}

function selected(to: SelectedTarget, pools: KindPools): readonly Entry[] {
  const pool = pools(to);
  const namespace = pool.namespaced ? to.namespace || undefined : undefined;
  const found =
    to.namespaces === undefined
      ? pool.select(namespace, to.selector)
      : namespacesOf(to.namespaces, pools).flatMap((each) => pool.select(each, to.selector));
  if (to.tolerations !== undefined) return tainted(found, to.tolerations);
  return to.notAll === true && found.length === pool.size ? [] : found;
}

/**
 * Names of the namespaces with these labels. The label that is the name of each namespace is known
 * without the Namespaces, which a dump may lack.
 */
function namespacesOf(selector: LabelSelector, pools: KindPools): readonly string[] {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const terms = [
    ...Object.entries(matchLabels).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...matchExpressions,
  ];
  const [only] = terms;
  if (only?.key === nameLabel && only.operator === 'In' && terms.length === 1) {
    return [...new Set(only.values)];
  }
  return pools({ group: '', kind: 'Namespace' })
    .select(undefined, selector)
    .map(({ object }) => object.metadata.name);
}

const nameLabel = 'kubernetes.io/metadata.name';

/** What is known of a reference that leads to nothing. */
export function danglingOf(reference: Reference, from: Entry, pools: KindPools): Dangling {
  const { to } = reference;
  const pool = pools(to);
  const namespace = namespaceOf(to, from, pool);
  return {
    from: from.id,
    reference,
    to: to.by === 'name' ? objectId({ ...pool.kind, namespace, name: to.name }) : undefined,
    reason: reasonOf(reference, pool.holdsAll(namespace)),
  };
}

/** A name without a namespace is one of the referrer's own; a selector without one spans them all. */
function namespaceOf(to: Target, from: Entry, { namespaced }: KindPool): string | undefined {
  if (!namespaced) return undefined;
  const own = to.by === 'name' ? from.object.metadata.namespace : undefined;
  return to.namespace || own || undefined;
}

/** Another uid is another object, made after the one that is meant was deleted. */
function isMeant({ object }: Entry, { uid }: NamedTarget): boolean {
  return !uid || !object.metadata.uid || uid === object.metadata.uid;
}

function reasonOf({ to, optional }: Reference, captured: boolean): Dangling['reason'] {
  if (!captured) return 'not-captured';
  if (optional) return 'optional';
  return to.by === 'selector' ? 'nothing-selected' : 'missing';
}
