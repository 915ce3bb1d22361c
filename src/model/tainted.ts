import type { Toleration } from '#kinds/reference.ts';
import { isFields } from '#snapshot/fields.ts';
import type { Entry } from './model.ts';

/** Those Nodes with a taint that keeps pods away, and for which there is a toleration. */
export function tainted(
  nodes: readonly Entry[],
  tolerations: readonly Toleration[],
): readonly Entry[] {
  return nodes.filter(({ object }) =>
    taintsOf(object['spec']).some((taint) => tolerations.some((each) => tolerates(each, taint))),
  );
}

/** A Node has few taints, and few Nodes have any: reading them each time costs little. */
function taintsOf(spec: unknown): readonly Readonly<Record<string, unknown>>[] {
  const taints = isFields(spec) ? spec['taints'] : undefined;
  return Array.isArray(taints) ? taints.filter(isFields) : [];
}

/**
 * Whether a toleration lets pods onto nodes with a taint that keeps others away.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export function tolerates(
  { key, operator = 'Equal', value = '', effect }: Toleration,
  taint: Readonly<Record<string, unknown>>,
): boolean {
  // `PreferNoSchedule` keeps no pod away, so nothing needs to tolerate it.
  if (taint['effect'] === 'PreferNoSchedule') return false;
  if (effect && effect !== taint['effect']) return false;
  if (key && key !== taint['key']) return false;
  if (operator === 'Exists') return true;
  return Boolean(key) && value === (taint['value'] ?? '');
}
