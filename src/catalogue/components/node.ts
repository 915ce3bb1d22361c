import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const nodeComponents: readonly Component[] = [
  {
    id: 'kubelet',
    name: 'kubelet',
    category: 'node',
    role: 'Node agent: registers the node, runs pods through the container runtime, reports status, renews the node Lease. Never a pod: Node objects show it.',
    owners: ['host process'],
    ports: [
      { number: 10250, for: 'logs, exec, port-forward and metrics, over HTTPS' },
      { number: 10248, for: 'health; on the node only', local: true },
    ],
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch its pods, report status, renew its Lease',
      },
      { to: 'container-runtime', over: 'CRI on a Unix socket', for: 'run containers' },
      {
        to: {
          name: 'CSI plugins of the node',
          components: [
            'ebs-csi-node',
            'efs-csi',
            'pd-csi',
            'filestore-csi',
            'azuredisk-csi',
            'azurefile-csi',
            'do-csi',
            'csi-hostpath',
            'secrets-store-csi',
          ],
        },
        over: 'CSI on a Unix socket',
        for: 'mount and unmount volumes',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^kubelet-config(-1\.\d+)?$/,
        keys: ['kubelet'],
        holds: 'The settings that kubeadm gives all kubelets. Each node keeps a copy.',
      },
      {
        in: 'file',
        path: '/var/lib/kubelet/config.yaml',
        holds: 'The KubeletConfiguration that this node really uses.',
        on: 'kubeadm',
      },
    ],
    docs: {
      title: 'kubelet',
      href: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    },
    source: verified(
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
      'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
    ),
  },
  {
    id: 'container-runtime',
    name: 'Container runtime',
    category: 'node',
    role: 'Pulls images and runs containers for the kubelet; only `status.nodeInfo` of a Node tells of it.',
    owners: ['host process'],
    connections: [
      { from: 'kubelet', over: 'CRI on a Unix socket', for: 'run containers' },
      { to: { name: 'image registries' }, port: 443, over: 'HTTPS', for: 'pull images' },
    ],
    configuration: [
      {
        in: 'file',
        path: '/etc/containerd/config.toml',
        holds:
          'The settings, where it is containerd; Docker Engine and CRI-O have files of their own.',
      },
      { in: 'nothing', because: 'No object of the API holds its settings.' },
    ],
    docs: {
      title: 'Container Runtimes',
      href: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
    },
    source: verified('https://kubernetes.io/docs/setup/production-environment/container-runtimes/'),
  },
  {
    id: 'kube-proxy',
    name: 'kube-proxy',
    category: 'node',
    role: "Programs each node so that a Service's virtual IP reaches one of its endpoints.",
    owners: ['DaemonSet', 'static pod'],
    labels: [
      'k8s-app=kube-proxy',
      'component=kube-proxy',
      'k8s-app=kube-proxy-worker',
      'k8s-app=kube-proxy-windows',
    ],
    image: /(^|\/)(oke-public-)?kube-proxy$/i,
    ports: [
      { number: 10256, for: 'health' },
      { number: 10249, for: 'metrics; on the node only', local: true },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services and EndpointSlices' },
      {
        to: { name: 'the kernel of its node' },
        over: 'netlink',
        for: 'write iptables, ipvs or nftables rules',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'kube-proxy',
        keys: ['config.conf', 'kubeconfig.conf', 'kubeconfig'],
        holds:
          'A KubeProxyConfiguration, and where the API server is. An empty `mode` means iptables.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'kube-proxy-config',
        keys: ['config'],
        holds: 'A KubeProxyConfiguration, on EKS.',
      },
      {
        in: 'flags',
        names: ['config'],
        holds: 'The file with its settings, which comes from the ConfigMap.',
      },
      {
        in: 'flags',
        names: ['proxy-mode', 'cluster-cidr'],
        holds: 'The same settings, where they are given as flags.',
      },
    ],
    docs: {
      title: 'Virtual IPs and Service Proxies',
      href: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
    },
    source: verified(
      'https://kubernetes.io/docs/reference/networking/virtual-ips/',
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/',
    ),
  },
  {
    id: 'node-problem-detector',
    name: 'Node problem detector',
    category: 'node',
    role: 'Turns kernel and runtime trouble into Node conditions and Events.',
    owners: ['DaemonSet'],
    labels: [
      'app=node-problem-detector',
      'k8s-app=node-problem-detector',
      'app.kubernetes.io/name=node-problem-detector',
    ],
    image: /node-problem-detector$/i,
    ports: [
      { number: 20257, for: 'metrics; on the node only unless a flag opens it', local: true },
      { number: 20256, for: 'health; on the node only unless a flag opens it', local: true },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'write Node conditions and Events' },
      {
        to: { name: 'the log of the kernel' },
        over: 'a file of the node',
        for: 'read what goes wrong',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'node-problem-detector-config',
        holds: 'What counts as a problem.',
      },
      {
        in: 'flags',
        names: ['config.system-log-monitor', 'config.custom-plugin-monitor'],
        holds: 'The files with the rules.',
      },
    ],
    docs: {
      title: 'Monitor Node Health',
      href: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/monitor-node-health/',
    },
    source: verified(
      'https://github.com/kubernetes/node-problem-detector/blob/HEAD/deployment/node-problem-detector.yaml',
      'https://github.com/kubernetes/node-problem-detector/blob/HEAD/README.md',
    ),
  },
  {
    id: 'device-plugin-nvidia',
    name: 'NVIDIA device plugin',
    category: 'node',
    role: 'Advertises GPUs to the kubelet as an extended resource.',
    owners: ['DaemonSet'],
    labels: ['name=nvidia-device-plugin-ds', 'app.kubernetes.io/name=nvidia-device-plugin'],
    image: /nvidia.*device-plugin/i,
    connections: [
      {
        to: 'kubelet',
        over: 'the device plugin API on a Unix socket',
        for: 'offer the GPUs of the node',
      },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['FAIL_ON_INIT_ERROR'],
        holds: 'Whether a node without a GPU is an error.',
      },
    ],
    docs: {
      title: 'Device Plugins',
      href: 'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/nvidia-device-plugin/nvidia-device-plugin.yaml.tmpl',
      'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/',
    ),
  },
  {
    id: 'node-feature-discovery',
    name: 'Node Feature Discovery',
    category: 'node',
    role: 'Labels nodes with hardware and kernel features.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['app.kubernetes.io/name=node-feature-discovery'],
    image: /node-feature-discovery$/i,
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'write labels of Nodes' }],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /nfd-worker-conf$/,
        holds: 'What a worker looks for.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /nfd-master-conf$/,
        holds: 'Which labels the master lets through.',
      },
    ],
    docs: { title: 'Node Feature Discovery', href: 'https://nfd.sigs.k8s.io/' },
    source: verified(
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/node_feature_discovery/templates/nfd-worker-conf.yaml.j2',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/node_feature_discovery/templates/nfd-master.yaml.j2',
    ),
  },
];
