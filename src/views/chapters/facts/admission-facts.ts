import type { Entry } from '#model/model.ts';
import {
  type AdmissionStep,
  type Asked,
  admissionWebhooks,
  isAskedAbout,
  isNarrowed,
  policiesAbout,
  webhookResources,
} from '#views/chapters/admission.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { join, linksTo, spell } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

const deployments: Asked = { group: 'apps', plural: 'deployments' };
const pods: Asked = { group: '', plural: 'pods' };

/** Webhooks that are asked about new objects of a resource, by name, each a link to its configuration. */
function asked(cluster: Cluster, step: AdmissionStep, about: Asked): FactValue {
  const found = admissionWebhooks(cluster).filter(
    (webhook) => webhook.step === step && isAskedAbout(webhook, about),
  );
  const shown = found.slice(0, 3).map(({ configuration, fields }): Prose[] => [
    {
      type: 'link',
      href: cluster.links.object(configuration.id),
      children: [code(fields.name ?? configuration.object.metadata.name)],
    },
  ]);
  const rest = found.length - shown.length;
  if (found.length === 0) return undefined;
  return enumerate(rest > 0 ? [...shown, [text(`${rest} more`)]] : shown);
}

const about = [deployments, pods];
const steps: readonly AdmissionStep[] = ['mutating', 'validating'];

function policies(cluster: Cluster): readonly Entry[] {
  const found = about.flatMap((resource) =>
    steps.flatMap((step) => policiesAbout(cluster, step, resource)),
  );
  return [...new Set(found)];
}

/** `shown to one webhook and checked by one policy`: who has a say besides what is built in. */
function checks(cluster: Cluster): FactValue {
  const found = admissionWebhooks(cluster).filter((webhook) =>
    about.some((resource) => isAskedAbout(webhook, resource)),
  );
  const few = found.filter(isNarrowed).length;
  const some =
    few === 0
      ? ''
      : few === found.length
        ? ' for some namespaces'
        : ', some of them not for every namespace';
  const count = policies(cluster).length;
  const words = [
    ...(found.length > 0 ? [`shown to ${spell(found.length, 'webhook')}${some}`] : []),
    ...(count > 0 ? [`checked by ${spell(count, 'admission policy', 'admission policies')}`] : []),
  ];
  return words.length === 0 ? undefined : join(words);
}

function isStock(cluster: Cluster): boolean {
  return (
    checks(cluster) === undefined &&
    webhookResources.every((name) => capturedOf(cluster, name) === 'complete')
  );
}

function linked(cluster: Cluster, entries: readonly Entry[]): FactValue {
  return entries.length === 0 ? undefined : linksTo(cluster, entries);
}

/** Namespaces in which an object of a kind has a say, each a link to it. */
function inNamespaces(cluster: Cluster, kind: string): FactValue {
  const found = all(cluster, kind).map(({ id, object }): Prose[] => [
    {
      type: 'link',
      href: cluster.links.object(id),
      children: [code(object.metadata.namespace ?? '')],
    },
  ]);
  const rest = found.length - 4;
  if (found.length === 0) return undefined;
  return enumerate(rest > 0 ? [...found.slice(0, 4), [text(`${rest} more`)]] : found);
}

/** What a new Deployment, and the Pods made for it, are shown to on their way into the datastore. */
export const admissionFacts = {
  'apply.checks': checks,
  'apply.stock': isStock,
  'apply.say': (cluster) =>
    checks(cluster) !== undefined ||
    ['LimitRange', 'ResourceQuota'].some((kind) => all(cluster, kind).length > 0),
  'apply.mutating': (cluster) => asked(cluster, 'mutating', deployments),
  'apply.validating': (cluster) => asked(cluster, 'validating', deployments),
  'apply.pod-mutating': (cluster) => asked(cluster, 'mutating', pods),
  'apply.pod-validating': (cluster) => asked(cluster, 'validating', pods),
  'apply.mutating-policy': (cluster) =>
    linked(cluster, policiesAbout(cluster, 'mutating', deployments)),
  'apply.validating-policy': (cluster) =>
    linked(cluster, policiesAbout(cluster, 'validating', deployments)),
  'apply.pod-mutating-policy': (cluster) =>
    linked(cluster, policiesAbout(cluster, 'mutating', pods)),
  'apply.pod-validating-policy': (cluster) =>
    linked(cluster, policiesAbout(cluster, 'validating', pods)),
  'apply.limit-ranges': (cluster) => inNamespaces(cluster, 'LimitRange'),
  'apply.quotas': (cluster) => inNamespaces(cluster, 'ResourceQuota'),
  'policies.count': (cluster) => {
    const { length } = [
      'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
      'MutatingAdmissionPolicy.admissionregistration.k8s.io',
    ].flatMap((kind) => all(cluster, kind));
    return length === 0 ? undefined : spell(length, 'admission policy', 'admission policies');
  },
} satisfies FactTable;
