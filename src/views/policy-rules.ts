import { PolicyRule } from '#kinds/parts/policy-rule.ts';
import { list, part } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** One rule of a Role or ClusterRole as a row: who has the role may do this to that. */
export interface RuleRow {
  /** `get, list, watch`; `every verb`. */
  readonly verbs: string;
  /** Resources a line each, or paths of the API server that are no resources. */
  readonly targets: readonly string[];
  /** `core`, `apps`; nothing for paths. */
  readonly groups: string;
  /** Objects the rule ends at, if it names any. */
  readonly names: readonly string[];
  /** Field of the rule. */
  readonly path: string;
  /** Grants every verb on every resource. */
  readonly isEverything: boolean;
}

const readRules = part({ rules: list(PolicyRule) });
const kinds = new Set(['Role', 'ClusterRole']);
const group = 'rbac.authorization.k8s.io/';

function anyOr(values: readonly string[], any: string): readonly string[] {
  return values.includes('*') ? [any] : values;
}

function ruleRow(rule: PolicyRule, index: number): RuleRow {
  const { verbs, resources, nonResourceURLs, apiGroups, resourceNames } = rule;
  const paths = anyOr(nonResourceURLs, 'every path');
  return {
    verbs: anyOr(verbs, 'every verb').join(', '),
    targets: paths.length > 0 ? paths : anyOr(resources, 'every resource'),
    groups:
      paths.length > 0
        ? ''
        : anyOr(apiGroups, 'every group')
            .map((name) => name || 'core')
            .join(', '),
    names: resourceNames,
    path: `rules[${index}]`,
    isEverything: [verbs, resources, apiGroups].every((values) => values.includes('*')),
  };
}

/** The rules of a Role or ClusterRole, in its own order; none for other kinds. */
export function ruleRows(object: KubeObject): readonly RuleRow[] {
  if (!kinds.has(object.kind) || !object.apiVersion.startsWith(group)) return [];
  return (readRules.read(object)?.rules ?? []).map(ruleRow);
}
