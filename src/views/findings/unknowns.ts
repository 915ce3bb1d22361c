import type { Model } from '#model/model.ts';
import type { ProblemCode } from '#model/problems/problem.ts';
import { unreadResources } from '#model/problems/unread.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { pluralKind } from '#views/kind-name.ts';
import { count } from '#views/words.ts';

const core = (kind: string): GroupKind => ({ group: '', kind });
const pod = core('Pod');
const service = core('Service');
const budget: GroupKind = { group: 'policy', kind: 'PodDisruptionBudget' };
const job: GroupKind = { group: 'batch', kind: 'Job' };
const policy: GroupKind = { group: 'networking.k8s.io', kind: 'NetworkPolicy' };
const webhooks: readonly GroupKind[] = ['Mutating', 'Validating'].map((prefix) => ({
  group: 'admissionregistration.k8s.io',
  kind: `${prefix}WebhookConfiguration`,
}));
const workloads: readonly GroupKind[] = [
  ...['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => ({ group: 'apps', kind })),
  { group: 'batch', kind: 'CronJob' },
];

/** Kinds that must have been read in full for "none found" to mean that there is none. */
const needs = {
  'missing-reference': [],
  'crash-loop': [pod],
  'image-pull': [pod],
  unschedulable: [pod],
  'failed-job': [job],
  'not-ready': [pod, core('Node'), ...workloads],
  'webhook-nowhere': [...webhooks, service],
  'empty-service': [service, pod],
  'full-quota': [core('ResourceQuota')],
  'blocked-drain': [budget],
  'shared-budget': [budget, pod],
  'removed-api': [],
  'deprecated-api': [],
  'empty-policy': [budget, policy, pod],
  'shared-service': [service, pod],
  'latest-tag': [pod, ...workloads],
  'missing-requests': [...workloads, core('LimitRange')],
  'unused-claim': [core('PersistentVolumeClaim')],
  'unused-config': [core('ConfigMap'), core('Secret')],
} as const satisfies Record<ProblemCode, readonly GroupKind[]>;

/** Codes that need more than whole lists of some kinds. */
const also: Readonly<Partial<Record<ProblemCode, (model: Model) => string | undefined>>> = {
  'missing-reference': unreadTargets,
  'removed-api': unknownVersion,
  'deprecated-api': unknownVersion,
  'unused-claim': unreadKinds,
  'unused-config': unreadKinds,
};

/** Why a snapshot cannot show that there is no problem of a code; nothing when it can. */
export function unknownOf(model: Model, code: ProblemCode): string | undefined {
  const unread = needs[code].filter((kind) => !model.holdsAll(kind, undefined));
  if (unread.length === 0) return also[code]?.(model);
  const names = unread.map((kind) =>
    pluralKind(kind.kind, model.resourceOf(kind)?.plural ?? `${kind.kind.toLowerCase()}s`),
  );
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more kinds`] : names;
  return `Not read in full: ${shown.join(', ')}.`;
}

function unreadTargets({ dangling }: Model): string | undefined {
  const unread = dangling.filter(({ reason }) => reason === 'not-captured').length;
  return unread === 0
    ? undefined
    : `${count(unread, 'reference')} ${unread === 1 ? 'leads' : 'lead'} to what was not captured.`;
}

function unknownVersion(model: Model): string | undefined {
  const { snapshot, entries } = model;
  if (snapshot.manifest.cluster.version === undefined)
    return 'The version of the server is not known.';
  const isTold = entries.some(({ object }) => object.metadata.managedFields !== undefined);
  if (!isTold) return 'Nothing tells who wrote the objects: no managedFields were captured.';
  const unread = unreadResources(model).length;
  return unread === 0 ? undefined : `${kindsWere(unread)} not read in full.`;
}

/** Anything that was not read may name a ConfigMap, a Secret or a claim. */
function unreadKinds(model: Model): string | undefined {
  const unread = unreadResources(model).length;
  return unread === 0
    ? undefined
    : `${kindsWere(unread)} not read in full, and may name what seems unused.`;
}

/** `1 kind was`, `3 kinds were`. */
function kindsWere(number: number): string {
  return `${count(number, 'kind')} ${number === 1 ? 'was' : 'were'}`;
}
