import { expect, test } from 'vitest';
import { lease } from './lease.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

function renewed(renewTime: string, metadata: object = {}) {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'worker-1', namespace: 'kube-node-lease', ...metadata },
    spec: { holderIdentity: 'host-1_5f2c', leaseDurationSeconds: 40, renewTime },
  };
}

test('a Lease in kube-node-lease is the heartbeat of the Node of its name', () => {
  expect(lease.references(renewed('2026-11-22T09:59:50.5Z'))).toEqual([
    {
      relation: 'heartbeat',
      path: 'metadata.name',
      to: { by: 'name', group: '', kind: 'Node', namespace: undefined, name: 'worker-1' },
      detail: undefined,
    },
  ]);
  const election = renewed('2026-11-22T09:59:50.5Z', { namespace: 'kube-system' });
  expect(lease.references(election).map(({ relation, to }) => [relation, to.kind])).toEqual([
    ['leads', 'Pod'],
    ['leads', 'Node'],
  ]);
});

test('a Lease is held until its duration is over, counted from its renewal to the capture', () => {
  expect(lease.health(renewed('2026-11-22T09:59:50.5Z'), { now })).toEqual({
    state: 'ok',
    word: 'Held',
  });
  expect(lease.health(renewed('2026-11-22T09:59:00Z'), { now })).toEqual({
    state: 'unknown',
    word: 'Not renewed',
  });
});

test('the facts of a Lease say who holds it from where, and for how long', () => {
  const election = renewed('2026-11-22T09:59:50Z', { namespace: 'kube-system' });
  expect(lease.facts(election, { now })).toEqual([
    { label: 'Used for', value: 'typically the election of a leader' },
    { label: 'Held from', value: 'host-1' },
    { label: 'Renewed', value: '10s before capture' },
    { label: 'Runs out after', value: '40s' },
  ]);
});
