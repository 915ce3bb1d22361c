import { extend, ignored, object, type Shape } from '#diff/shape.ts';
import * as access from './access.ts';
import * as cluster from './cluster.ts';
import { unknown } from './custom.ts';
import { metadata } from './metadata.ts';
import * as network from './network.ts';
import { podFields } from './pod.ts';
import * as workloads from './workloads.ts';

/** Every object: how it was read is not what it is, and its status says nothing. */
const everyObject: Shape = object({
  apiVersion: ignored,
  kind: ignored,
  metadata,
  status: ignored,
});

/** Kinds of Kubernetes, and of the Gateway API, by `Kind[.group]`. */
const shapes: Readonly<Record<string, Shape>> = {
  ConfigMap: cluster.configMap,
  Endpoints: network.endpoints,
  LimitRange: cluster.limitRange,
  Namespace: cluster.namespace,
  Node: cluster.node,
  PersistentVolume: cluster.persistentVolume,
  PersistentVolumeClaim: cluster.persistentVolumeClaim,
  Pod: object(podFields),
  ReplicationController: workloads.replicationController,
  ResourceQuota: cluster.resourceQuota,
  Secret: cluster.secret,
  Service: network.service,
  ServiceAccount: access.serviceAccount,
  'APIService.apiregistration.k8s.io': cluster.apiService,
  'CSIDriver.storage.k8s.io': cluster.csiDriver,
  'CSIStorageCapacity.storage.k8s.io': cluster.csiStorageCapacity,
  'ClusterRole.rbac.authorization.k8s.io': access.role,
  'ClusterRoleBinding.rbac.authorization.k8s.io': access.binding,
  'CronJob.batch': workloads.cronJob,
  'CustomResourceDefinition.apiextensions.k8s.io': cluster.customResourceDefinition,
  'DaemonSet.apps': workloads.daemonSet,
  'Deployment.apps': workloads.deployment,
  'EndpointSlice.discovery.k8s.io': network.endpointSlice,
  'FlowSchema.flowcontrol.apiserver.k8s.io': cluster.flowSchema,
  'Gateway.gateway.networking.k8s.io': network.gateway,
  'HTTPRoute.gateway.networking.k8s.io': network.httpRoute,
  'HorizontalPodAutoscaler.autoscaling': workloads.horizontalPodAutoscaler,
  'Ingress.networking.k8s.io': network.ingress,
  'Job.batch': workloads.job,
  'MutatingAdmissionPolicy.admissionregistration.k8s.io': access.admissionPolicy,
  'MutatingAdmissionPolicyBinding.admissionregistration.k8s.io': access.admissionPolicyBinding,
  'MutatingWebhookConfiguration.admissionregistration.k8s.io': access.webhooks,
  'NetworkPolicy.networking.k8s.io': network.networkPolicy,
  'PodDisruptionBudget.policy': workloads.podDisruptionBudget,
  'PriorityClass.scheduling.k8s.io': cluster.priorityClass,
  'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io': cluster.priorityLevelConfiguration,
  'ReplicaSet.apps': workloads.replicaSet,
  'Role.rbac.authorization.k8s.io': access.role,
  'RoleBinding.rbac.authorization.k8s.io': access.binding,
  'RuntimeClass.node.k8s.io': cluster.runtimeClass,
  'ServiceCIDR.networking.k8s.io': cluster.serviceCidr,
  'StatefulSet.apps': workloads.statefulSet,
  'StorageClass.storage.k8s.io': cluster.storageClass,
  'ValidatingAdmissionPolicy.admissionregistration.k8s.io': access.admissionPolicy,
  'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io': access.admissionPolicyBinding,
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io': access.webhooks,
};

const whole = new Map(
  Object.entries(shapes).map(([key, { fields }]) => [
    key,
    extend(everyObject, Object.fromEntries(fields ?? [])),
  ]),
);

const aggregated = extend(everyObject, Object.fromEntries(access.aggregatedRole.fields ?? []));

/** The shape of a kind of Kubernetes, by `Kind[.group]`; nothing for one that it does not have. */
export function builtInShape(kind: string): Shape | undefined {
  return whole.get(kind);
}

/** The shape of a ClusterRole whose rules a controller collects from others. */
export const aggregatedRoleShape: Shape = aggregated;

/** The shape of an object of which nothing else is known. */
export function unknownShape(): Shape {
  return { ...everyObject, values: unknown };
}
