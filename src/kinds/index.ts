import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import { apiService } from './api-service.ts';
import { certificateSigningRequest } from './certificate-signing-request.ts';
import { clusterRole } from './cluster-role.ts';
import { clusterRoleBinding } from './cluster-role-binding.ts';
import { componentStatus } from './component-status.ts';
import { csiDriver } from './csi-driver.ts';
import { csiNode } from './csi-node.ts';
import { csiStorageCapacity } from './csi-storage-capacity.ts';
import { customResourceDefinition } from './custom-resource-definition.ts';
import { deviceClass } from './device-class.ts';
import { flowSchema } from './flow-schema.ts';
import { gateway } from './gateway.ts';
import { gatewayClass } from './gateway-class.ts';
import { httpRoute } from './http-route.ts';
import type { Kind } from './kind.ts';
import { lease } from './lease.ts';
import { mutatingAdmissionPolicy } from './mutating-admission-policy.ts';
import { mutatingAdmissionPolicyBinding } from './mutating-admission-policy-binding.ts';
import { mutatingWebhookConfiguration } from './mutating-webhook-configuration.ts';
import { namespace } from './namespace.ts';
import { node } from './node.ts';
import { persistentVolume } from './persistent-volume.ts';
import { persistentVolumeClaim } from './persistent-volume-claim.ts';
import { priorityClass } from './priority-class.ts';
import { priorityLevelConfiguration } from './priority-level-configuration.ts';
import { resourceClaim } from './resource-claim.ts';
import { resourceClaimTemplate } from './resource-claim-template.ts';
import { resourceSlice } from './resource-slice.ts';
import { role } from './role.ts';
import { roleBinding } from './role-binding.ts';
import { runtimeClass } from './runtime-class.ts';
import { serviceAccount } from './service-account.ts';
import { storageClass } from './storage-class.ts';
import { validatingAdmissionPolicy } from './validating-admission-policy.ts';
import { validatingAdmissionPolicyBinding } from './validating-admission-policy-binding.ts';
import { validatingWebhookConfiguration } from './validating-webhook-configuration.ts';
import { volumeAttachment } from './volume-attachment.ts';
import { volumeAttributesClass } from './volume-attributes-class.ts';

/** Every kind with a file of its own, in the order the site lists them: by category, then from whole to part. */
export const kinds: readonly Kind[] = [
  // workload
  // network
  gatewayClass,
  gateway,
  httpRoute,
  // config
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
