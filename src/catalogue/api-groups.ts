/**
 * Owners of API groups that clusters get from add-ons, by group or by the end of it. A group is a domain
 * name of its owner, so the table only gives the name people know. Groups of samples and public dumps, and
 * of the projects' own manifests.
 */
const owners: Readonly<Record<string, string>> = {
  'acme.cert-manager.io': 'cert-manager',
  'cert-manager.io': 'cert-manager',
  'monitoring.coreos.com': 'Prometheus Operator',
  'operators.coreos.com': 'Operator Lifecycle Manager',
  'argoproj.io': 'Argo',
  'fluxcd.io': 'Flux',
  'projectcalico.org': 'Calico',
  'operator.tigera.io': 'Calico',
  'cilium.io': 'Cilium',
  'antrea.io': 'Antrea',
  'k8s.cni.cncf.io': 'Multus',
  'metallb.io': 'MetalLB',
  'traefik.io': 'Traefik',
  'traefik.containo.us': 'Traefik',
  'projectcontour.io': 'Contour',
  'konghq.com': 'Kong',
  'nginx.org': 'NGINX Ingress Controller',
  'istio.io': 'Istio',
  'linkerd.io': 'Linkerd',
  'gateway.networking.k8s.io': 'Gateway API',
  'policy.networking.k8s.io': 'Network Policy API',
  'snapshot.storage.k8s.io': 'CSI snapshot controller',
  'autoscaling.k8s.io': 'Vertical Pod Autoscaler',
  'cluster.x-k8s.io': 'Cluster API',
  'node.k8s.io': 'Kubernetes',
  'velero.io': 'Velero',
  'longhorn.io': 'Longhorn',
  'rook.io': 'Rook',
  'openebs.io': 'OpenEBS',
  'external-secrets.io': 'External Secrets Operator',
  'secrets-store.csi.x-k8s.io': 'Secrets Store CSI Driver',
  'bitnami.com': 'Sealed Secrets',
  'secrets.hashicorp.com': 'Vault Secrets Operator',
  'kyverno.io': 'Kyverno',
  'wgpolicyk8s.io': 'Policy Report API',
  'gatekeeper.sh': 'Gatekeeper',
  'keda.sh': 'KEDA',
  'karpenter.sh': 'Karpenter',
  'karpenter.k8s.aws': 'Karpenter',
  'elbv2.k8s.aws': 'AWS Load Balancer Controller',
  'vpcresources.k8s.aws': 'Amazon VPC resource controller',
  'networking.k8s.aws': 'Amazon VPC CNI',
  'crd.k8s.amazonaws.com': 'Amazon VPC CNI',
  'services.k8s.aws': 'AWS Controllers for Kubernetes',
  'k3s.cattle.io': 'K3s',
  'helm.cattle.io': 'Helm controller of K3s and RKE2',
  'cattle.io': 'Rancher',
  'openshift.io': 'OpenShift',
  'knative.dev': 'Knative',
  'tekton.dev': 'Tekton',
  'kubevirt.io': 'KubeVirt',
  'crossplane.io': 'Crossplane',
  'cnpg.io': 'CloudNativePG',
  'acid.zalan.do': 'Postgres Operator',
  'strimzi.io': 'Strimzi',
  'k8s.elastic.co': 'Elastic Cloud on Kubernetes',
  'mongodb.com': 'MongoDB Operator',
  'opentelemetry.io': 'OpenTelemetry Operator',
  'jaegertracing.io': 'Jaeger Operator',
  'grafana.com': 'Grafana Operator',
  'troubleshoot.sh': 'Troubleshoot',
  'kots.io': 'KOTS',
  'kurl.sh': 'kURL',
};

/** The project that an API group belongs to, `'networking.istio.io'` → `'Istio'`, if the catalogue knows. */
export function ownerOfGroup(group: string): string | undefined {
  const parts = group.split('.');
  for (let from = 0; from < parts.length - 1; from += 1) {
    const domain = parts.slice(from).join('.');
    if (Object.hasOwn(owners, domain)) return owners[domain];
  }
  return undefined;
}
