import { type LayoutPatterns, layoutOf } from './layout.ts';

type Places = LayoutPatterns['objects'];

/** Files of `config` that hold one object of OpenShift's configuration and do not say so. */
const configKinds: Readonly<Record<string, string>> = {
  apiserver: 'APIServer',
  authentication: 'Authentication',
  featuregate: 'FeatureGate',
  image: 'Image',
  infrastructure: 'Infrastructure',
  ingress: 'Ingress',
  network: 'Network',
  oauth: 'OAuth',
  proxy: 'Proxy',
  version: 'ClusterVersion',
};

/** Folders of `config` by what an object in them is. */
const folders: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  certificatesigningrequests: ['certificates.k8s.io/v1', 'CertificateSigningRequest'],
  clusteroperator: ['config.openshift.io/v1', 'ClusterOperator'],
  clusterrolebinding: ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
  containerruntimeconfigs: ['machineconfiguration.openshift.io/v1', 'ContainerRuntimeConfig'],
  crd: ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  kubeletconfigs: ['machineconfiguration.openshift.io/v1', 'KubeletConfig'],
  machineautoscalers: ['autoscaling.openshift.io/v1beta1', 'MachineAutoscaler'],
  machineconfigpools: ['machineconfiguration.openshift.io/v1', 'MachineConfigPool'],
  machineconfigs: ['machineconfiguration.openshift.io/v1', 'MachineConfig'],
  machinehealthchecks: ['machine.openshift.io/v1beta1', 'MachineHealthCheck'],
  machines: ['machine.openshift.io/v1beta1', 'Machine'],
  mutatingwebhookconfigurations: [
    'admissionregistration.k8s.io/v1',
    'MutatingWebhookConfiguration',
  ],
  node: ['v1', 'Node'],
  pdbs: ['policy/v1', 'PodDisruptionBudget'],
  persistentvolumes: ['v1', 'PersistentVolume'],
  pod: ['v1', 'Pod'],
  securitycontextconstraint: ['security.openshift.io/v1', 'SecurityContextConstraints'],
  'storage/storageclasses': ['storage.k8s.io/v1', 'StorageClass'],
  subscriptions: ['operators.coreos.com/v1alpha1', 'Subscription'],
  validatingwebhookconfigurations: [
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
  ],
};

/**
 * An archive of OpenShift's Insights Operator: single objects, most of them without kind, in places that
 * are known by name, beside aggregates that are none.
 *
 * @see https://github.com/openshift/insights-operator/blob/master/docs/gathered-data.md
 */
export const insightsArchive = layoutOf({
  name: 'Insights archive',
  logs: /(?:^|\/)(?:config\/pod\/[^/]+\/logs|(?:conditional\/)?namespaces\/[^/]+\/pods\/[^/]+\/containers\/[^/]+\/logs)\//,
  noObjects: [
    [/(?:^|\/)insights-operator\/[^/]+\.json$/, 'is about the run of the Insights Operator'],
    [/(?:^|\/)(?:aggregated|conditional\/alerts)\//, 'counts objects and holds none'],
    [/(?:^|\/)config\/configmaps\/[^/]+\/[^/]+\/[^/]+$/, 'holds one value of a ConfigMap'],
    [/(?:^|\/)config\/secrets\//, 'holds one value of a Secret'],
    [/(?:^|\/)config\/storage\/[^/]+\/cephclusters\//, 'holds the status of an object alone'],
    [/(?:^|\/)namespaces\/[^/]+\/pods\/[^/]+\/virt-launcher\.json$/, 'holds lines of a log'],
    [/(?:^|\/)namespaces\/[^/]+\/customresources\//, 'holds the fields of an object alone'],
    [
      /(?:^|\/)config\/(?:alerts|helmchart_info|installplans|namespaces_with_overlapping_uids|olm_operators|podnetworkconnectivitychecks|running_containers|serviceaccounts|silenced_alerts|tsdb|versioned_object_revision_counts|workload_info)\.json$/,
      'counts objects and holds none',
    ],
  ],
  objects: [
    ...Object.entries(configKinds).map(([file, kind]): Places[number] => [
      new RegExp(`(?:^|/)config/${file}\\.json$`),
      { type: { apiVersion: 'config.openshift.io/v1', kind } },
    ]),
    ...['Config', 'ImagePruner'].map((kind): Places[number] => [
      new RegExp(
        `(?:^|/)imageregistry\\.operator\\.openshift\\.io/${kind.toLowerCase()}/[^/]+\\.json$`,
      ),
      { type: { apiVersion: 'imageregistry.operator.openshift.io/v1', kind } },
    ]),
    [
      /(?:^|\/)conditional\/namespaces\/(?<namespace>[^/]+)\/imagestreams\/[^/]+\.json$/,
      { type: { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream' } },
    ],
    [
      /(?:^|\/)config\/clusteroperator\/(?<group>[^/]+\.[^/]+)\/(?<resource>[^/]+)\/(?:(?<namespace>[^/]+)\/)?[^/]+\.json$/,
    ],
    ...Object.entries(folders).map(([folder, [apiVersion, kind]]): Places[number] => [
      new RegExp(`(?:^|/)config/${folder}/(?:(?<namespace>[^/]+)/)?[^/]+\\.json$`),
      { type: { apiVersion, kind } },
    ]),
    [
      /(?:^|\/)machinesets\/(?<namespace>[^/]+)\/[^/]+\.json$/,
      { type: { apiVersion: 'machine.openshift.io/v1beta1', kind: 'MachineSet' } },
    ],
    [
      /(?:^|\/)conditional\/namespaces\/(?<namespace>[^/]+)\/pods\/(?<name>[^/]+)\/\k<name>\.json$/,
      { type: { apiVersion: 'v1', kind: 'Pod' } },
    ],
    [
      /(?:^|\/)cluster-scoped-resources\/(?<group>[^/]+)\/(?<resource>[^/]+)\/(?<name>[^/]+)\.json$/,
    ],
  ],
});
