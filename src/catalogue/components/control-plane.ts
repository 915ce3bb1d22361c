import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const controlPlaneComponents: readonly Component[] = [
  {
    id: 'etcd',
    name: 'etcd',
    category: 'control-plane',
    role: 'Consistent key-value store that holds every API object.',
    owners: ['static pod'],
    namespaces: ['kube-system', 'openshift-etcd'],
    labels: ['component=etcd', 'k8s-app=etcd-manager-main', 'app=etcd'],
    image: /(^|\/)etcd(-manager.*)?$|hardened-etcd$/i,
    ports: [
      { number: 2379, for: 'reads, writes and watches of the API server, over mutual TLS' },
      { number: 2380, for: 'its other members, over mutual TLS' },
      {
        number: 2381,
        for: 'metrics and health over plain HTTP; with kubeadm on the node only',
        local: true,
      },
    ],
    connections: [
      {
        from: 'kube-apiserver',
        port: 2379,
        over: 'gRPC over mutual TLS',
        for: 'read, write and watch all objects',
      },
      {
        among: 'replicas',
        port: 2380,
        over: 'Raft over mutual TLS',
        for: 'agree on each change',
        only: 'with several members',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['listen-client-urls', 'initial-cluster', 'data-dir'],
        holds: 'Its addresses, its members and the folder of its data.',
      },
      {
        in: 'file',
        path: '/etc/kubernetes/manifests/etcd.yaml',
        holds: 'Its manifest on the node.',
        on: 'kubeadm',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-etcd',
        name: 'etcd-pod',
        holds: 'Its manifest as the operator of OpenShift rolls it out.',
      },
    ],
    docs: {
      title: 'Operating etcd clusters for Kubernetes',
      href: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/',
    },
    source: verified(
      'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
      'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/',
    ),
  },
  {
    id: 'kube-apiserver',
    name: 'kube-apiserver',
    category: 'control-plane',
    role: 'Front door of the cluster: authenticates, authorizes, admits and validates every request, and is the only usual client of etcd.',
    owners: ['static pod', 'Deployment'],
    namespaces: ['kube-system', 'openshift-kube-apiserver'],
    labels: ['component=kube-apiserver', 'k8s-app=kube-apiserver', 'app=openshift-kube-apiserver'],
    image: /(^|\/)kube-apiserver$/i,
    ports: [
      { number: 6443, for: 'all clients, over HTTPS; Service `kubernetes` leads to it on 443' },
    ],
    connections: [
      { to: 'etcd', port: 2379, over: 'gRPC over mutual TLS', for: 'store objects' },
      { to: 'kubelet', port: 10250, over: 'HTTPS', for: 'fetch logs, run exec and port-forward' },
      {
        to: { name: 'admission webhooks' },
        port: 443,
        over: 'HTTPS',
        for: 'ask whether to admit or change an object',
      },
      {
        to: { name: 'aggregated API servers' },
        port: 443,
        over: 'HTTPS',
        for: 'pass on requests for their API groups',
      },
      {
        to: 'konnectivity-agent',
        over: 'a tunnel',
        for: 'reach nodes through the tunnel they opened',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: [
          'etcd-servers',
          'service-cluster-ip-range',
          'authorization-mode',
          'enable-admission-plugins',
          'advertise-address',
          'secure-port',
        ],
        holds: 'Where it stores, what it serves and whom it admits.',
      },
      {
        in: 'file',
        path: '/etc/kubernetes/manifests/kube-apiserver.yaml',
        holds: 'Its manifest on the node.',
        on: 'kubeadm',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'extension-apiserver-authentication',
        holds: 'It publishes here the authorities of its clients.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'kubeadm-config',
        keys: ['ClusterConfiguration'],
        holds: 'The flags kubeadm writes into the manifest.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-kube-apiserver',
        name: 'config',
        keys: ['config.yaml'],
        holds: 'Its settings, written by the operator of OpenShift.',
      },
    ],
    docs: {
      title: 'kube-apiserver',
      href: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
    source: verified(
      'https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/',
      'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    ),
  },
  {
    id: 'kube-controller-manager',
    name: 'kube-controller-manager',
    category: 'control-plane',
    role: 'Runs the built-in control loops in one process: Deployments, ReplicaSets, Jobs, node lifecycle, EndpointSlices, namespaces, garbage collection, service accounts, volume binding and more.',
    owners: ['static pod'],
    namespaces: ['kube-system', 'openshift-kube-controller-manager'],
    labels: [
      'component=kube-controller-manager',
      'k8s-app=kube-controller-manager',
      'app=kube-controller-manager',
    ],
    image: /(^|\/)kube-controller-manager$/i,
    ports: [{ number: 10257, for: 'health and metrics, over HTTPS' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch objects and write what its loops decide' },
    ],
    configuration: [
      {
        in: 'flags',
        names: [
          'controllers',
          'cluster-cidr',
          'allocate-node-cidrs',
          'node-monitor-grace-period',
          'leader-elect',
        ],
        holds: 'Which loops run, and how patient they are.',
      },
      {
        in: 'file',
        path: '/etc/kubernetes/manifests/kube-controller-manager.yaml',
        holds: 'Its manifest on the node.',
        on: 'kubeadm',
      },
      {
        in: 'object',
        kind: 'Lease.coordination.k8s.io',
        namespace: 'kube-system',
        name: 'kube-controller-manager',
        holds: 'Which copy leads. Nobody sets it; it is written while it runs.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-kube-controller-manager',
        name: 'config',
        keys: ['config.yaml'],
        holds: 'Its settings, written by the operator of OpenShift.',
      },
    ],
    docs: {
      title: 'kube-controller-manager',
      href: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
    },
    source: verified(
      'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
    ),
  },
  {
    id: 'kube-scheduler',
    name: 'kube-scheduler',
    category: 'control-plane',
    role: 'Picks a node for each pod that has none: filter, score, bind.',
    owners: ['static pod'],
    namespaces: ['kube-system', 'openshift-kube-scheduler'],
    labels: ['component=kube-scheduler', 'k8s-app=kube-scheduler', 'app=openshift-kube-scheduler'],
    image: /(^|\/)kube-scheduler$/i,
    ports: [{ number: 10259, for: 'health and metrics, over HTTPS' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods and nodes, write bindings' },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['config'],
        holds: 'The file of a KubeSchedulerConfiguration; without it the defaults hold.',
      },
      {
        in: 'flags',
        names: ['leader-elect'],
        holds: 'Whether several copies agree on the one that works.',
      },
      {
        in: 'file',
        path: '/etc/kubernetes/manifests/kube-scheduler.yaml',
        holds: 'Its manifest on the node.',
        on: 'kubeadm',
      },
      {
        in: 'object',
        kind: 'Lease.coordination.k8s.io',
        namespace: 'kube-system',
        name: 'kube-scheduler',
        holds: 'Which copy leads. Nobody sets it; it is written while it runs.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-kube-scheduler',
        name: 'config',
        keys: ['config.yaml'],
        holds: 'Its settings, written by the operator of OpenShift.',
      },
    ],
    docs: {
      title: 'Kubernetes Scheduler',
      href: 'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
    },
    source: verified(
      'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
    ),
  },
];
