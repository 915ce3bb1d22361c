import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, pod, snapshotOf } from '#tests/fixtures/builders.ts';
import { clusterOf } from '#tests/fixtures/chapters.ts';
import { packetPath } from './packet-path.ts';
import { proseText } from './prose.ts';

const image = (name: string) => ({ spec: { containers: [{ name: 'a', image: name }] } });

const plugins = {
  calico: pod('kube-system/calico-node-a', {}, image('docker.io/calico/node:v3.32.0')),
  cilium: pod('kube-system/cilium-a', {}, image('quay.io/cilium/cilium:v1.20.1')),
  flannel: pod('kube-flannel/kube-flannel-ds-a', {}, image('ghcr.io/flannel-io/flannel:v0.28.0')),
  kindnet: pod('kube-system/kindnet-a', {}, image('docker.io/kindest/kindnetd:v20260820')),
};

const config = (at: string, data: Readonly<Record<string, string>>) =>
  object('v1', 'ConfigMap', at, { data });
const pool = (spec: object) =>
  object('crd.projectcalico.org/v1', 'IPPool', 'default-ipv4-ippool', { spec });

/** The first words of the way, and what proves it. */
function pathOf(...objects: readonly KubeObject[]) {
  const path = packetPath(clusterOf(snapshotOf(...nodes, ...objects)));
  return path && [path.says.replace(/[,:;.].*/, ''), proseText(path.proof)];
}

const nodes = [object('v1', 'Node', 'a'), object('v1', 'Node', 'b')];

const tunnel = 'Between nodes the packets of pods travel in a tunnel';
const routes = 'Between nodes the packets of pods travel as they are';

test.each<readonly [string, readonly KubeObject[], readonly string[] | undefined]>([
  [
    'a pool of Calico that tunnels',
    [plugins.calico, pool({ ipipMode: 'Always', vxlanMode: 'Never' })],
    [tunnel, 'spec.ipipMode: Always in IPPool default-ipv4-ippool.'],
  ],
  [
    'a pool of Calico without a tunnel',
    [plugins.calico, pool({ ipipMode: 'Never', vxlanMode: 'Never' })],
    [routes, 'spec.vxlanMode: Never in IPPool default-ipv4-ippool.'],
  ],
  [
    'a pool of Calico that tunnels to other subnets only',
    [plugins.calico, pool({ vxlanMode: 'CrossSubnet' })],
    [
      'Between nodes of one subnet the packets of pods travel as they are',
      'spec.vxlanMode: CrossSubnet in IPPool default-ipv4-ippool.',
    ],
  ],
  [
    'the backend of Calico, where no pool was captured',
    [plugins.calico, config('kube-system/calico-config', { calico_backend: 'vxlan' })],
    [tunnel, 'calico_backend: vxlan in ConfigMap calico-config.'],
  ],
  ['Calico of which nothing but pods was captured', [plugins.calico], undefined],
  [
    'Cilium since 1.14',
    [plugins.cilium, config('kube-system/cilium-config', { 'routing-mode': 'native' })],
    [routes, 'routing-mode: native in ConfigMap cilium-config.'],
  ],
  [
    'Cilium before 1.14',
    [plugins.cilium, config('kube-system/cilium-config', { tunnel: 'vxlan' })],
    [tunnel, 'tunnel: vxlan in ConfigMap cilium-config.'],
  ],
  [
    'flannel, whose settings stand beside its pods',
    [
      plugins.flannel,
      config('kube-flannel/kube-flannel-cfg', {
        'net-conf.json': '{ "Network": "10.42.0.0/16", "Backend": { "Type": "host-gw" } }',
      }),
    ],
    [routes, 'Backend.Type: host-gw in ConfigMap kube-flannel-cfg.'],
  ],
  [
    'kindnet, which knows routes only',
    [plugins.kindnet],
    [routes, 'Recognised as kindnet: kindnet-a. It does so however it is set up.'],
  ],
])('%s', (_, objects, expected) => {
  expect(pathOf(...objects)).toEqual(expected);
});

test('with one node no packet between pods leaves it', () => {
  const [node] = nodes;
  const cluster = clusterOf(snapshotOf(...(node ? [node] : []), plugins.kindnet));
  expect(packetPath(cluster)?.says).toBe(
    'All pods are on one node, so no packet between them leaves it.',
  );
});
