import {
  type AdmissionStep,
  type Asked,
  admissionWebhooks,
  isAskedAbout,
  isNarrowed,
  webhookResources,
} from '#views/chapters/admission.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { spell } from '#views/chapters/wording.ts';
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

function leadCount(cluster: Cluster): FactValue {
  const found = admissionWebhooks(cluster).filter(
    (webhook) => isAskedAbout(webhook, deployments) || isAskedAbout(webhook, pods),
  );
  if (found.length === 0) return undefined;
  const few = found.filter(isNarrowed).length;
  const some =
    few === 0
      ? ''
      : few === found.length
        ? ' for some namespaces'
        : ', some of them not for every namespace';
  return `${spell(found.length, 'webhook')}${some}`;
}

function isStock(cluster: Cluster): boolean {
  return (
    admissionWebhooks(cluster).every(
      (webhook) => !isAskedAbout(webhook, deployments) && !isAskedAbout(webhook, pods),
    ) && webhookResources.every((name) => capturedOf(cluster, name) === 'complete')
  );
}

/** What a new Deployment, and the Pods made for it, are shown to on their way into the datastore. */
export const admissionFacts = {
  'apply.webhooks': leadCount,
  'apply.stock': isStock,
  'apply.mutating': (cluster) => asked(cluster, 'mutating', deployments),
  'apply.validating': (cluster) => asked(cluster, 'validating', deployments),
  'apply.pod-mutating': (cluster) => asked(cluster, 'mutating', pods),
  'apply.pod-validating': (cluster) => asked(cluster, 'validating', pods),
  'policies.count': (cluster) => {
    const { length } = [
      'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
      'MutatingAdmissionPolicy.admissionregistration.k8s.io',
    ].flatMap((kind) => all(cluster, kind));
    return length === 0 ? undefined : spell(length, 'admission policy', 'admission policies');
  },
} satisfies FactTable;
