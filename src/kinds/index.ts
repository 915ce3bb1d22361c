import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import { apiService } from './api-service.ts';
import { certificateSigningRequest } from './certificate-signing-request.ts';
import { clusterRole } from './cluster-role.ts';
import { clusterRoleBinding } from './cluster-role-binding.ts';
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
import { endpointSlice } from './endpoint-slice.ts';
import { endpoints } from './endpoints.ts';
import { event } from './event.ts';
import { flowSchema } from './flow-schema.ts';
import { gateway } from './gateway.ts';
import { gatewayClass } from './gateway-class.ts';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { httpRoute } from './http-route.ts';
import { ingress } from './ingress.ts';
import { ingressClass } from './ingress-class.ts';
import { ipAddress } from './ip-address.ts';
import { job } from './job.ts';
import type { Kind } from './kind.ts';
import { lease } from './lease.ts';
import { limitRange } from './limit-range.ts';
import { mutatingAdmissionPolicy } from './mutating-admission-policy.ts';
import { mutatingAdmissionPolicyBinding } from './mutating-admission-policy-binding.ts';
import { mutatingWebhookConfiguration } from './mutating-webhook-configuration.ts';
import { namespace } from './namespace.ts';
import { networkPolicy } from './network-policy.ts';
import { node } from './node.ts';
import { persistentVolume } from './persistent-volume.ts';
import { persistentVolumeClaim } from './persistent-volume-claim.ts';
import { pod } from './pod.ts';
import { podDisruptionBudget } from './pod-disruption-budget.ts';
import { podTemplate } from './pod-template.ts';
import { priorityClass } from './priority-class.ts';
import { priorityLevelConfiguration } from './priority-level-configuration.ts';
import { replicaSet } from './replica-set.ts';
import { replicationController } from './replication-controller.ts';
import { resourceClaim } from './resource-claim.ts';
import { resourceClaimTemplate } from './resource-claim-template.ts';
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
import { validatingAdmissionPolicy } from './validating-admission-policy.ts';
import { validatingAdmissionPolicyBinding } from './validating-admission-policy-binding.ts';
import { validatingWebhookConfiguration } from './validating-webhook-configuration.ts';
import { volumeAttachment } from './volume-attachment.ts';
import { volumeAttributesClass } from './volume-attributes-class.ts';

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
  // access
  serviceAccount,
  role,
  roleBinding,
  clusterRole,
  clusterRoleBinding,
  certificateSigningRequest,
  // machine
  namespace,
  resourceQuota,
  limitRange,
  node,
  lease,
  priorityClass,
  runtimeClass,
  resourceClaim,
  resourceClaimTemplate,
  resourceSlice,
  deviceClass,
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
];

const byKey = new Map(kinds.map((kind) => [groupKindKey(kind), kind]));

/**
 * What is known of a kind, in whichever group it was read. `undefined` for custom resources and for
 * built-in kinds without a file: those take `genericKind` of `generic.ts`.
 */
export function kindOf({ group, kind }: GroupKind): Kind | undefined {
  return byKey.get(groupKindKey({ group: currentGroup(group, kind), kind }));
}
