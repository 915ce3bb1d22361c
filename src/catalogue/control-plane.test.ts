import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { controlPlaneOf } from './control-plane.ts';
import { detectDistribution } from './detect-distribution.ts';

function verdict(objects: readonly KubeObject[], coverage: 'complete' | 'partial' = 'complete') {
  const snapshot = withCoverage(snapshotOf(...objects), { pods: coverage });
  const { mode, confidence } = controlPlaneOf(snapshot, detectDistribution(snapshot));
  return `${mode}, ${confidence}`;
}

const part = (name: string, ownerKind?: string) =>
  object('v1', 'Pod', `kube-system/${name}-cp`, {
    metadata: {
      labels: { component: name },
      ownerReferences: ownerKind
        ? [{ apiVersion: 'v1', kind: ownerKind, name: 'o', uid: 'u' }]
        : [],
    },
    spec: { containers: [{ name, image: `registry.k8s.io/${name}:v1.36.0` }] },
  });
const mirror = (name: string) => part(name, 'Node');
const parts = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];

const node = (address: string, fields: object = {}) =>
  object('v1', 'Node', 'n1', {
    status: { addresses: [{ type: 'InternalIP', address }] },
    ...fields,
  });
const endpoints = object('v1', 'Endpoints', 'default/kubernetes', {
  subsets: [{ addresses: [{ ip: '10.0.0.1' }] }],
});
const web = object('v1', 'Pod', 'shop/web', { spec: { containers: [] } });

test('four mirror pods are a control plane of static pods', () => {
  expect(verdict(parts.map(mirror), 'partial')).toBe('static-pods, certain');
});

test('an API server of a Deployment is an ordinary pod', () => {
  expect(verdict([part('kube-apiserver', 'ReplicaSet')])).toBe('regular-pods, certain');
});

test('a part without a pod is none only where all pods were captured', () => {
  const three = parts.slice(1).map(mirror);
  expect(verdict(three)).toBe('mixed, certain');
  expect(verdict(three, 'partial')).toBe('mixed, likely');
});

test('an address of a node without a pod is a process of that node', () => {
  expect(verdict([node('10.0.0.1'), endpoints, web])).toBe('host-process, certain');
  expect(verdict([node('10.0.0.1'), endpoints, web], 'partial')).toBe('host-process, likely');
});

test('what only the distribution tells is likely', () => {
  const k3s = { spec: { providerID: 'k3s://n1' } };
  expect(verdict([node('10.0.0.9', k3s), web])).toBe('host-process, likely');
});

test('a provider hides the control plane; an address of no node may also be a shared one', () => {
  const eks = { metadata: { labels: { 'eks.amazonaws.com/nodegroup': 'a' } } };
  expect(verdict([node('10.0.0.9', eks), web])).toBe('hidden, certain');
  expect(verdict([node('10.0.0.9'), endpoints, web])).toBe('hidden, likely');
});

test('without pods and addresses nothing is known', () => {
  expect(verdict([])).toBe('unknown, likely');
});
