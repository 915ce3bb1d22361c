/**
 * Fields of kinds that have no Pods in them, and those of workloads outside the template, by group and kind.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/
 */
import { byValue, counted, fieldAt, itemsOf, type KeyField, withValue } from './key-field.ts';

const workload: readonly KeyField[] = [
  withValue('spec.replicas', 'That many Pods are wanted; an autoscaler may change it.'),
  byValue('spec.paused', { true: 'A changed template is not rolled out.' }),
  withValue('spec.minReadySeconds', 'A Pod counts after it was ready for {} seconds.'),
];

const rolling: readonly KeyField[] = [
  byValue('spec.strategy.type', {
    Recreate: 'All old Pods end before a new one starts: an update interrupts.',
  }),
  withValue(
    'spec.strategy.rollingUpdate.maxUnavailable',
    'At most {} of the Pods are away during an update.',
  ),
  withValue(
    'spec.strategy.rollingUpdate.maxSurge',
    'At most {} more Pods than wanted run during an update.',
  ),
];

const daemonUpdates: readonly KeyField[] = [
  byValue('spec.updateStrategy.type', {
    OnDelete: 'A new template reaches a Pod only when somebody deletes it.',
  }),
  withValue(
    'spec.updateStrategy.rollingUpdate.maxUnavailable',
    'At most {} of the Pods are away during an update.',
  ),
  withValue(
    'spec.updateStrategy.rollingUpdate.partition',
    'An update stops before the Pod of number {}.',
  ),
];

const job: readonly KeyField[] = [
  // One Pod is what a Job is about, unless somebody says more.
  counted('completions', { other: 'Done when {} Pods have succeeded.' }),
  counted('parallelism', { other: 'At most {} Pods at a time.' }),
  counted('backoffLimit', {
    0: 'Not tried again when it fails.',
    1: 'Tried once more when it fails, then given up.',
    other: 'Tried {} times more when it fails, then given up.',
  }),
  withValue('activeDeadlineSeconds', 'Ended after {} seconds, done or not.'),
  withValue('ttlSecondsAfterFinished', 'Deleted {} seconds after its end, with its Pods and logs.'),
  byValue('suspend', { true: 'Starts nothing until somebody resumes it.' }),
];

const below = (prefix: string, fields: readonly KeyField[]) =>
  fields.map((field) => ({ ...field, path: `${prefix}.${field.path}` }));

const reclaim = {
  Delete: 'When the claim goes, the disk and its data go with it.',
  Retain: 'When the claim goes, the disk and its data stay for somebody to clean up.',
};

const accessModes: KeyField = {
  path: 'spec.accessModes',
  says: (value) => {
    const modes = itemsOf(value).map(String);
    if (modes.includes('ReadWriteMany'))
      return { value: modes.join(', '), says: 'Pods of several nodes may write at once.' };
    if (modes.includes('ReadWriteOncePod'))
      return { value: modes.join(', '), says: 'One Pod at a time.' };
    if (modes.includes('ReadWriteOnce'))
      return { value: modes.join(', '), says: 'Pods of one node at a time.' };
    return undefined;
  },
};

const webhooks: KeyField = {
  path: 'webhooks',
  says: (value) => {
    const hooks = itemsOf(value);
    if (hooks.length === 0) return undefined;
    const refusing = hooks.filter((hook) => fieldAt(hook, 'failurePolicy') !== 'Ignore').length;
    const away = 'While it does not answer,';
    const says =
      refusing === 0
        ? `${away} requests go through unchecked.`
        : refusing === hooks.length
          ? `${away} requests that it would see are refused.`
          : `${away} requests that ${refusing} of ${hooks.length} would see are refused, the others go through.`;
    return { value: `${hooks.length}`, says };
  },
};

