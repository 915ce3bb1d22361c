/** What a namespace is for, and who made it. */
export interface NamespacePurpose {
  readonly purpose: string;
  /** `Kubernetes`: in every cluster; `distribution`: part of how it was made; `add-on`: installed. */
  readonly madeBy: 'Kubernetes' | 'distribution' | 'add-on';
}

/** The namespaces that the API server creates in every cluster and recreates when they are deleted. */
export const systemNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

const exact: Readonly<Record<string, NamespacePurpose>> = {
  default: {
    purpose:
      'Where objects land that name no namespace. The API server keeps its own Service here.',
    madeBy: 'Kubernetes',
  },
  'kube-node-lease': { purpose: 'One Lease for each node: its heartbeat.', madeBy: 'Kubernetes' },
  'kube-public': {
    purpose: 'Meant to be readable by everyone, even without login.',
    madeBy: 'Kubernetes',
  },
  'kube-system': { purpose: 'The parts that Kubernetes itself is made of.', madeBy: 'Kubernetes' },
  'local-path-storage': {
    purpose: 'The local path provisioner, which turns folders of a node into volumes.',
    madeBy: 'add-on',
  },
  'kube-flannel': { purpose: 'The pod network flannel.', madeBy: 'add-on' },
  'calico-system': { purpose: 'The pod network Calico.', madeBy: 'add-on' },
  'calico-apiserver': { purpose: 'The API server for Calico objects.', madeBy: 'add-on' },
  'tigera-operator': { purpose: 'The operator that installs Calico.', madeBy: 'add-on' },
  'gmp-system': { purpose: "Google's managed Prometheus.", madeBy: 'distribution' },
  'gke-managed-system': { purpose: "Google's node services.", madeBy: 'distribution' },
  'ingress-nginx': { purpose: 'The ingress controller ingress-nginx.', madeBy: 'add-on' },
  'cert-manager': { purpose: 'cert-manager, which issues certificates.', madeBy: 'add-on' },
  argocd: { purpose: 'Argo CD, which applies what stands in git.', madeBy: 'add-on' },
  'flux-system': { purpose: 'Flux, which applies what stands in git.', madeBy: 'add-on' },
  'istio-system': { purpose: 'The service mesh Istio.', madeBy: 'add-on' },
  linkerd: { purpose: 'The service mesh Linkerd.', madeBy: 'add-on' },
  'metallb-system': {
    purpose: 'MetalLB, which gives addresses to LoadBalancer Services.',
    madeBy: 'add-on',
  },
  'kubernetes-dashboard': { purpose: 'The Kubernetes Dashboard.', madeBy: 'add-on' },
  'longhorn-system': { purpose: 'The storage system Longhorn.', madeBy: 'add-on' },
  'gatekeeper-system': { purpose: 'The policy engine Gatekeeper.', madeBy: 'add-on' },
  kyverno: { purpose: 'The policy engine Kyverno.', madeBy: 'add-on' },
  velero: { purpose: 'Velero, which makes backups.', madeBy: 'add-on' },
  projectcontour: { purpose: 'The ingress controller Contour, with its Envoy.', madeBy: 'add-on' },
  kurl: {
    purpose: 'What kURL runs for itself: its operator and its registry.',
    madeBy: 'distribution',
  },
  keda: { purpose: 'KEDA, which scales on events.', madeBy: 'add-on' },
  'external-secrets': { purpose: 'The External Secrets Operator.', madeBy: 'add-on' },
};

const prefixed: readonly (readonly [string, NamespacePurpose])[] = [
  ['openshift-', { purpose: 'A part of OpenShift.', madeBy: 'distribution' }],
  ['cattle-', { purpose: 'Agents and apps of Rancher.', madeBy: 'add-on' }],
];

/** What a namespace is for; undefined for one that users made, or that nobody knows. */
export function namespacePurpose(name: string): NamespacePurpose | undefined {
  if (Object.hasOwn(exact, name)) return exact[name];
  return prefixed.find(([prefix]) => name.startsWith(prefix))?.[1];
}
