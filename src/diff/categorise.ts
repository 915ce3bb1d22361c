/** What a difference is about, the most consequential first. */
export const changeCategories = [
  'rbac',
  'exposure',
  'network-policy',
  'security',
  'image',
  'versions',
  'scaling',
  'resources',
  'storage',
  'scheduling',
  'configuration',
  'metadata',
] as const;

export type ChangeCategory = (typeof changeCategories)[number];

/** As a title, and as a noun for counting: `3 images`. */
export const categoryWords = {
  rbac: { title: 'Who may do what', one: 'access rule', many: 'access rules' },
  exposure: { title: 'Who can reach what', one: 'exposure', many: 'exposures' },
  'network-policy': { title: 'Network policy', one: 'network policy', many: 'network policies' },
  security: {
    title: 'Security context and admission',
    one: 'security setting',
    many: 'security settings',
  },
  image: { title: 'Which code runs', one: 'image', many: 'images' },
  versions: { title: 'Versions and APIs', one: 'version', many: 'versions' },
  scaling: { title: 'Replicas and scaling', one: 'replica count', many: 'replica counts' },
  resources: { title: 'Resources and quotas', one: 'resource setting', many: 'resource settings' },
  storage: { title: 'Storage', one: 'storage setting', many: 'storage settings' },
  scheduling: { title: 'Where it runs', one: 'scheduling rule', many: 'scheduling rules' },
  configuration: { title: 'Configuration', one: 'setting', many: 'settings' },
  metadata: { title: 'Labels and annotations', one: 'label', many: 'labels or annotations' },
} as const satisfies Record<
  ChangeCategory,
  { readonly title: string; readonly one: string; readonly many: string }
>;

/** First match wins; patterns run over the field's path. */
const byPath: readonly (readonly [RegExp, ChangeCategory])[] = [
  [/pod-security\.kubernetes\.io/, 'security'],
  [
    /^metadata\.(labels|annotations)\["?(helm\.sh\/chart|app\.kubernetes\.io\/version|.*bundle-version)/,
    'versions',
  ],
  [/^metadata\.annotations\["[^"]*(load-?balancer|ingress|whitelist)/, 'exposure'],
  [
    /^metadata\.annotations\["(eks\.amazonaws\.com\/role-arn|iam\.gke\.io|azure\.workload\.identity)/,
    'rbac',
  ],
  [/^metadata\./, 'metadata'],
  [/^(data|binaryData|stringData)(\.|\[|$)/, 'configuration'],
  [/\.(env|envFrom|args|command)(\[|\.|$)/, 'configuration'],
  [/\.image$/, 'image'],
  [/(^|\.)(ephemeralContainers|containers|initContainers)\[[^\]]*\]$/, 'image'],
  [/(^|\.)(replicas|minReplicas|maxReplicas|parallelism|completions)$/, 'scaling'],
  [/volumeClaimTemplates|storageClassName|persistentVolumeReclaimPolicy|accessModes/, 'storage'],
  [/\.resources(\.|$)|^spec\.hard|^spec\.limits\[|^status\.capacity/, 'resources'],
  [/securityContext|runtimeClassName|hostNetwork|hostPID|hostIPC|\.hostPath/, 'security'],
  [/hostPort/, 'exposure'],
  [/serviceAccountName|automountServiceAccountToken/, 'rbac'],
  [
    /nodeSelector|[aA]ffinity\b|tolerations|topologySpreadConstraints|priorityClassName|schedulerName|^spec\.taints|^spec\.unschedulable/,
    'scheduling',
  ],
  [/\.volumes\[|\.volumeMounts\[|\.volumeDevices/, 'storage'],
  [/^status\.nodeInfo\./, 'versions'],
];

// Fields that mean the same in every kind; session affinity is about reaching, not about nodes.
const kindFirst: ReadonlySet<string> = new Set([
  'Service',
  'NetworkPolicy',
  'Ingress',
  'HTTPRoute',
]);

/** What a kind is about, where the path of a field does not say. */
const byKind: Readonly<Record<string, ChangeCategory>> = {
  Service: 'exposure',
  Ingress: 'exposure',
  IngressClass: 'exposure',
  Gateway: 'exposure',
  GatewayClass: 'exposure',
  HTTPRoute: 'exposure',
  EndpointSlice: 'exposure',
  NetworkPolicy: 'network-policy',
  GlobalNetworkPolicy: 'network-policy',
  CiliumNetworkPolicy: 'network-policy',
  CiliumClusterwideNetworkPolicy: 'network-policy',
  Role: 'rbac',
  ClusterRole: 'rbac',
  RoleBinding: 'rbac',
  ClusterRoleBinding: 'rbac',
  ServiceAccount: 'rbac',
  MutatingWebhookConfiguration: 'security',
  ValidatingWebhookConfiguration: 'security',
  ValidatingAdmissionPolicy: 'security',
  ValidatingAdmissionPolicyBinding: 'security',
  MutatingAdmissionPolicy: 'security',
  MutatingAdmissionPolicyBinding: 'security',
  PodSecurityPolicy: 'security',
  RuntimeClass: 'security',
  CustomResourceDefinition: 'versions',
  APIService: 'versions',
  Node: 'scheduling',
  PriorityClass: 'scheduling',
  PersistentVolume: 'storage',
  PersistentVolumeClaim: 'storage',
  StorageClass: 'storage',
  VolumeAttributesClass: 'storage',
  CSIDriver: 'storage',
  HorizontalPodAutoscaler: 'scaling',
  PodDisruptionBudget: 'scaling',
  ResourceQuota: 'resources',
  LimitRange: 'resources',
};

/** What an object that one side has is about; a workload is code that runs. */
const wholeObjects: Readonly<Record<string, ChangeCategory>> = {
  ...byKind,
  Deployment: 'image',
  DaemonSet: 'image',
  StatefulSet: 'image',
  ReplicaSet: 'image',
  ReplicationController: 'image',
  CronJob: 'image',
  Job: 'image',
  Pod: 'image',
  Node: 'scaling',
};

/** What a difference is about: by its field first, then by the kind of the object. */
export function categorise(kind: string, path: string): ChangeCategory {
  const table = path === '' ? wholeObjects : byKind;
  const ofKind = Object.hasOwn(table, kind) ? table[kind] : undefined;
  if (path === '') return ofKind ?? 'configuration';
  if (ofKind !== undefined && kindFirst.has(kind) && path.startsWith('spec')) return ofKind;
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? ofKind ?? 'configuration';
}

/** 0 for the most consequential. */
export function rankOf(category: ChangeCategory): number {
  return changeCategories.indexOf(category);
}
