import type { Explained } from './explained.ts';
import { type Default, departure, valueFor } from './flags/defaults.ts';

/** Notes for settings files of clusters, by ConfigMap and path. Lists are not entered. */
const notes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kubeadm-config': {
    apiServer: 'Extra settings of the API server.',
    'apiServer.certSANs': 'More names its certificate is valid for.',
    certificatesDir: 'Where certificates and keys stand on the control-plane node.',
    certificateValidityPeriod: 'How long certificates are valid. 8760 hours are a year.',
    caCertificateValidityPeriod: 'How long the authorities are valid. 87600 hours are ten years.',
    clusterName:
      'A name for kubeconfig files. minikube writes `mk` here, kind its own cluster name.',
    controlPlaneEndpoint: 'The address all nodes use for the API server.',
    'etcd.local': 'etcd runs on the control-plane nodes, started from a static manifest.',
    'etcd.local.dataDir': 'Its folder on the node.',
    'etcd.external': 'etcd runs elsewhere, at these addresses.',
    imageRepository: 'Where images of the control plane come from.',
    kubernetesVersion: 'The version of the control plane.',
    'networking.dnsDomain': 'The end of every Service name.',
    'networking.podSubnet': 'The range pod addresses are cut from.',
    'networking.serviceSubnet': 'The range cluster IPs come from.',
    controllerManager: 'Extra settings of the controller manager.',
    scheduler: 'Extra settings of the scheduler.',
    encryptionAlgorithm: 'How keys are made.',
  },
  'kubelet-config': {
    'authentication.anonymous.enabled': 'Whether the kubelet answers strangers.',
    'authentication.webhook.enabled': 'It asks the API server whose token a caller shows.',
    'authentication.x509.clientCAFile': 'Callers with a certificate of this authority are known.',
    'authorization.mode': '`Webhook`: it asks the API server whether a caller may.',
    cgroupDriver: 'Who manages cgroups; must agree with the container runtime.',
    clusterDNS: 'The nameserver that pods get: the cluster IP of Service kube-dns.',
    clusterDomain: 'The search domain that pods get.',
    containerRuntimeEndpoint: 'The socket of the container runtime.',
    healthzBindAddress: 'Where the kubelet tells that it is well.',
    healthzPort: 'The port for that.',
    rotateCertificates: 'It renews its own client certificate in time.',
    staticPodPath: 'The folder whose manifests it runs without asking anybody.',
    serverTLSBootstrap: 'It asks the cluster to sign its serving certificate.',
    maxPods: 'Most pods a node takes.',
  },
  'kube-proxy': {
    bindAddress: 'Where health checks are answered.',
    'clientConnection.kubeconfig': 'How it reaches the API server.',
    clusterCIDR: 'The range of pod addresses. Traffic from outside it is masqueraded.',
    mode: 'How Services reach the kernel. Empty means iptables on Linux.',
    metricsBindAddress: 'Where metrics are served; empty means localhost only.',
    'iptables.masqueradeAll': 'Whether all traffic to Services gets the address of the node.',
    nodePortAddresses: 'On which addresses of a node NodePorts open; null means all of them.',
    detectLocalMode: 'How it knows that traffic comes from a pod of its own node.',
    'conntrack.maxPerCore': 'Connections the kernel may track, per CPU.',
    'ipvs.scheduler': 'How IPVS chooses an endpoint.',
  },
};

/**
 * What settings are when a file does not set them. `''` stands for nothing.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
 * @see https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
const defaults: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  'kubeadm-config': {
    caCertificateValidityPeriod: '87600h0m0s',
    certificateValidityPeriod: '8760h0m0s',
    certificatesDir: '/etc/kubernetes/pki',
    clusterName: 'kubernetes',
    encryptionAlgorithm: 'RSA-2048',
    'etcd.local.dataDir': '/var/lib/etcd',
    imageRepository: [
      [25, 'registry.k8s.io'],
      [0, 'k8s.gcr.io'],
    ],
    'networking.dnsDomain': 'cluster.local',
    'networking.serviceSubnet': '10.96.0.0/12',
  },
  'kubelet-config': {
    'authentication.anonymous.enabled': 'false',
    'authentication.webhook.enabled': 'true',
    'authorization.mode': 'Webhook',
    cgroupDriver: 'cgroupfs',
    clusterDomain: '',
    healthzBindAddress: '127.0.0.1',
    healthzPort: '10248',
    maxPods: '110',
    rotateCertificates: 'false',
    serverTLSBootstrap: 'false',
    staticPodPath: '',
  },
  'kube-proxy': {
    bindAddress: '0.0.0.0',
    'conntrack.maxPerCore': '32768',
    'iptables.masqueradeAll': 'false',
    metricsBindAddress: '127.0.0.1:10249',
  },
};

const sameAs: Readonly<Record<string, string>> = { 'kube-proxy-config': 'kube-proxy' };

/**
 * A YAML text line by line, with the notes for the settings of this ConfigMap. The path of a line comes
 * from its indentation, which suffices for the block style these files are written in.
 */
export function explainYaml(
  configMap: string,
  text: string,
  minor: number | undefined,
): Explained[] {
  const file = sameAs[configMap] ?? configMap;
  const known = notes[file] ?? {};
  const open: { readonly indent: number; readonly key: string }[] = [];
  return text
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => {
      const match = /^( *)([A-Za-z][\w-]*):(.*)$/.exec(line);
      if (match === null) return { text: line };
      const [, spaces = '', key = '', value = ''] = match;
      while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
      open.push({ indent: spaces.length, key });
      const path = open.map((part) => part.key).join('.');
      const note = Object.hasOwn(known, path) ? known[path] : undefined;
      const more = note && departureOf(file, path, value.trim(), minor);
      return { text: line, note: more ? `${note} ${more}` : note };
    });
}

/** Whether a setting departs from its default. What is empty, zero or null asks for the default. */
function departureOf(
  file: string,
  path: string,
  value: string,
  minor: number | undefined,
): string | undefined {
  const known = defaults[file] ?? {};
  const standard = Object.hasOwn(known, path) ? known[path] : undefined;
  if (standard === undefined || /^(?:|""|0s?|null)$/.test(value)) return undefined;
  return departure(value, valueFor(standard, minor));
}
