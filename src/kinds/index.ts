import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import { apiService } from './api-service.ts';
import { backendTlsPolicy } from './backend-tls-policy.ts';
import { certificateSigningRequest } from './certificate-signing-request.ts';
import { clusterRole } from './cluster-role.ts';
import { clusterRoleBinding } from './cluster-role-binding.ts';
import { clusterTrustBundle } from './cluster-trust-bundle.ts';
import { componentStatus } from './component-status.ts';
import { configMap } from './config-map.ts';
import { controllerRevision } from './controller-revision.ts';
import { cronJob } from './cron-job.ts';
import { csiDriver } from './csi-driver.ts';
import { csiNode } from './csi-node.ts';
import { csiStorageCapacity } from './csi-storage-capacity.ts';
import { customResourceDefinition } from './custom-resource-definition.ts';
import { daemonSet } from './daemon-set.ts';
import { deployment } from './deployment.ts';
import { deviceClass } from './device-class.ts';
import { deviceTaintRule } from './device-taint-rule.ts';
import { endpointSlice } from './endpoint-slice.ts';
import { endpoints } from './endpoints.ts';
import { event } from './event.ts';
import { flowSchema } from './flow-schema.ts';
import { gateway } from './gateway.ts';
import { gatewayClass } from './gateway-class.ts';
import { grpcRoute } from './grpc-route.ts';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { httpRoute } from './http-route.ts';
import { ingress } from './ingress.ts';
import { ingressClass } from './ingress-class.ts';
import { ipAddress } from './ip-address.ts';
import { job } from './job.ts';
import type { Kind } from './kind.ts';
import { lease } from './lease.ts';
import { leaseCandidate } from './lease-candidate.ts';
import { limitRange } from './limit-range.ts';
import { listenerSet } from './listener-set.ts';
import { mutatingAdmissionPolicy } from './mutating-admission-policy.ts';
import { mutatingAdmissionPolicyBinding } from './mutating-admission-policy-binding.ts';
import { mutatingWebhookConfiguration } from './mutating-webhook-configuration.ts';
import { namespace } from './namespace.ts';
import { networkPolicy } from './network-policy.ts';
import { node } from './node.ts';
import { persistentVolume } from './persistent-volume.ts';
import { persistentVolumeClaim } from './persistent-volume-claim.ts';
import { pod } from './pod.ts';
import { podCertificateRequest } from './pod-certificate-request.ts';
import { podDisruptionBudget } from './pod-disruption-budget.ts';
import { podGroup } from './pod-group.ts';
import { podTemplate } from './pod-template.ts';
import { priorityClass } from './priority-class.ts';
import { priorityLevelConfiguration } from './priority-level-configuration.ts';
import { referenceGrant } from './reference-grant.ts';
import { replicaSet } from './replica-set.ts';
import { replicationController } from './replication-controller.ts';
import { resourceClaim } from './resource-claim.ts';
import { resourceClaimTemplate } from './resource-claim-template.ts';
import { resourcePoolStatusRequest } from './resource-pool-status-request.ts';
import { resourceQuota } from './resource-quota.ts';
import { resourceSlice } from './resource-slice.ts';
import { role } from './role.ts';
import { roleBinding } from './role-binding.ts';
import { runtimeClass } from './runtime-class.ts';
import { secret } from './secret.ts';
import { service } from './service.ts';
import { serviceAccount } from './service-account.ts';
import { serviceCidr } from './service-cidr.ts';
import { statefulSet } from './stateful-set.ts';
import { storageClass } from './storage-class.ts';
import { storageVersion } from './storage-version.ts';
import { storageVersionMigration } from './storage-version-migration.ts';
import { tcpRoute } from './tcp-route.ts';
import { tlsRoute } from './tls-route.ts';
import { udpRoute } from './udp-route.ts';
import { validatingAdmissionPolicy } from './validating-admission-policy.ts';
import { validatingAdmissionPolicyBinding } from './validating-admission-policy-binding.ts';
import { validatingWebhookConfiguration } from './validating-webhook-configuration.ts';
import { verticalPodAutoscaler } from './vertical-pod-autoscaler.ts';
import { verticalPodAutoscalerCheckpoint } from './vertical-pod-autoscaler-checkpoint.ts';
import { volumeAttachment } from './volume-attachment.ts';
import { volumeAttributesClass } from './volume-attributes-class.ts';
import { volumeSnapshot } from './volume-snapshot.ts';
import { volumeSnapshotClass } from './volume-snapshot-class.ts';
import { volumeSnapshotContent } from './volume-snapshot-content.ts';
import { workload } from './workload.ts';

/** Every kind with a file of its own, in the order the site lists them: by category, then from whole to part. */
export const kinds: readonly Kind[] = [
  // workload
  deployment,
  statefulSet,
  daemonSet,
  cronJob,
  job,
  replicaSet,
  replicationController,
  pod,
  podTemplate,
  controllerRevision,
  horizontalPodAutoscaler,
  podDisruptionBudget,
  verticalPodAutoscaler,
  verticalPodAutoscalerCheckpoint,
  podGroup,
  workload,
  // network
  ingress,
  ingressClass,
  service,
  endpointSlice,
  endpoints,
  networkPolicy,
  serviceCidr,
  ipAddress,
  gatewayClass,
  gateway,
  httpRoute,
  grpcRoute,
  tlsRoute,
  tcpRoute,
  udpRoute,
  listenerSet,
  backendTlsPolicy,
  referenceGrant,
  // config
  configMap,
  secret,
  // storage
  persistentVolumeClaim,
  persistentVolume,
  storageClass,
  csiDriver,
  csiNode,
  csiStorageCapacity,
  volumeAttachment,
  volumeAttributesClass,
  volumeSnapshot,
  volumeSnapshotContent,
  volumeSnapshotClass,
  // access
  serviceAccount,
  role,
  roleBinding,
  clusterRole,
  clusterRoleBinding,
  certificateSigningRequest,
  podCertificateRequest,
  clusterTrustBundle,
  // machine
  namespace,
  resourceQuota,
  limitRange,
  node,
  lease,
  leaseCandidate,
  priorityClass,
  runtimeClass,
  resourceClaim,
  resourceClaimTemplate,
  resourceSlice,
  deviceClass,
  deviceTaintRule,
  resourcePoolStatusRequest,
  flowSchema,
  priorityLevelConfiguration,
  componentStatus,
  event,
  // extension
  customResourceDefinition,
  apiService,
  validatingWebhookConfiguration,
  mutatingWebhookConfiguration,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  storageVersion,
  storageVersionMigration,
];

const byKey = new Map(kinds.map((kind) => [groupKindKey(kind), kind]));

/**
 * What is known of a kind, in whichever group it was read. `undefined` for custom resources and for
 * built-in kinds without a file: those take `genericKind` of `generic.ts`.
 */
export function kindOf({ group, kind }: GroupKind): Kind | undefined {
  return byKey.get(groupKindKey({ group: currentGroup(group, kind), kind }));
}
