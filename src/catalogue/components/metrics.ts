import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const metricsComponents: readonly Component[] = [
  {
    id: 'metrics-server',
    name: 'metrics-server',
    category: 'observability',
    role: 'Scrapes kubelets and serves metrics.k8s.io for kubectl top and HPAs.',
    owners: ['Deployment'],
    labels: [
      'k8s-app=metrics-server',
      'app.kubernetes.io/name=metrics-server',
      'app.kubernetes.io/name=rke2-metrics-server',
    ],
    image: /metrics-server$/i,
    workload: /^metrics-server/i,
    ports: [
      { number: 443, for: 'API `metrics.k8s.io`, at its Service' },
      { number: 4443, for: 'the same in its pods, in older manifests' },
      { number: 10250, for: 'the same in its pods' },
    ],
    connections: [
      { to: 'kubelet', port: 10250, over: 'HTTPS', for: 'read what containers use' },
      {
        from: 'kube-apiserver',
        port: 443,
        over: 'HTTPS, through APIService `v1beta1.metrics.k8s.io`',
        for: 'ask for metrics',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: [
          'kubelet-insecure-tls',
          'metric-resolution',
          'kubelet-preferred-address-types',
          'secure-port',
        ],
        holds: 'How it reaches kubelets, and how often.',
      },
      {
        in: 'object',
        kind: 'APIService.apiregistration.k8s.io',
        name: 'v1beta1.metrics.k8s.io',
        holds: 'Who answers for the API group.',
      },
    ],
    docs: {
      title: 'Resource metrics pipeline',
      href: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/metrics-server/metrics-server-deployment.yaml.tmpl',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/metrics_server/templates/metrics-server-deployment.yaml.j2',
      'https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/',
    ),
  },
  {
    id: 'kube-state-metrics',
    name: 'kube-state-metrics',
    category: 'observability',
    role: 'Exposes object state as Prometheus metrics.',
    owners: ['Deployment', 'StatefulSet'],
    labels: ['app.kubernetes.io/name=kube-state-metrics'],
    image: /kube-state-metrics$/i,
    ports: [
      { number: 8080, for: 'metrics of objects' },
      { number: 8081, for: 'metrics of itself' },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'list and watch objects' },
      { from: 'prometheus', port: 8080, over: 'HTTP', for: 'scrape metrics' },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['resources', 'metric-labels-allowlist', 'namespaces'],
        holds: 'Which objects it counts.',
      },
    ],
    docs: {
      title: 'Metrics for Kubernetes Object States',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/kube-state-metrics/',
    },
    source: verified(
      'https://github.com/prometheus-community/helm-charts/blob/HEAD/charts/kube-state-metrics/values.yaml',
      'https://kubernetes.io/docs/concepts/cluster-administration/kube-state-metrics/',
    ),
  },
  {
    id: 'node-exporter',
    name: 'node-exporter',
    category: 'observability',
    role: 'Exposes machine metrics.',
    owners: ['DaemonSet'],
    labels: [
      'app.kubernetes.io/name=node-exporter',
      'app.kubernetes.io/name=prometheus-node-exporter',
    ],
    image: /node-exporter$/i,
    ports: [{ number: 9100, for: 'metrics of the machine' }],
    connections: [{ from: 'prometheus', port: 9100, over: 'HTTP', for: 'scrape metrics' }],
    configuration: [
      {
        in: 'flags',
        names: ['web.listen-address', 'path.rootfs', 'collector.filesystem.mount-points-exclude'],
        holds: 'What it measures.',
      },
    ],
    docs: {
      title: 'Prometheus node_exporter',
      href: 'https://github.com/prometheus/node_exporter',
    },
    source: verified(
      'https://github.com/prometheus-community/helm-charts/blob/HEAD/charts/prometheus-node-exporter/values.yaml',
    ),
  },
  {
    id: 'prometheus-operator',
    name: 'Prometheus Operator',
    category: 'observability',
    role: 'Builds Prometheus and Alertmanager from custom resources.',
    owners: ['Deployment'],
    labels: ['app.kubernetes.io/name=prometheus-operator', 'app=kube-prometheus-stack-operator'],
    image: /prometheus-operator(\/prometheus-operator)?$/i,
    ports: [
      { number: 8080, for: 'metrics' },
      { number: 10250, for: 'webhook, in the chart' },
    ],
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch its objects, write StatefulSets and Secrets',
      },
      {
        from: 'kube-apiserver',
        port: 10250,
        over: 'HTTPS',
        for: 'validate rules',
        only: 'where the chart sets it up',
      },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'monitoring.coreos.com',
        kinds: ['Prometheus', 'Alertmanager', 'ServiceMonitor', 'PodMonitor', 'PrometheusRule'],
        holds: 'What runs, what is scraped, what is an alert.',
      },
      {
        in: 'flags',
        names: ['kubelet-service', 'config-reloader-cpu-request', 'namespaces'],
        holds: 'Where it works.',
      },
    ],
    docs: { title: 'Prometheus Operator documentation', href: 'https://prometheus-operator.dev/' },
    source: verified(
      'https://github.com/prometheus-community/helm-charts/blob/HEAD/charts/kube-prometheus-stack/templates/prometheus-operator/deployment.yaml',
    ),
  },
  {
    id: 'prometheus',
    name: 'Prometheus',
    category: 'observability',
    role: 'Scrapes and stores metrics.',
    owners: ['StatefulSet', 'Deployment'],
    labels: ['app.kubernetes.io/name=prometheus'],
    image: /(^|\/)prometheus(\/prometheus)?$/i,
    ports: [{ number: 9090, for: 'queries and web pages' }],
    connections: [
      {
        to: {
          name: 'its targets',
          components: ['node-exporter', 'kube-state-metrics', 'alertmanager', 'grafana'],
        },
        over: 'HTTP at the metrics port of each',
        for: 'scrape metrics',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'find targets' },
      { to: 'alertmanager', port: 9093, over: 'HTTP', for: 'send alerts' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(.*-)?prometheus(-server|-server-conf|-config)?$/,
        keys: ['prometheus.yml'],
        holds: 'What it scrapes, where no operator writes it.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: /^prometheus-.+/,
        keys: ['prometheus.yaml.gz'],
        holds: 'What it scrapes, where the Prometheus Operator writes it.',
      },
      {
        in: 'resources',
        group: 'monitoring.coreos.com',
        kinds: ['Prometheus', 'ServiceMonitor', 'PodMonitor', 'PrometheusRule'],
        holds: 'What the operator makes of it.',
      },
    ],
    docs: { title: 'Prometheus documentation', href: 'https://prometheus.io/docs/' },
    source: verified(
      'https://github.com/prometheus-community/helm-charts/blob/HEAD/charts/prometheus/values.yaml',
      'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
    ),
  },
  {
    id: 'alertmanager',
    name: 'Alertmanager',
    category: 'observability',
    role: 'Groups and sends alerts.',
    owners: ['StatefulSet'],
    labels: ['app.kubernetes.io/name=alertmanager'],
    image: /(^|\/)alertmanager$/i,
    ports: [
      { number: 9093, for: 'alerts and web pages' },
      { number: 9094, transport: 'TCP and UDP', for: 'its other copies' },
    ],
    connections: [
      { from: 'prometheus', port: 9093, over: 'HTTP', for: 'send alerts' },
      {
        to: { name: 'mail, chat and on-call services' },
        over: 'the protocol of each',
        for: 'tell people',
      },
      { among: 'replicas', port: 9094, over: 'gossip', for: 'agree on what was already told' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'Secret',
        name: /^alertmanager-.+/,
        keys: ['alertmanager.yaml'],
        holds: 'Whom it tells, where the Prometheus Operator writes it.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(.*-)?alertmanager(-config)?$/,
        keys: ['alertmanager.yml'],
        holds: 'Whom it tells, elsewhere.',
      },
      {
        in: 'resources',
        group: 'monitoring.coreos.com',
        kinds: ['AlertmanagerConfig'],
        holds: 'Routes of single namespaces.',
      },
    ],
    docs: {
      title: 'Prometheus: Alertmanager',
      href: 'https://prometheus.io/docs/alerting/latest/alertmanager/',
    },
    source: verified(
      'https://github.com/prometheus-community/helm-charts/blob/HEAD/charts/alertmanager/values.yaml',
      'https://prometheus.io/docs/alerting/latest/alertmanager/',
    ),
  },
  {
    id: 'grafana',
    name: 'Grafana',
    category: 'observability',
    role: 'Dashboards.',
    owners: ['Deployment'],
    labels: ['app.kubernetes.io/name=grafana'],
    image: /(^|\/)grafana$/i,
    ports: [{ number: 3000, for: 'web pages' }],
    connections: [
      { to: 'prometheus', port: 9090, over: 'HTTP', for: 'run queries' },
      { to: 'loki', port: 3100, over: 'HTTP', for: 'run queries' },
      { from: { name: 'people' }, port: 3000, over: 'HTTP', for: 'look at dashboards' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(.*-)?grafana(-config|-datasources?|-dashboards?)?$/,
        keys: ['grafana.ini'],
        holds: 'Its settings, data sources and dashboards.',
      },
      { in: 'object', kind: 'Secret', name: /^(.*-)?grafana$/, holds: 'The first account.' },
    ],
    docs: { title: 'Grafana documentation', href: 'https://grafana.com/docs/grafana/latest/' },
    source: verified(
      'https://github.com/philippemerle/KubeDiagrams/blob/HEAD/examples/kube-prometheus-stack/kube-prometheus-stack.yaml',
    ),
  },
];
