import { beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, pod, service, snapshotOf } from '#tests/fixtures/builders.ts';
import { clusterOf } from '#tests/fixtures/chapters.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { componentProfiles } from '#views/chapters/panels/profile-panels.ts';
import { type CardLine, proseText } from '#views/chapters/prose.ts';
import { componentCard } from './component-card.ts';
import { howKnown } from './how-known.ts';

const line = (one: CardLine) => `${proseText(one.says)} (${proseText(howKnown(one))})`;

/** The card of a component, a line each; the first that runs as it, or the one of a name. */
function cardOf(cluster: Cluster, id: string, name?: string) {
  const running = cluster
    .component(id)
    .find(({ root }) => name === undefined || root.object.metadata.name === name);
  const card = running && componentCard(cluster, running);
  return { talksTo: card?.talksTo.map(line), configuredBy: card?.configuredBy.map(line) };
}

describe('docker-desktop', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = clusterOf(await readSnapshot('snapshots/docker-desktop'));
  });

  test('CoreDNS is told with its Corefile and its Service', () => {
    expect(cardOf(cluster, 'coredns')).toEqual({
      talksTo: [
        'From pods at :53: look up names (DNS). (proven by Service kube-dns)',
        'To kube-apiserver-docker-desktop at :6443: watch Services, EndpointSlices and Namespaces (HTTPS). (proven by block kubernetes in ConfigMap coredns)',
        'To the DNS servers of the node at :53: forward what is not of this cluster (DNS). (typical)',
      ],
      configuredBy: [
        'ConfigMap coredns, key Corefile: its plugins, in blocks. (proven by its spec)',
      ],
    });
  });

  test('etcd talks to the API server alone: there is one member', () => {
    expect(cardOf(cluster, 'etcd')).toEqual({
      talksTo: [
        'From kube-apiserver-docker-desktop at :2379: read, write and watch all objects (gRPC over mutual TLS). (proven by flag --etcd-servers)',
      ],
      configuredBy: [
        'Flags --listen-client-urls, --initial-cluster and --data-dir: its addresses, its members and the folder of its data. (proven by its spec)',
        'File /etc/kubernetes/manifests/etcd.yaml: its manifest on the node. (typical)',
      ],
    });
  });

  test('many that talk to the API server share a line, what is proven apart from the rest', () => {
    expect(cardOf(cluster, 'kube-apiserver').talksTo).toEqual([
      'To etcd-docker-desktop at :2379: store objects (gRPC over mutual TLS). (proven by flag --etcd-servers)',
      'To the kubelet at :10250: fetch logs, run exec and port-forward (HTTPS). (proven by status.daemonEndpoints of Node docker-desktop)',
      'From kube-controller-manager-docker-desktop, kube-scheduler-docker-desktop, the kubelet, kube-proxy and coredns: watch objects and write them. (proven by Lease kube-controller-manager, Lease kube-scheduler and Lease docker-desktop)',
      'From vpnkit-controller: watch Services, write localhost into their status (HTTPS). (typical)',
      'From storage-provisioner: watch claims, create volumes (HTTPS). (typical)',
    ]);
  });
});

describe('shop-prod', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = clusterOf(await readSnapshot('snapshots/shop-prod'));
  });

  test('a webhook is called by the API server; the other parts of the component are not', () => {
    const called =
      'From kube-apiserver at :10250: validate its objects (HTTPS). (proven by ValidatingWebhookConfiguration cert-manager-webhook)';
    expect(cardOf(cluster, 'cert-manager', 'cert-manager-webhook').talksTo).toContain(called);
    expect(cardOf(cluster, 'cert-manager', 'cert-manager-cainjector').talksTo).toEqual([
      'To an ACME server or another authority at :443: have certificates signed (HTTPS). (typical)',
      'To kube-apiserver at :6443: watch Certificates, write Secrets (HTTPS). (typical; one end is out of sight)',
    ]);
  });

  test('components that are in the cluster are linked, others are left out', () => {
    const grafana = cardOf(cluster, 'grafana').talksTo;
    expect(grafana).toContain('To prometheus at :9090: run queries (HTTP). (typical)');
    expect(grafana?.join()).not.toContain('loki');
  });

  test('metrics-server reaches kubelets as its flags say, and answers for an API', () => {
    expect(cardOf(cluster, 'metrics-server')).toEqual({
      talksTo: [
        'To the kubelet of each node at :10250: read what containers use (HTTPS). (proven by flag --kubelet-preferred-address-types)',
        'From kube-apiserver at :443: ask for metrics (HTTPS, through APIService v1beta1.metrics.k8s.io). (proven by APIService v1beta1.metrics.k8s.io)',
      ],
      configuredBy: [
        'Flags --metric-resolution, --kubelet-preferred-address-types and --secure-port: how it reaches kubelets, and how often. (proven by its spec)',
        'APIService v1beta1.metrics.k8s.io: who answers for the API group. (in this cluster)',
      ],
    });
  });
});

