import type { Component } from './component.ts';
import { general, seen, verified } from './source.ts';

/** See {@link Component}. */
export const cloudAgentsComponents: readonly Component[] = [
  {
    id: 'gke-metrics-agent',
    name: 'GKE metrics agent',
    category: 'observability',
    role: "GKE's node metrics collector.",
    owners: ['DaemonSet'],
    labels: ['k8s-app=gke-metrics-agent'],
    image: /gke-metrics-agent/i,
    connections: [
      { to: { name: 'Cloud Monitoring' }, port: 443, over: 'HTTPS', for: 'send metrics' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^gke-metrics-agent-conf/,
        holds: 'Probably what it collects; Google writes it.',
        source: general,
      },
    ],
    docs: {
      title: 'GKE: system metrics',
      href: 'https://cloud.google.com/kubernetes-engine/docs/how-to/configure-metrics',
    },
    source: seen(
      'pod listings of GKE clusters',
      'https://cloud.google.com/kubernetes-engine/docs/how-to/configure-metrics',
    ),
  },
  {
    id: 'event-exporter-gke',
    name: 'GKE event exporter',
    category: 'observability',
    role: 'Sends Kubernetes Events to Cloud Logging.',
    owners: ['Deployment'],
    labels: ['k8s-app=event-exporter'],
    image: /event-exporter/i,
    workload: /^event-exporter-gke/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Events' },
      { to: { name: 'Cloud Logging' }, port: 443, over: 'HTTPS', for: 'send them' },
    ],
    configuration: [{ in: 'flags', names: ['sink-opts'], holds: 'Where Events go.' }],
    docs: {
      title: 'GKE: logging',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs',
    },
    source: verified(
      'https://github.com/GoogleCloudPlatform/k8s-stackdriver/blob/HEAD/event-exporter/README.md',
      'https://github.com/GoogleCloudPlatform/k8s-stackdriver/blob/HEAD/event-exporter/example/event-exporter.yaml',
    ),
  },
  {
    id: 'ama-logs',
    name: 'Azure Monitor agent',
    category: 'observability',
    role: 'Collects logs and metrics of the nodes for Azure Monitor.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['component=ama-logs-agent'],
    image: /azuremonitor\/|(^|\/)ciprod$/i,
    workload: /^ama-(logs|metrics)/i,
    connections: [
      { to: { name: 'Azure Monitor' }, port: 443, over: 'HTTPS', for: 'send logs and metrics' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'list pods, Nodes and Events' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'container-azm-ms-agentconfig',
        holds: 'What it collects, if somebody wrote one.',
      },
      {
        in: 'object',
        kind: 'Secret',
        namespace: 'kube-system',
        name: 'ama-logs-secret',
        holds: 'The workspace it sends to.',
      },
    ],
    docs: {
      title: 'Azure Monitor: Container insights',
      href: 'https://learn.microsoft.com/azure/azure-monitor/containers/container-insights-overview',
    },
    source: verified(
      'https://github.com/microsoft/Docker-Provider/blob/HEAD/charts/azuremonitor-containers/templates/ama-logs-daemonset.yaml',
      'https://github.com/microsoft/Docker-Provider/blob/HEAD/kubernetes/container-azm-ms-agentconfig.yaml',
    ),
  },
  {
    id: 'do-node-agent',
    name: 'DigitalOcean node agent',
    category: 'observability',
    role: 'DigitalOcean node metrics agent.',
    owners: ['DaemonSet'],
    labels: ['app=do-node-agent'],
    image: /do-agent/i,
    workload: /^do-node-agent/i,
    connections: [
      {
        to: { name: 'the monitoring of DigitalOcean' },
        port: 443,
        over: 'HTTPS',
        for: 'send metrics',
      },
    ],
    configuration: [
      { in: 'nothing', because: 'No object of the API holds settings: flags of its container do.' },
    ],
    docs: {
      title: 'DigitalOcean: metrics agent',
      href: 'https://github.com/digitalocean/do-agent',
    },
    source: verified('https://github.com/digitalocean/do-agent/blob/HEAD/deploy/do-agent.yaml'),
  },
];
