/**
 * What differs between any two clusters and says nothing: fields that the server or a controller fills
 * in. Written as paths, `[]` for any list item, `*` for any one name; the table is the documentation.
 * Nothing is stripped because it is empty: `emptyDir: {}` is a setting.
 */

/** In every kind. */
const everywhere: readonly string[] = [
  'metadata.uid',
  'metadata.resourceVersion',
  'metadata.generation',
  'metadata.creationTimestamp',
  'metadata.deletionTimestamp',
  'metadata.deletionGracePeriodSeconds',
  'metadata.managedFields',
  'metadata.selfLink',
  'metadata.generateName',
  'metadata.ownerReferences',
  'metadata.finalizers',
  'status',
];

/** Annotations and labels that repeat names, hashes, counters or times, wherever metadata stands. */
const metadataKeys: readonly RegExp[] = [
  /^kubectl\.kubernetes\.io\/(last-applied-configuration|restartedAt)$/,
  /^deployment\.kubernetes\.io\//,
  /^deprecated\.daemonset\.template\.generation$/,
  /^checksum\//,
  /^argocd\.argoproj\.io\/(tracking-id|refresh)$/,
  /^meta\.helm\.sh\/release-namespace$/,
  /^pv\.kubernetes\.io\//,
  /^volume(\.beta)?\.kubernetes\.io\//,
  /^endpoints\.kubernetes\.io\/last-change-trigger-time$/,
  /^autoscaling\.alpha\.kubernetes\.io\/(conditions|current-metrics)$/,
  /^control-plane\.alpha\.kubernetes\.io\/leader$/,
  /^kubernetes\.io\/(config\.(hash|seen|source|mirror)|service-account\.uid)$/,
  /^(batch\.kubernetes\.io\/)?controller-uid$/,
  /^batch\.kubernetes\.io\/job-tracking$/,
  /^pod-template-hash$/,
  /^controller-revision-hash$/,
  /^kubernetes\.io\/metadata\.name$/,
  /^openshift\.io\/sa\.scc\./,
];

/** In one kind, by `Kind[.group]`. */
const byKind: Readonly<Record<string, readonly string[]>> = {
  Service: [
    'spec.clusterIP',
    'spec.clusterIPs',
    'spec.healthCheckNodePort',
    'spec.ports[].nodePort',
  ],
  PersistentVolumeClaim: ['spec.volumeName'],
  PersistentVolume: ['spec.claimRef', 'spec.csi.volumeHandle', 'spec.csi.volumeAttributes'],
  'Job.batch': ['spec.selector', 'spec.template.metadata.labels'],
  Pod: ['spec.nodeName', 'spec.serviceAccount', 'spec.tolerations'],
  Namespace: ['spec.finalizers'],
  Node: ['spec.podCIDR', 'spec.podCIDRs', 'spec.providerID'],
  ServiceAccount: ['secrets'],
  'APIService.apiregistration.k8s.io': ['spec.caBundle'],
  'CustomResourceDefinition.apiextensions.k8s.io': [
    'spec.conversion.webhook.clientConfig.caBundle',
  ],
  'MutatingWebhookConfiguration.admissionregistration.k8s.io': ['webhooks[].clientConfig.caBundle'],
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io': [
    'webhooks[].clientConfig.caBundle',
  ],
};

const metadataMap =
  /(^|\.)metadata\.(annotations|labels)\["?(.*?)"?\]$|(^|\.)metadata\.(annotations|labels)\.([^.[]+)$/;

/** Decides for the fields of one kind whether a difference in them says anything. */
export function noiseOf(groupKind: string): (pattern: string) => boolean {
  const fields = new Set([...everywhere, ...(byKind[groupKind] ?? [])]);
  return (pattern) => fields.has(pattern) || isNoisyMetadata(pattern);
}

function isNoisyMetadata(pattern: string): boolean {
  if (!pattern.includes('metadata.')) return false;
  const match = metadataMap.exec(pattern);
  const key = match?.[3] ?? match?.[6];
  return key !== undefined && metadataKeys.some((noisy) => noisy.test(key));
}
