import type { ResourceType } from './manifest.ts';
import { pluralOf } from './plural.ts';

/** A resource type that every Kubernetes of its time serves. */
export interface BuiltinResource extends ResourceType {
  /** Served by every cluster of the last years, so a reader misses it where a dump lacks it. */
  readonly expected: boolean;
}

/** Kinds of Kubernetes 1.36 in their preferred version, each with its short name. */
const kinds: Readonly<Record<string, Partial<Record<'cluster' | 'namespaced', string[]>>>> = {
  v1: {
    cluster: ['ComponentStatus cs', 'Namespace ns', 'Node no', 'PersistentVolume pv'],
    namespaced: [
      'ConfigMap cm',
      'Endpoints ep',
      'Event ev',
      'LimitRange limits',
      'PersistentVolumeClaim pvc',
      'Pod po',
      'PodTemplate',
      'ReplicationController rc',
      'ResourceQuota quota',
      'Secret',
      'Service svc',
      'ServiceAccount sa',
    ],
  },
  'admissionregistration.k8s.io/v1': {
    cluster: [
      'MutatingAdmissionPolicy',
      'MutatingAdmissionPolicyBinding',
      'MutatingWebhookConfiguration',
      'ValidatingAdmissionPolicy',
      'ValidatingAdmissionPolicyBinding',
      'ValidatingWebhookConfiguration',
    ],
  },
  'apiextensions.k8s.io/v1': { cluster: ['CustomResourceDefinition crd crds'] },
  'apiregistration.k8s.io/v1': { cluster: ['APIService'] },
  'apps/v1': {
    namespaced: [
      'ControllerRevision',
      'DaemonSet ds',
      'Deployment deploy',
      'ReplicaSet rs',
      'StatefulSet sts',
    ],
  },
  'autoscaling/v2': { namespaced: ['HorizontalPodAutoscaler hpa'] },
  'batch/v1': { namespaced: ['CronJob cj', 'Job'] },
  'certificates.k8s.io/v1': { cluster: ['CertificateSigningRequest csr'] },
  'coordination.k8s.io/v1': { namespaced: ['Lease'] },
  'discovery.k8s.io/v1': { namespaced: ['EndpointSlice'] },
  'events.k8s.io/v1': { namespaced: ['Event ev'] },
  'flowcontrol.apiserver.k8s.io/v1': { cluster: ['FlowSchema', 'PriorityLevelConfiguration'] },
  'networking.k8s.io/v1': {
    cluster: ['IngressClass', 'IPAddress ip', 'ServiceCIDR'],
    namespaced: ['Ingress ing', 'NetworkPolicy netpol'],
  },
  'node.k8s.io/v1': { cluster: ['RuntimeClass'] },
  'policy/v1': { namespaced: ['PodDisruptionBudget pdb'] },
  'rbac.authorization.k8s.io/v1': {
    cluster: ['ClusterRole', 'ClusterRoleBinding'],
    namespaced: ['Role', 'RoleBinding'],
  },
  'resource.k8s.io/v1': {
    cluster: ['DeviceClass', 'ResourceSlice'],
    namespaced: ['ResourceClaim', 'ResourceClaimTemplate'],
  },
  'scheduling.k8s.io/v1': { cluster: ['PriorityClass pc'] },
  'storage.k8s.io/v1': {
    cluster: [
      'CSIDriver',
      'CSINode',
      'StorageClass sc',
      'VolumeAttachment',
      'VolumeAttributesClass vac',
    ],
    namespaced: ['CSIStorageCapacity'],
  },
};

/** What `kubectl get all` shows. */
const inAll = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'Service',
  'StatefulSet',
]);

const apiExtensionGroups = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
]);

/** Kinds that not every cluster has, or that hold nothing of its own. */
const unexpected =
  /^(ComponentStatus|PodTemplate|CSIStorageCapacity|CertificateSigningRequest|IPAddress|RuntimeClass|ServiceCIDR|VolumeAttributesClass|\w+AdmissionPolicy(Binding)?)$|\.(events|flowcontrol\.apiserver|resource)\.k8s\.io$/;

/** The listable resource types of Kubernetes 1.36, by group and kind. Custom resources are not here. */
export const builtinResources: readonly BuiltinResource[] = Object.entries(kinds).flatMap(
  ([apiVersion, { cluster = [], namespaced = [] }]) => [
    ...cluster.map((line) => resourceType(apiVersion, line, false)),
    ...namespaced.map((line) => resourceType(apiVersion, line, true)),
  ],
);

function resourceType(apiVersion: string, line: string, namespaced: boolean): BuiltinResource {
  const [kind = '', ...shortNames] = line.split(' ');
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const extension = apiExtensionGroups.has(group) ? ['api-extensions'] : [];
  return {
    group,
    version,
    plural: pluralOf(kind),
    kind,
    singular: kind.toLowerCase(),
    shortNames,
    categories: inAll.has(kind) ? ['all'] : extension,
    namespaced,
    expected: !unexpected.test(kind) && !unexpected.test(`.${group}`),
  };
}
