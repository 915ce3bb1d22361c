import type { Category } from '#kinds/kind.ts';

/**
 * A kind in the plural, as people write it: `('NetworkPolicy', 'networkpolicies')` →
 * `'NetworkPolicies'`. The capitals are the kind's, the ending is the resource's.
 */
export function pluralKind(kind: string, plural: string): string {
  const lower = kind.toLowerCase();
  let common = 0;
  while (common < lower.length && lower[common] === plural[common]) common++;
  // A plural with another stem (`kind: Foo`, `plural: bars`) has no capitals to take over.
  return common * 2 < lower.length ? plural : kind.slice(0, common) + plural.slice(common);
}

/** Heading of each category, in the order in which the site lists them. */
export const categoryNames = {
  workload: 'Workloads',
  network: 'Network',
  config: 'Configuration',
  storage: 'Storage',
  access: 'Access',
  machine: 'Cluster',
  extension: 'Extensions',
} as const satisfies Record<Category, string>;
