/** What is behind the names that programs give themselves when they write. */
const managers: readonly (readonly [name: RegExp, meaning: string])[] = [
  [/^kubectl-client-side-apply$/, '`kubectl apply`'],
  [/^kubectl-last-applied$/, '`kubectl apply --server-side`, over an older manifest'],
  [/^kubectl$/, '`kubectl apply --server-side`'],
  [
    /^kubectl-(create|edit|patch|label|annotate|scale|set|rollout|replace|taint|expose|run|autoscale|cordon)$/,
    'a person or script with `kubectl $1`',
  ],
  [/^before-first-apply$/, 'whoever wrote it before its first server-side apply'],
  [/^(helm|Helm|helm-controller)$/, 'Helm'],
  [/^Go-http-client$/, 'a program without a name of its own'],
  [/^argocd-controller$|^argocd-application-controller$/, 'Argo CD'],
  [/^kustomize-controller$/, 'Flux'],
  [/^kustomize$/, 'Kustomize'],
  [/^kubeadm$/, 'kubeadm, which set the cluster up'],
  [/^kube-apiserver$/, 'the API server itself'],
  [/^kube-controller-manager$/, 'a controller of Kubernetes'],
  [/^kube-scheduler$/, 'the scheduler'],
  [/^kubelet$/, 'the kubelet of a node'],
  [/^kube-proxy$/, 'kube-proxy'],
  [/^api-priority-and-fairness/, 'the API server itself'],
  [/^clusterrole-aggregation-controller$/, 'a controller of Kubernetes'],
  [/^(kubernetes-)?service-cidr-controller$/, 'a controller of Kubernetes'],
  [/^eks$/, 'Amazon EKS'],
  [/^(cluster-version-operator)$/, 'OpenShift'],
  [/^(Terraform|HashiCorp)/, 'Terraform'],
  [/^(pulumi)/, 'Pulumi'],
  [/^(olm|catalog)$/, 'OLM'],
  [/^cloud-controller-manager|-cloud-controller-manager$/, 'the cloud controller'],
  [/^csi-|^external-(provisioner|attacher|resizer)/, 'a helper of a storage driver'],
  [/^cert-manager-/, 'cert-manager'],
];

/**
 * Who a manager of `metadata.managedFields` is, in a few words with identifiers between backticks;
 * nothing for a name that nobody knows.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers
 */
export function managerMeaning(name: string): string | undefined {
  for (const [pattern, meaning] of managers) {
    const match = pattern.exec(name);
    if (match !== null) return meaning.replace('$1', match[1] ?? '');
  }
  return undefined;
}