const byKind: Readonly<Record<string, readonly KeyField[]>> = {
  'Deployment.apps': [...workload, ...rolling],
  'ReplicaSet.apps': workload.slice(0, 1),
  'StatefulSet.apps': [
    ...workload,
    ...daemonUpdates,
    byValue('spec.podManagementPolicy', {
      OrderedReady: 'Pods start one after the other, each when the one before is ready.',
      Parallel: 'Pods start all at once.',
    }),
    byValue('spec.persistentVolumeClaimRetentionPolicy.whenDeleted', {
      Delete: 'Its claims go with it, and their data as the class says.',
      Retain: 'Its claims stay when it is deleted.',
    }),
  ],
  'DaemonSet.apps': [...workload.slice(1), ...daemonUpdates],
  'Job.batch': below('spec', job),
  'CronJob.batch': [
    byValue('spec.concurrencyPolicy', {
      Allow: 'A run starts even while the one before is not done.',
      Forbid: 'A run is left out while the one before is not done.',
      Replace: 'A run ends the one before.',
    }),
    withValue('spec.timeZone', 'Its schedule is meant in the time of {}.'),
    withValue(
      'spec.startingDeadlineSeconds',
      'A run that could not start within {} seconds is left out.',
    ),
    byValue('spec.suspend', { true: 'Starts nothing until somebody resumes it.' }),
    ...below('spec.jobTemplate.spec', job),
  ],
  Service: [
    byValue('spec.type', {
      ClusterIP: 'Its address works inside the cluster only.',
      NodePort: 'Reached on a port of every node, too.',
      LoadBalancer: 'Reached through a load balancer outside of the cluster, too.',
      ExternalName: 'A name only: it stands for another name, and no traffic passes here.',
    }),
    byValue('spec.clusterIP', {
      None: 'Headless: its name answers with the addresses of the Pods themselves.',
    }),
    byValue('spec.externalTrafficPolicy', {
      Local:
        'Traffic from outside stays on the node it reached, and keeps the address of the client.',
      Cluster:
        'Traffic from outside may go on to another node, which typically hides the address of the client.',
    }),
    byValue('spec.internalTrafficPolicy', {
      Local: 'Traffic from inside stays on the node it starts on, and fails where no Pod runs.',
    }),
    byValue('spec.sessionAffinity', { ClientIP: 'A client stays with one Pod.' }),
    byValue('spec.publishNotReadyAddresses', {
      true: 'Its name has Pods that are not ready, too.',
    }),
    withValue(
      'spec.healthCheckNodePort',
      'On port {} a load balancer asks a node whether it has Pods.',
    ),
  ],
  'Ingress.networking.k8s.io': [
    withValue('spec.ingressClassName', 'The controller of class {} acts on it; others do not.'),
  ],
  PersistentVolumeClaim: [
    accessModes,
    withValue('spec.storageClassName', 'Its volume is made as {} says.'),
    byValue('spec.volumeMode', { Block: 'A raw device, without a file system.' }),
  ],
  PersistentVolume: [accessModes, byValue('spec.persistentVolumeReclaimPolicy', reclaim)],
  'StorageClass.storage.k8s.io': [
    byValue('reclaimPolicy', reclaim),
    byValue('volumeBindingMode', {
      WaitForFirstConsumer: 'The disk is made where the first Pod that uses it will run.',
      Immediate: 'The disk is made at once, before anybody knows where its Pod will run.',
    }),
    byValue('allowVolumeExpansion', {
      true: 'A claim can be made larger later.',
      false: 'A claim keeps its size.',
    }),
  ],
  'PodDisruptionBudget.policy': [
    withValue('spec.minAvailable', 'A drain has to leave {} of the Pods.'),
    withValue('spec.maxUnavailable', 'A drain may take {} of the Pods at a time.'),
    byValue('spec.unhealthyPodEvictionPolicy', {
      AlwaysAllow: 'Pods that are not ready may always be taken.',
      IfHealthyBudget: 'Pods that are not ready can be taken only while enough others are ready.',
    }),
  ],
  'HorizontalPodAutoscaler.autoscaling': [
    withValue('spec.minReplicas', 'Never fewer Pods than {}.'),
    withValue('spec.maxReplicas', 'Never more Pods than {}, however busy.'),
  ],
  Node: [
    byValue('spec.unschedulable', { true: 'Cordoned: no new Pod is placed here.' }),
    withValue(
      'spec.podCIDR',
      'Pods on it get their addresses from {}, unless the network plugin has its own.',
    ),
  ],
  Secret: [byValue('immutable', { true: 'Cannot be changed, only made anew.' })],
  ConfigMap: [byValue('immutable', { true: 'Cannot be changed, only made anew.' })],
  ServiceAccount: [
    byValue('automountServiceAccountToken', {
      false: 'Pods that run as it get no token, unless they ask.',
    }),
  ],
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io': [webhooks],
  'MutatingWebhookConfiguration.admissionregistration.k8s.io': [webhooks],
  'ValidatingAdmissionPolicy.admissionregistration.k8s.io': [
    byValue('spec.failurePolicy', {
      Fail: 'What the rule cannot judge is refused.',
      Ignore: 'What the rule cannot judge goes through.',
    }),
  ],
  'CustomResourceDefinition.apiextensions.k8s.io': [
    byValue('spec.scope', {
      Namespaced: 'Its objects live in namespaces.',
      Cluster: 'Its objects belong to the whole cluster.',
    }),
    byValue('spec.conversion.strategy', {
      Webhook:
        'A webhook translates between its versions; while it is away, all but the stored one fail.',
    }),
  ],
  'PriorityClass.scheduling.k8s.io': [
    withValue('value', 'Pods of a lower number than {} give way when room is short.'),
    byValue('globalDefault', { true: 'Pods that name no class get this one.' }),
    byValue('preemptionPolicy', { Never: 'Waits its turn in front, but drives nobody out.' }),
  ],
  'APIService.apiregistration.k8s.io': [
    byValue('spec.insecureSkipTLSVerify', {
      true: 'The API server does not check who answers.',
    }),
  ],
  'Lease.coordination.k8s.io': [
    withValue('spec.holderIdentity', '{} held it at capture.'),
    withValue(
      'spec.leaseDurationSeconds',
      'Another may take it {} seconds after it was last renewed.',
    ),
  ],
};

/** The fields of a kind that a reader asks about, `group` being today's; none for most kinds. */
export function kindFields(group: string, kind: string): readonly KeyField[] {
  const key = group === '' ? kind : `${kind}.${group}`;
  return Object.hasOwn(byKind, key) ? (byKind[key] ?? []) : [];
}
