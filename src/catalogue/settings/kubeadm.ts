import type { Settings } from './setting.ts';

/**
 * ClusterConfiguration of kubeadm.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export const kubeadmSettings: Settings = {
  apiServer: { meaning: 'Extra settings of the API server.', telling: true },
  'apiServer.certSANs': { meaning: 'More names its certificate is valid for.' },
  'apiServer.extraArgs': { meaning: 'Flags of its own; they end up in its manifest.' },
  'apiServer.timeoutForControlPlane': {
    meaning: 'How long kubeadm waits for the API server.',
    standard: '4m0s',
  },
  certificatesDir: {
    meaning: 'Where certificates and keys stand on the control-plane node.',
    standard: '/etc/kubernetes/pki',
  },
  certificateValidityPeriod: {
    meaning: 'How long certificates are valid. 8760 hours are a year.',
    standard: '8760h0m0s',
  },
  caCertificateValidityPeriod: {
    meaning: 'How long the authorities are valid. 87600 hours are ten years.',
    standard: '87600h0m0s',
  },
  clusterName: {
    meaning: 'A name for kubeconfig files. minikube writes `mk` here, kind its own cluster name.',
    standard: 'kubernetes',
  },
  controlPlaneEndpoint: { meaning: 'The address all nodes use for the API server.', standard: '' },
  controllerManager: { meaning: 'Extra settings of the controller manager.', telling: true },
  'controllerManager.extraArgs': { meaning: 'Flags of its own.' },
  dns: { meaning: 'The image of CoreDNS, where it is another one.', telling: true },
  proxy: { meaning: 'Whether kubeadm leaves kube-proxy out.', telling: true },
  encryptionAlgorithm: { meaning: 'How keys are made.', standard: 'RSA-2048' },
  'etcd.local': {
    meaning: 'etcd runs on the control-plane nodes, started from a static manifest.',
  },
  'etcd.local.dataDir': { meaning: 'Its folder on the node.', standard: '/var/lib/etcd' },
  'etcd.local.extraArgs': { meaning: 'Flags of its own.' },
  'etcd.external': { meaning: 'etcd runs elsewhere, at these addresses.' },
  imageRepository: {
    meaning: 'Where images of the control plane come from.',
    standard: [
      [25, 'registry.k8s.io'],
      [0, 'k8s.gcr.io'],
    ],
  },
  kubernetesVersion: { meaning: 'The version of the control plane.' },
  'networking.dnsDomain': { meaning: 'The end of every Service name.', standard: 'cluster.local' },
  'networking.podSubnet': { meaning: 'The range pod addresses are cut from.', standard: '' },
  'networking.serviceSubnet': {
    meaning: 'The range cluster IPs come from.',
    standard: '10.96.0.0/12',
  },
  scheduler: { meaning: 'Extra settings of the scheduler.', telling: true },
  'scheduler.extraArgs': { meaning: 'Flags of its own.' },
};
