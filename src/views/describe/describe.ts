import type { Entry, Model } from '#model/model.ts';
import { groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import { describeRoleBinding, describeServiceAccount } from './access.ts';
import { describeCertificateSigningRequest } from './certificate-signing-request.ts';
import { describeConfigMap, describeSecret } from './config-data.ts';
import { describeCronJob } from './cron-job.ts';
import { describeDaemonSet } from './daemon-set.ts';
import { describeDeployment } from './deployment.ts';
import type { Describer } from './describer.ts';
import { type Description, present } from './description.ts';
import { describeEndpointSlice, describeEndpoints } from './endpoint-slice.ts';
import { eventsItem } from './events.ts';
import { describeGeneric } from './generic.ts';
import { describeHorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { describeIngress, describeIngressClass } from './ingress.ts';
import { describeJob } from './job.ts';
import { describeLimitRange, describeNamespace, describeResourceQuota } from './namespace.ts';
import { describeIpAddress, describeServiceCidr } from './network-address.ts';
import { describeNetworkPolicy } from './network-policy.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describePodDisruptionBudget, describePriorityClass } from './policy.ts';
import { describeReplicaSet, describeReplicationController } from './replica-set.ts';
import { describeRole } from './role.ts';
import { describeService } from './service.ts';
import { describeStatefulSet } from './stateful-set.ts';
import { describePersistentVolume, describePersistentVolumeClaim } from './storage.ts';
import {
  describeCsiNode,
  describeStorageClass,
  describeVolumeAttributesClass,
} from './storage-class.ts';

/** The kinds kubectl has words of its own for; all others are described field by field. */
const describers: Readonly<Record<string, Describer>> = {
  Pod: describePod,
  Node: describeNode,
  Service: describeService,
  ServiceAccount: describeServiceAccount,
  ConfigMap: describeConfigMap,
  Secret: describeSecret,
  Namespace: describeNamespace,
  ResourceQuota: describeResourceQuota,
  LimitRange: describeLimitRange,
  Endpoints: describeEndpoints,
  PersistentVolume: describePersistentVolume,
  PersistentVolumeClaim: describePersistentVolumeClaim,
  ReplicationController: describeReplicationController,
  'Deployment.apps': describeDeployment,
  'ReplicaSet.apps': describeReplicaSet,
  'StatefulSet.apps': describeStatefulSet,
  'DaemonSet.apps': describeDaemonSet,
  'Job.batch': describeJob,
  'CronJob.batch': describeCronJob,
  'HorizontalPodAutoscaler.autoscaling': describeHorizontalPodAutoscaler,
  'PodDisruptionBudget.policy': describePodDisruptionBudget,
  'PriorityClass.scheduling.k8s.io': describePriorityClass,
  'EndpointSlice.discovery.k8s.io': describeEndpointSlice,
  'Ingress.networking.k8s.io': describeIngress,
  'IngressClass.networking.k8s.io': describeIngressClass,
  'NetworkPolicy.networking.k8s.io': describeNetworkPolicy,
  'ServiceCIDR.networking.k8s.io': describeServiceCidr,
  'IPAddress.networking.k8s.io': describeIpAddress,
  'StorageClass.storage.k8s.io': describeStorageClass,
  'VolumeAttributesClass.storage.k8s.io': describeVolumeAttributesClass,
  'CSINode.storage.k8s.io': describeCsiNode,
  'Role.rbac.authorization.k8s.io': describeRole,
  'ClusterRole.rbac.authorization.k8s.io': describeRole,
  'RoleBinding.rbac.authorization.k8s.io': describeRoleBinding,
  'ClusterRoleBinding.rbac.authorization.k8s.io': describeRoleBinding,
  'CertificateSigningRequest.certificates.k8s.io': describeCertificateSigningRequest,
};

/** Kinds whose Events kubectl does not look for. */
const withoutEvents = new Set([
  'Secret',
  'Namespace',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy.networking.k8s.io',
  'Role.rbac.authorization.k8s.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'RoleBinding.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
]);

/** Whether kubectl has words of its own for a kind; otherwise its fields are the description. */
export function hasDescriber({ object }: Entry): boolean {
  return Object.hasOwn(describers, groupKindKey(groupKindOf(object)));
}

/** How an object is described. */
export interface DescribeOptions {
  /** With the Events about it: kubectl leaves them out where it describes several objects. */
  readonly events?: boolean;
  /** What ages are counted up to, in milliseconds since the epoch; the time of capture. */
  readonly now?: number;
}

/** What `kubectl describe` says of an object. */
export function describeObject(
  model: Model,
  entry: Entry,
  { events = false, now = model.context.now }: DescribeOptions = {},
): Description {
  const key = groupKindKey(groupKindOf(entry.object));
  const describer = Object.hasOwn(describers, key) ? describers[key] : undefined;
  const subject = { model, entry, now };
  return present([
    ...(describer ?? describeGeneric)(subject),
    events && !withoutEvents.has(key) ? eventsItem(subject) : undefined,
  ]);
}
