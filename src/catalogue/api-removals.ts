/** An API version that Kubernetes stops serving. */
export interface ApiRemoval {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** First minor version of Kubernetes 1 that does not serve it: 25. */
  readonly removedIn: number;
  /** First minor version that serves what takes its place, where one does. */
  readonly instead?: { readonly apiVersion: string; readonly since: number };
}

/**
 * API versions that servers no longer serve, or will not. Only what objects are stored as: a TokenReview
 * is in no snapshot.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const apiRemovals: readonly ApiRemoval[] = [
  removal(16, 'extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', 'apps/v1', 9),
  removal(16, 'extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1', 8),
  removal(16, 'extensions/v1beta1', 'PodSecurityPolicy', 'policy/v1beta1', 10),
  removal(16, 'apps/v1beta1', 'Deployment ReplicaSet StatefulSet', 'apps/v1', 9),
  removal(16, 'apps/v1beta2', 'DaemonSet Deployment ReplicaSet StatefulSet', 'apps/v1', 9),
  removal(
    22,
    'admissionregistration.k8s.io/v1beta1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/v1',
    16,
  ),
  removal(
    22,
    'apiextensions.k8s.io/v1beta1',
    'CustomResourceDefinition',
    'apiextensions.k8s.io/v1',
    16,
  ),
  removal(22, 'apiregistration.k8s.io/v1beta1', 'APIService', 'apiregistration.k8s.io/v1', 10),
  removal(
    22,
    'certificates.k8s.io/v1beta1',
    'CertificateSigningRequest',
    'certificates.k8s.io/v1',
    19,
  ),
  removal(22, 'coordination.k8s.io/v1beta1', 'Lease', 'coordination.k8s.io/v1', 14),
  removal(22, 'extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1', 19),
  removal(22, 'networking.k8s.io/v1beta1', 'Ingress IngressClass', 'networking.k8s.io/v1', 19),
  removal(
    22,
    'rbac.authorization.k8s.io/v1beta1',
    'ClusterRole ClusterRoleBinding Role RoleBinding',
    'rbac.authorization.k8s.io/v1',
    8,
  ),
  removal(22, 'scheduling.k8s.io/v1beta1', 'PriorityClass', 'scheduling.k8s.io/v1', 14),
  removal(22, 'storage.k8s.io/v1beta1', 'CSIDriver', 'storage.k8s.io/v1', 19),
  removal(22, 'storage.k8s.io/v1beta1', 'CSINode', 'storage.k8s.io/v1', 17),
  removal(22, 'storage.k8s.io/v1beta1', 'StorageClass', 'storage.k8s.io/v1', 6),
  removal(22, 'storage.k8s.io/v1beta1', 'VolumeAttachment', 'storage.k8s.io/v1', 13),
  removal(25, 'batch/v1beta1', 'CronJob', 'batch/v1', 21),
  removal(25, 'discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1', 21),
  removal(25, 'autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'autoscaling/v2', 23),
  removal(25, 'policy/v1beta1', 'PodDisruptionBudget', 'policy/v1', 21),
  { apiVersion: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], removedIn: 25 },
  removal(25, 'node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1', 20),
  removal(26, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2', 23),
  removal(
    26,
    'flowcontrol.apiserver.k8s.io/v1beta1',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1beta3',
    26,
  ),
  removal(27, 'storage.k8s.io/v1beta1', 'CSIStorageCapacity', 'storage.k8s.io/v1', 24),
  removal(
    29,
    'flowcontrol.apiserver.k8s.io/v1beta2',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
    29,
  ),
  removal(
    32,
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
    29,
  ),
];

function removal(
  removedIn: number,
  apiVersion: string,
  kinds: string,
  instead: string,
  since: number,
): ApiRemoval {
  return {
    apiVersion,
    kinds: kinds.split(' '),
    removedIn,
    instead: { apiVersion: instead, since },
  };
}

const byVersion = Map.groupBy(apiRemovals, ({ apiVersion }) => apiVersion);

/** When a kind stops being served in an API version; `undefined` when nobody has announced that. */
export function apiRemovalOf(apiVersion: string, kind: string): ApiRemoval | undefined {
  return byVersion.get(apiVersion)?.find(({ kinds }) => kinds.includes(kind));
}
