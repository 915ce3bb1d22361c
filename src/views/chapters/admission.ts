import { policySpec } from '#kinds/parts/admission-policy.ts';
import { formatSelector } from '#kinds/parts/label-selector.ts';
import { type Infer, part, readObject } from '#kinds/parts/schema.ts';
import { WebhookFields } from '#kinds/parts/webhooks.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from './cluster.ts';

/** Whether a webhook may change an object or only refuse it. */
export type AdmissionStep = 'mutating' | 'validating';

/** One webhook of a configuration. */
export interface AdmissionWebhook {
  readonly step: AdmissionStep;
  readonly configuration: Entry;
  readonly fields: Infer<typeof WebhookFields>['webhooks'][number];
}

const kinds = [
  ['mutating', 'MutatingWebhookConfiguration.admissionregistration.k8s.io'],
  ['validating', 'ValidatingWebhookConfiguration.admissionregistration.k8s.io'],
] as const;

/** Resources whose objects are webhook configurations, for questions about coverage. */
export const webhookResources = [
  'mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingwebhookconfigurations.admissionregistration.k8s.io',
] as const;

/** Every webhook of a cluster in the order in which the steps come. */
export function admissionWebhooks(cluster: Cluster): readonly AdmissionWebhook[] {
  return kinds.flatMap(([step, kind]) =>
    all(cluster, kind).flatMap((configuration) =>
      readObject(WebhookFields, configuration.object).webhooks.map((fields) => ({
        step,
        configuration,
        fields,
      })),
    ),
  );
}

/** A resource as rules name it: `{ group: 'apps', plural: 'deployments' }`. */
export interface Asked {
  readonly group: string;
  readonly plural: string;
}

/**
 * Whether the rules of a webhook hold for new objects of a resource. Its selectors may still leave out
 * some: see {@link isNarrowed}.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules
 */
export function isAskedAbout({ fields }: AdmissionWebhook, asked: Asked): boolean {
  return coversNew(fields.rules, asked);
}

type Rules = AdmissionWebhook['fields']['rules'];

function coversNew(rules: Rules, { group, plural }: Asked): boolean {
  return rules.some(
    ({ operations, apiGroups, resources, resourceNames }) =>
      has(operations, 'CREATE') &&
      has(apiGroups, group) &&
      (has(resources, plural) || resources.includes('*/*')) &&
      resourceNames.length === 0,
  );
}

const Policy = part({ spec: part(policySpec) });

/** Policies whose rules hold for new objects of a resource, and which a binding puts in force. */
export function policiesAbout(
  cluster: Cluster,
  step: AdmissionStep,
  asked: Asked,
): readonly Entry[] {
  const kind = step === 'mutating' ? 'MutatingAdmissionPolicy' : 'ValidatingAdmissionPolicy';
  return all(cluster, `${kind}.admissionregistration.k8s.io`).filter((policy) => {
    const { spec } = readObject(Policy, policy.object);
    const isBound = cluster.model.edgesTo(policy.id).some(({ relation }) => relation === 'policy');
    return isBound && coversNew(spec?.matchConstraints?.resourceRules ?? [], asked);
  });
}

/** Whether a webhook is asked only about objects or namespaces with certain labels. */
export function isNarrowed({ fields }: AdmissionWebhook): boolean {
  return (
    formatSelector(fields.namespaceSelector) !== '' || formatSelector(fields.objectSelector) !== ''
  );
}

function has(values: readonly string[], value: string): boolean {
  return values.includes('*') || values.includes(value);
}
