/** Who answers names, where it is not Service kube-dns of kubeadm. */
import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, pod, service, snapshotOf } from '#tests/fixtures/builders.ts';
import { clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';

const coredns = (at: string, labels: Readonly<Record<string, string>>, ready: string): KubeObject =>
  pod(at, labels, {
    spec: { containers: [{ name: 'dns', image: 'registry.k8s.io/coredns/coredns:v1.13.1' }] },
    status: {
      phase: 'Running',
      podIP: '10.128.0.4',
      conditions: [{ type: 'Ready', status: ready }],
    },
  });

function chapter(slug: string, ...objects: readonly KubeObject[]): string {
  const view = walkthrough(clusterOf(snapshotOf(...objects))).get(slug);
  return view === undefined ? '' : textOf(view);
}

const openshift = [
  coredns(
    'openshift-dns/dns-default-a',
    { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    'True',
  ),
  service(
    'openshift-dns/dns-default',
    { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    { clusterIP: '172.30.0.10', clusterIPs: ['172.30.0.10'], ports: [{ port: 53 }] },
  ),
  object('v1', 'ConfigMap', 'openshift-dns/dns-default', {
    data: {
      Corefile:
        '.:5353 {\n    kubernetes cluster.local in-addr.arpa\n    forward . /etc/resolv.conf\n}\n',
    },
  }),
];

test('on OpenShift names are asked of Service dns-default, and its Corefile is told', () => {
  const text = chapter('dns', ...openshift);
  expect(text).toContain('Pods ask 172.30.0.10 for names. Behind that address is CoreDNS 1.13.1');
  expect(text).toContain('Here the Service is called dns-default.');
  expect(text).toContain('everything else goes to /etc/resolv.conf');
});

test('nothing answers names while no pod of CoreDNS is ready', () => {
  const labels = { 'k8s-app': 'kube-dns' };
  const ip = { clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10'] };
  const objects = [
    coredns('kube-system/coredns-a', labels, 'False'),
    service('kube-system/kube-dns', labels, ip),
    pod('kube-system/other'),
  ];
  expect(chapter('dns', ...objects)).toContain(
    'CoreDNS 1.13.1 should answer there, in one pod of coredns-a, but none of its pods is ready.',
  );
  expect(chapter('kube-system', ...objects)).toContain('none of which is ready');
});

test('a dump without the status of pods does not tell whether anybody answers', () => {
  const labels = { 'k8s-app': 'kube-dns' };
  const spec = { containers: [{ name: 'dns', image: 'registry.k8s.io/coredns/coredns:v1.13.1' }] };
  const text = chapter('dns', pod('kube-system/coredns-a', labels, { spec }));
  expect(text).toContain('Names are answered by one pod of coredns-a.');
});

test('a mark that a dump leaves is no address to ask', () => {
  const masked = service('default/kubernetes', {}, { clusterIP: '***HIDDEN***' });
  const text = chapter('first-look', masked);
  expect(text).toContain('Service kubernetes, the address of the API server for every pod.');
  expect(text).not.toContain('Service kubernetes at');
});

test('a network plugin that nobody installed is missed by the nodes', () => {
  const message = 'runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady';
  const conditions = [{ type: 'Ready', status: 'False', message }];
  const node = object('v1', 'Node', 'a', { status: { conditions } });
  const text = chapter('pod-network', node, coredns('kube-system/coredns-a', {}, 'True'));
  expect(text).toContain('Here they cannot yet: one node waits for a network plugin.');
});
