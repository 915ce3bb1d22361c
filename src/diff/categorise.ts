import type { ChangeCategory } from './snapshot-diff.ts';

/** First match wins; patterns run over the field's path. */
const byPath: readonly (readonly [RegExp, ChangeCategory])[] = [
  [/\.image$/, 'image'],
  [/(^|\.)(replicas|minReplicas|maxReplicas|parallelism|completions)$/, 'size'],
  [/\.resources(\.|$)|^spec\.hard|^spec\.limits\[/, 'resources'],
  [/(volumeClaimTemplates|storageClassName|persistentVolumeReclaimPolicy|accessModes)/, 'storage'],
  [
    /(nodeSelector|affinity|tolerations|topologySpreadConstraints|priorityClassName|runtimeClassName|schedulerName|^spec\.taints)/i,
    'scheduling',
  ],
  [
    /(securityContext|serviceAccountName|automountServiceAccountToken|hostNetwork|hostPID|hostIPC|pod-security\.kubernetes\.io)/,
    'access',
  ],
  [/^metadata\./, 'metadata'],
  [/\.(env|envFrom|args|command)(\[|$)|^(data|binaryData|stringData)(\.|\[|$)/, 'configuration'],
];

/** What every field of a kind is about, when its path does not say. */
const byKind: Readonly<Record<string, ChangeCategory>> = {
  Service: 'exposure',
  Ingress: 'exposure',
  IngressClass: 'exposure',
  NetworkPolicy: 'exposure',
  Gateway: 'exposure',
  HTTPRoute: 'exposure',
  EndpointSlice: 'exposure',
  Role: 'access',
  ClusterRole: 'access',
  RoleBinding: 'access',
  ClusterRoleBinding: 'access',
  ServiceAccount: 'access',
  ConfigMap: 'configuration',
  Secret: 'configuration',
  PersistentVolume: 'storage',
  PersistentVolumeClaim: 'storage',
  StorageClass: 'storage',
  HorizontalPodAutoscaler: 'size',
  ResourceQuota: 'resources',
  LimitRange: 'resources',
};

/** What a difference is about: by its field first, then by the kind of the object. */
export function categorise(kind: string, path: string): ChangeCategory {
  const byField = byPath.find(([pattern]) => pattern.test(path))?.[1];
  return byField ?? (Object.hasOwn(byKind, kind) ? (byKind[kind] ?? 'other') : 'other');
}
