import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const autoscalingComponents: readonly Component[] = [
  {
    id: 'cluster-autoscaler',
    name: 'Cluster Autoscaler',
    category: 'autoscaling',
    role: 'Adds or removes nodes of node groups to fit pending pods.',
    owners: ['Deployment'],
    labels: [
      'app=cluster-autoscaler',
      'k8s-app=cluster-autoscaler',
      'app.kubernetes.io/name=aws-cluster-autoscaler',
      'app.kubernetes.io/name=cluster-autoscaler',
    ],
    image: /(^|\/)cluster-autoscaler(-[a-z]+)?$/i,
    ports: [{ number: 8085, for: 'health and metrics' }],
    connections: [
      { to: { name: 'the API of the cloud' }, port: 443, over: 'HTTPS', for: 'resize node groups' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods and Nodes, drain nodes' },
    ],
    configuration: [
      {
        in: 'flags',
        names: [
          'cloud-provider',
          'node-group-auto-discovery',
          'nodes',
          'expander',
          'scale-down-unneeded-time',
        ],
        holds: 'Which groups, and when they shrink.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cluster-autoscaler-status',
        holds: 'What it last decided. Nobody sets it; it is written while it runs.',
      },
    ],
    docs: {
      title: 'Node Autoscaling',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/node-autoscaling/',
    },
    source: verified(
      'https://github.com/kubernetes/autoscaler/blob/HEAD/cluster-autoscaler/cloudprovider/aws/examples/cluster-autoscaler-autodiscover.yaml',
      'https://github.com/kubernetes/autoscaler/blob/HEAD/cluster-autoscaler/FAQ.md',
    ),
  },
  {
    id: 'karpenter',
    name: 'Karpenter',
    category: 'autoscaling',
    role: 'Launches right-sized nodes for pending pods.',
    owners: ['Deployment'],
    labels: ['app.kubernetes.io/name=karpenter'],
    image: /karpenter\/controller$/i,
    ports: [
      { number: 8080, for: 'metrics' },
      { number: 8081, for: 'health' },
    ],
    connections: [
      {
        to: { name: 'the API of the cloud' },
        port: 443,
        over: 'HTTPS',
        for: 'launch and end machines',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods and Nodes, drain nodes' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'karpenter.sh',
        kinds: ['NodePool', 'NodeClaim'],
        holds: 'Which nodes it may launch, and which it did.',
      },
      {
        in: 'resources',
        group: 'karpenter.k8s.aws',
        kinds: ['EC2NodeClass'],
        holds: 'Images, subnets and roles of machines on AWS.',
      },
      {
        in: 'environment',
        names: ['CLUSTER_NAME', 'CLUSTER_ENDPOINT', 'INTERRUPTION_QUEUE', 'FEATURE_GATES'],
        holds: 'The cluster, and where interruptions are announced.',
      },
    ],
    docs: { title: 'Karpenter documentation', href: 'https://karpenter.sh/docs/' },
    source: verified(
      'https://github.com/aws/karpenter-provider-aws/blob/HEAD/charts/karpenter/templates/deployment.yaml',
      'https://github.com/aws/karpenter-provider-aws/blob/HEAD/charts/karpenter/values.yaml',
    ),
  },
  {
    id: 'keda',
    name: 'KEDA',
    category: 'autoscaling',
    role: 'Event-driven scaling, feeding external metrics to HPAs.',
    owners: ['Deployment'],
    labels: [
      'app=keda-operator',
      'app=keda-operator-metrics-apiserver',
      'app=keda-admission-webhooks',
    ],
    image: /kedacore\/keda/i,
    ports: [
      { number: 6443, for: 'API `external.metrics.k8s.io`' },
      { number: 9443, for: 'webhooks' },
      { number: 9666, for: 'metrics, from the operator to the metrics server' },
      { number: 8080, for: 'metrics' },
    ],
    connections: [
      {
        from: 'kube-apiserver',
        port: 6443,
        over: 'HTTPS, through an APIService',
        for: 'ask for external metrics',
      },
      { from: 'kube-apiserver', port: 9443, over: 'HTTPS', for: 'validate its objects' },
      {
        among: 'replicas',
        port: 9666,
        over: 'gRPC',
        for: 'hand metrics from the operator to the metrics server',
      },
      {
        to: { name: 'sources of events' },
        over: 'the protocol of each',
        for: 'measure how much waits',
      },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'keda.sh',
        kinds: ['ScaledObject', 'ScaledJob', 'TriggerAuthentication'],
        holds: 'What scales on which event.',
      },
    ],
    docs: { title: 'KEDA documentation', href: 'https://keda.sh/docs/' },
    source: verified(
      'https://github.com/kedacore/charts/blob/HEAD/keda/values.yaml',
      'https://github.com/kedacore/charts/blob/HEAD/keda/templates/metrics-server/deployment.yaml',
    ),
  },
  {
    id: 'vpa',
    name: 'Vertical Pod Autoscaler',
    category: 'autoscaling',
    role: 'Recommends or sets resource requests.',
    owners: ['Deployment'],
    labels: ['app=vpa-recommender', 'app=vpa-updater', 'app=vpa-admission-controller'],
    image: /vpa-(recommender|updater|admission-controller)$/i,
    ports: [
      { number: 8000, for: 'admission webhook' },
      { number: 8942, for: 'metrics of the recommender' },
      { number: 8943, for: 'metrics of the updater' },
      { number: 8944, for: 'metrics of the admission controller' },
    ],
    connections: [
      { from: 'kube-apiserver', port: 8000, over: 'HTTPS', for: 'set requests of new pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods and their use, evict pods' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'autoscaling.k8s.io',
        kinds: ['VerticalPodAutoscaler', 'VerticalPodAutoscalerCheckpoint'],
        holds: 'What is to be sized, and what was learnt.',
      },
    ],
    docs: {
      title: 'Vertical Pod Autoscaling',
      href: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/',
    },
    source: verified(
      'https://github.com/kubernetes/autoscaler/blob/HEAD/vertical-pod-autoscaler/deploy/admission-controller-deployment.yaml',
      'https://github.com/kubernetes/autoscaler/blob/HEAD/vertical-pod-autoscaler/deploy/recommender-deployment.yaml',
    ),
  },
];
