/** What ValidatingAdmissionPolicy, MutatingAdmissionPolicy and their bindings share. */
import type { LabelSelector, Reference } from '#kinds/reference.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { formatSelector, labelSelector } from './label-selector.ts';
import { refer } from './refer.ts';
import { ResourceRule, resourceRuleLine } from './resource-rule.ts';
import { type Infer, list, part, text } from './schema.ts';

const Matches = part({
  resourceRules: list(ResourceRule),
  namespaceSelector: labelSelector,
  objectSelector: labelSelector,
});

/** Fields of a policy's `spec` that both kinds of policy have. */
export const policySpec = {
  paramKind: part({ apiVersion: text, kind: text }),
  failurePolicy: text,
  matchConstraints: Matches,
  matchConditions: list(part({ name: text, expression: text })),
};

type PolicyFields = {
  readonly spec?: Infer<ReturnType<typeof part<typeof policySpec>>> | undefined;
};

/** PARAMKIND: what objects can carry parameters of the policy. */
export function paramKindCell({ spec }: PolicyFields): string {
  const paramKind = spec?.paramKind;
  return paramKind === undefined ? '<unset>' : `${paramKind.apiVersion}/${paramKind.kind}`;
}

/** Facts of both policy kinds: what they look at, and when they stay out of the way. */
export const policyFacts = {
  'Looks at': ({ spec }: PolicyFields) =>
    spec?.matchConstraints?.resourceRules.map(resourceRuleLine),
  'Only if': ({ spec }: PolicyFields) =>
    spec?.matchConditions.map(({ name = '', expression = '' }) => `${name}: ${expression}`),
  'Only in namespaces with': ({ spec }: PolicyFields) =>
    formatSelector(spec?.matchConstraints?.namespaceSelector),
  'Only objects with': ({ spec }: PolicyFields) =>
    formatSelector(spec?.matchConstraints?.objectSelector),
  'When it cannot be evaluated': ({ spec }: PolicyFields) =>
    spec?.failurePolicy === 'Ignore' ? 'the request goes through' : 'the request is refused',
};

/** Fields of both binding kinds. */
export const PolicyBindingFields = part({
  spec: part({
    policyName: text,
    paramRef: part({
      name: text,
      namespace: text,
      selector: labelSelector,
      parameterNotFoundAction: text,
    }),
    validationActions: list(text),
    matchResources: Matches,
  }),
});
type PolicyBindingFields = Infer<typeof PolicyBindingFields>;

/**
 * PARAMREF: `namespace/name`, `*` for the namespace of the request (or none: a binding does not say whether
 * its parameters have one); a selector in the form of its Go structure, which is what the server prints.
 */
export function paramRefCell({ spec }: PolicyBindingFields): string {
  const { name, namespace, selector } = spec?.paramRef ?? {};
  if (name) return `${namespace || '*'}/${name}`;
  return selector === undefined ? '<unset>' : goSelector(selector);
}

function goSelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.keys(matchLabels)
    .sort(compareCodePoints)
    .map((key) => `${key}: ${matchLabels[key]},`);
  const terms = matchExpressions.map(
    ({ key, operator, values = [] }) =>
      `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],},`,
  );
  const expressions = `[]LabelSelectorRequirement{${terms.join('')}}`;
  return `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},MatchExpressions:${expressions},}`;
}

/** Facts of both binding kinds: how they narrow what the policy looks at. */
export const policyBindingFacts = {
  'Looks at': ({ spec }: PolicyBindingFields) =>
    spec?.matchResources?.resourceRules.map(resourceRuleLine),
  'Only in namespaces with': ({ spec }: PolicyBindingFields) =>
    formatSelector(spec?.matchResources?.namespaceSelector),
  'Only objects with': ({ spec }: PolicyBindingFields) =>
    formatSelector(spec?.matchResources?.objectSelector),
  Parameters: ({ spec }: PolicyBindingFields) => formatSelector(spec?.paramRef?.selector),
  'When parameters are missing': ({ spec }: PolicyBindingFields) =>
    spec?.paramRef?.parameterNotFoundAction,
};

/**
 * The edge to the policy. The parameters are no edge: only the policy knows what kind they are of.
 *
 * @param kind Of the policy: `ValidatingAdmissionPolicy`.
 */
export function policyReference({ spec }: PolicyBindingFields, kind: string): readonly Reference[] {
  return refer('policy', `${kind}.admissionregistration.k8s.io`, {
    name: spec?.policyName,
    path: 'spec.policyName',
  });
}
