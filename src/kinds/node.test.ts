import { expect, test } from 'vitest';
import { node, nodeRoles } from './node.ts';

const context = { now: 0 };

function machine(conditions: readonly object[], spec: object = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'worker-1' },
    spec,
    status: { conditions },
  };
}

const ready = { type: 'Ready', status: 'True' };
const status = (object: ReturnType<typeof machine>) => node.cells(object, context)[1];

test('the key of a role label counts, whatever its value', () => {
  expect(
    nodeRoles({
      'node-role.kubernetes.io/worker': 'true',
      'node-role.kubernetes.io/control-plane': '',
      'kubernetes.io/role': 'edge',
      'kubernetes.io/os': 'linux',
    }),
  ).toEqual(['control-plane', 'edge', 'worker']);
});

test('a node without the Ready condition is Unknown, one whose kubelet is silent NotReady', () => {
  expect(status(machine([]))).toBe('Unknown');
  expect(status(machine([{ type: 'Ready', status: 'Unknown' }]))).toBe('NotReady');
});

test('a cordoned node says so', () => {
  expect(status(machine([ready], { unschedulable: true }))).toBe('Ready,SchedulingDisabled');
});

test('a ready node under pressure needs a look', () => {
  const pressed = machine([ready, { type: 'DiskPressure', status: 'True' }]);
  expect(node.health(pressed, context)).toEqual({ state: 'warn', word: 'DiskPressure' });
  expect(node.health(machine([ready]), context)).toEqual({ state: 'ok', word: 'Ready' });
});
