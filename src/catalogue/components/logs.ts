import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const logsComponents: readonly Component[] = [
  {
    id: 'fluent-bit',
    name: 'Fluent Bit',
    category: 'observability',
    role: 'Collects container logs from each node.',
    owners: ['DaemonSet'],
    labels: ['app.kubernetes.io/name=fluent-bit', 'k8s-app=fluentbit-gke', 'k8s-app=fluent-bit'],
    image: /fluent-bit$|fluentbit/i,
    ports: [{ number: 2020, for: 'health and metrics' }],
    connections: [
      {
        to: { name: 'log files of its node' },
        over: 'files below /var/log',
        for: 'read what containers print',
      },
      {
        to: { name: 'where logs are kept', components: ['loki', 'fluentd'] },
        port: 443,
        over: 'the protocol of its output, in clouds HTTPS',
        for: 'send logs',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'look up labels of pods' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /fluent-?bit/,
        keys: ['fluent-bit.conf'],
        holds: 'Inputs, filters and outputs.',
      },
    ],
    docs: {
      title: 'Logging Architecture',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
    },
    source: verified(
      'https://github.com/fluent/helm-charts/blob/HEAD/charts/fluent-bit/values.yaml',
      'https://github.com/fluent/helm-charts/blob/HEAD/charts/fluent-bit/templates/_pod.tpl',
    ),
  },
  {
    id: 'fluentd',
    name: 'Fluentd',
    category: 'observability',
    role: 'Collects and routes logs.',
    owners: ['DaemonSet'],
    labels: ['app=fluentd', 'k8s-app=fluentd-logging', 'k8s-app=fluentd-gke'],
    image: /fluentd/i,
    ports: [{ number: 24231, for: 'metrics, in the chart' }],
    connections: [
      {
        to: { name: 'log files of its node' },
        over: 'files below /var/log',
        for: 'read what containers print',
      },
      { to: { name: 'where logs are kept' }, over: 'the protocol of the output', for: 'send logs' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'look up labels of pods' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /fluentd/,
        keys: ['fluent.conf'],
        holds: 'Inputs, filters and outputs, in the chart.',
      },
      {
        in: 'environment',
        names: ['FLUENT_ELASTICSEARCH_HOST', 'FLUENT_ELASTICSEARCH_PORT'],
        holds: 'The output, in the manifests of the project; the names depend on it.',
      },
    ],
    docs: {
      title: 'Logging Architecture',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
    },
    source: verified(
      'https://github.com/fluent/fluentd-kubernetes-daemonset/blob/HEAD/fluentd-daemonset-elasticsearch-rbac.yaml',
      'https://github.com/fluent/helm-charts/blob/HEAD/charts/fluentd/templates/_pod.tpl',
    ),
  },
  {
    id: 'loki',
    name: 'Loki',
    category: 'observability',
    role: 'Stores logs.',
    owners: ['StatefulSet', 'Deployment'],
    labels: ['app.kubernetes.io/name=loki'],
    image: /(^|\/)loki$/i,
    ports: [
      { number: 3100, for: 'logs that arrive, and queries' },
      { number: 9095, for: 'its own parts among each other' },
      { number: 7946, for: 'membership of its copies' },
    ],
    connections: [
      {
        from: {
          name: 'agents that collect logs',
          components: ['promtail-alloy', 'fluent-bit', 'opentelemetry-collector'],
        },
        port: 3100,
        over: 'HTTP',
        for: 'send logs',
      },
      { from: 'grafana', port: 3100, over: 'HTTP', for: 'run queries' },
      {
        to: { name: 'object storage' },
        port: 443,
        over: 'HTTPS',
        for: 'keep logs',
        only: 'unless it keeps them on a volume',
      },
      { among: 'replicas', port: 7946, over: 'memberlist', for: 'divide the work' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(.*-)?loki(-config)?$/,
        keys: ['config.yaml'],
        holds: 'Storage, limits and how long logs are kept.',
      },
    ],
    docs: { title: 'Grafana Loki documentation', href: 'https://grafana.com/docs/loki/latest/' },
    source: verified(
      'https://github.com/grafana/loki/blob/HEAD/production/helm/loki/values.yaml',
      'https://github.com/grafana/loki/blob/HEAD/production/helm/loki/templates/config.yaml',
    ),
  },
  {
    id: 'promtail-alloy',
    name: 'Grafana Alloy or Promtail',
    category: 'observability',
    role: 'Ships logs and metrics to Grafana backends.',
    owners: ['DaemonSet'],
    labels: ['app.kubernetes.io/name=promtail', 'app.kubernetes.io/name=alloy'],
    image: /(promtail|alloy)$/i,
    ports: [
      { number: 12345, for: 'web pages and metrics of Alloy' },
      { number: 3101, for: 'metrics of Promtail' },
    ],
    connections: [
      {
        to: { name: 'log files of its node' },
        over: 'files below /var/log',
        for: 'read what containers print',
      },
      { to: 'loki', port: 3100, over: 'HTTP', for: 'send logs' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'find pods and their labels' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /(^|-)alloy(-config)?$/,
        keys: ['config.alloy'],
        holds: 'The pipeline of Alloy.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: /(^|-)promtail$/,
        keys: ['promtail.yaml'],
        holds: 'What Promtail reads and where it sends it.',
      },
    ],
    docs: { title: 'Grafana Alloy documentation', href: 'https://grafana.com/docs/alloy/latest/' },
    source: verified(
      'https://github.com/grafana/alloy/blob/HEAD/operations/helm/charts/alloy/values.yaml',
      'https://github.com/grafana/helm-charts/blob/HEAD/charts/promtail/values.yaml',
    ),
  },
  {
    id: 'opentelemetry-collector',
    name: 'OpenTelemetry Collector',
    category: 'observability',
    role: 'Receives and forwards telemetry.',
    owners: ['DaemonSet', 'Deployment'],
    labels: [
      'app.kubernetes.io/name=opentelemetry-collector',
      'app.kubernetes.io/name=opentelemetry-operator',
    ],
    image: /opentelemetry-(collector|operator)/i,
    ports: [
      { number: 4317, for: 'telemetry, over gRPC' },
      { number: 4318, for: 'telemetry, over HTTP' },
      { number: 8888, for: 'metrics of itself' },
    ],
    connections: [
      { from: { name: 'applications' }, port: 4317, over: 'OTLP over gRPC', for: 'send telemetry' },
      { from: { name: 'applications' }, port: 4318, over: 'OTLP over HTTP', for: 'send telemetry' },
      {
        to: { name: 'where telemetry is kept' },
        over: 'the protocol of each exporter',
        for: 'pass it on',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /(opentelemetry|otel).*(collector|agent)/,
        keys: ['relay'],
        holds: 'Receivers, processors and exporters.',
      },
      {
        in: 'resources',
        group: 'opentelemetry.io',
        kinds: ['OpenTelemetryCollector', 'Instrumentation'],
        holds: 'The same, with the operator.',
      },
    ],
    docs: { title: 'OpenTelemetry Collector', href: 'https://opentelemetry.io/docs/collector/' },
    source: verified(
      'https://github.com/open-telemetry/opentelemetry-helm-charts/blob/HEAD/charts/opentelemetry-collector/values.yaml',
      'https://github.com/open-telemetry/opentelemetry-helm-charts/blob/HEAD/charts/opentelemetry-operator/templates/_helpers.tpl',
    ),
  },
];
