import { type Infer, list, part, text } from './schema.ts';

const strings = list(text);

/** One rule of a Role or a ClusterRole. */
export const PolicyRule = part({
  verbs: strings,
  apiGroups: strings,
  resources: strings,
  resourceNames: strings,
  nonResourceURLs: strings,
});
export type PolicyRule = Infer<typeof PolicyRule>;

/**
 * A rule as a sentence fragment, the core group unnamed: `get, list on pods, pods/log`,
 * `every verb on deployments of apps`, `update on leases of coordination.k8s.io named scheduler`.
 */
export function ruleLine({ verbs, apiGroups, resources, ...rule }: PolicyRule): string {
  const does = anyOr(verbs, 'every verb');
  if (rule.nonResourceURLs.length > 0) {
    return `${does} on ${anyOr(rule.nonResourceURLs, 'every path')}`;
  }
  const what = anyOr(resources, 'every resource');
  const named = rule.resourceNames.length > 0 ? ` named ${rule.resourceNames.join(', ')}` : '';
  return `${does} on ${what}${groups(apiGroups)}${named}`;
}

function anyOr(values: readonly string[], any: string): string {
  return values.includes('*') ? any : values.join(', ');
}

function groups(apiGroups: readonly string[]): string {
  if (apiGroups.includes('*')) return ' of every group';
  if (apiGroups.every((group) => group === '')) return '';
  return ` of ${apiGroups.map((group) => group || 'core').join(', ')}`;
}