const runs = (image: string, more: object = {}) => ({
  spec: { containers: [{ name: 'main', image, ...more }] },
});

test('a Service that a setting names proves who is called', () => {
  const env = [{ name: 'GF_DATASOURCE', value: 'http://metrics.monitoring:9090' }];
  const cluster = clusterOf(
    snapshotOf(
      pod('monitoring/grafana-0', {}, runs('grafana/grafana:12', { env })),
      pod('monitoring/prometheus-0', { app: 'p' }, runs('quay.io/prometheus/prometheus:v3')),
      service('monitoring/metrics', { app: 'p' }, { ports: [{ port: 9090 }] }),
    ),
  );
  expect(cardOf(cluster, 'grafana').talksTo?.[0]).toBe(
    'To prometheus-0 at :9090: run queries (HTTP). (proven by its own settings, naming Service metrics)',
  );
});

test('an object that is known not to be there configures nothing', () => {
  const dns = pod('kube-system/coredns-0', { 'k8s-app': 'kube-dns' }, runs('coredns/coredns:1'));
  const whole = snapshotOf(dns);
  expect(cardOf(clusterOf(whole), 'coredns').configuredBy).toEqual([]);
});

test('what runs and is not recognised has no card', () => {
  const cluster = clusterOf(snapshotOf(pod('shop/web', {}, runs('nginx:1'))));
  const [running] = cluster.running('shop');
  expect(running && componentCard(cluster, running)).toBeUndefined();
});

test('names of hostile objects are text', () => {
  const name = '<script>alert(1)</script>';
  const cluster = clusterOf(
    snapshotOf(
      pod('kube-system/coredns-0', { 'k8s-app': 'kube-dns' }, runs('coredns/coredns:1')),
      object('v1', 'ConfigMap', 'kube-system/coredns', { data: { Corefile: name } }),
    ),
  );
  expect(cardOf(cluster, 'coredns').configuredBy).toEqual([
    'ConfigMap coredns, key Corefile: its plugins, in blocks. (in this cluster)',
  ]);
});

test('the kubelet has a card though no pod shows it: the Nodes and their Leases tell of it', () => {
  const cluster = clusterOf(
    snapshotOf(
      object('v1', 'Node', 'a', {
        status: {
          nodeInfo: { kubeletVersion: 'v1.36.2', containerRuntimeVersion: 'containerd://2.2.0' },
          daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
        },
      }),
      object('coordination.k8s.io/v1', 'Lease', 'kube-node-lease/a', {
        spec: { renewTime: '2026-11-22T09:59:58Z' },
      }),
      object('v1', 'ConfigMap', 'kube-system/kubelet-config', { data: { kubelet: 'kind: K' } }),
    ),
  );
  const [kubelet] = componentProfiles(cluster, 'kubelet');
  expect(kubelet?.ref.name).toBe('kubelet');
  expect(kubelet?.card?.talksTo.map(line)).toEqual([
    'To kube-apiserver: watch its pods, report status, renew its Lease (HTTPS). (proven by Lease a)',
    'To the container runtime: run containers (CRI on a Unix socket). (proven by status.nodeInfo of Node a)',
    'From kube-apiserver at :10250: fetch logs, run exec and port-forward (HTTPS). (proven by status.daemonEndpoints of Node a)',
    'To CSI plugins of the node: mount and unmount volumes (CSI on a Unix socket). (typical)',
  ]);
  expect(kubelet?.card?.configuredBy.map(line)).toEqual([
    'ConfigMap kubelet-config, key kubelet: the settings that kubeadm gives all kubelets. Each node keeps a copy. (in this cluster)',
  ]);
});

test('where several workloads are one component, the one that a webhook leads to is named', async () => {
  const cluster = clusterOf(await readSnapshot('snapshots/shop-staging'));
  expect(cardOf(cluster, 'kube-apiserver').talksTo).toContain(
    'To cert-manager-webhook at :10250: validate its objects (HTTPS). (proven by ValidatingWebhookConfiguration cert-manager-webhook)',
  );
});
