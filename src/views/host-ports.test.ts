import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { modelOf, pod } from '#tests/fixtures/builders.ts';
import { hostPortEntrances } from './host-ports.ts';

const on = (ports: readonly object[], rest: object = {}) => ({
  spec: { nodeName: 'n1', containers: [{ name: 'a', ports }], ...rest },
});
const both = [
  { containerPort: 80, hostPort: 80 },
  { containerPort: 443, hostPort: 443 },
];

const entrances = (...pods: readonly KubeObject[]) =>
  hostPortEntrances(modelOf(...pods)).map(({ running, ports, nodes }) => [
    running.root.object.metadata.name,
    ports.join(' '),
    nodes.join(' '),
  ]);

test('an Ingress controller on ports of its node is an entrance, without any Service', () => {
  const labels = { 'app.kubernetes.io/name': 'ingress-nginx' };
  expect(entrances(pod('ingress-nginx/controller', labels, on(both)))).toEqual([
    ['controller', '80/TCP 443/TCP', 'n1'],
  ]);
});

test('an application on the network of its node is an entrance with every port it names', () => {
  const game = pod(
    'games/arena',
    {},
    on([{ containerPort: 7777, protocol: 'UDP' }], { hostNetwork: true }),
  );
  expect(entrances(game)).toEqual([['arena', '7777/UDP', 'n1']]);
});

test('machinery, ports of pods and addresses of the node itself are none', () => {
  const node = on([{ containerPort: 9100, hostPort: 9100 }]);
  const local = on([{ containerPort: 8080, hostPort: 8080, hostIP: '127.0.0.1' }]);
  expect(
    entrances(
      pod('monitoring/exporter', { 'app.kubernetes.io/name': 'node-exporter' }, node),
      pod('kube-system/unknown', {}, node),
      pod('shop/web', {}, on([{ containerPort: 8080 }])),
      pod('shop/local', {}, local),
    ),
  ).toEqual([]);
});
