import { expect, test } from 'vitest';
import { resourceClaim } from './resource-claim.ts';

function claim(status: object, requests: readonly object[] = [], metadata: object = {}) {
  return {
    apiVersion: 'resource.k8s.io/v1',
    kind: 'ResourceClaim',
    metadata: { name: 'gpu', namespace: 'ml', ...metadata },
    spec: { devices: { requests } },
    status,
  };
}

const state = (object: ReturnType<typeof claim>) => resourceClaim.cells(object, { now: 0 })[1];

test('STATE tells whether devices are allocated, and whether a pod has them', () => {
  const deleted = { deletionTimestamp: '2026-11-22T10:00:00Z' };
  expect(state(claim({}))).toBe('pending');
  expect(state(claim({ allocation: {} }))).toBe('allocated');
  expect(state(claim({ allocation: {}, reservedFor: [{}] }))).toBe('allocated,reserved');
  expect(state(claim({ allocation: {} }, [], deleted))).toBe('deleted,allocated');
});

test('a claim asks for DeviceClasses in the shape of each version of the API', () => {
  const object = claim({}, [
    { name: 'one', exactly: { deviceClassName: 'gpu.example.com', count: 2 } },
    { name: 'any', firstAvailable: [{ name: 'big', deviceClassName: 'big.example.com' }] },
    { name: 'old', deviceClassName: 'old.example.com', allocationMode: 'All' },
  ]);
  expect(resourceClaim.facts(object, { now: 0 })).toEqual([
    {
      label: 'Asks for',
      value: [
        'one: 2 of gpu.example.com',
        'any: 1 of big.example.com',
        'old: all of old.example.com',
      ],
    },
  ]);
  expect(resourceClaim.references(object).map(({ path }) => path)).toEqual([
    'spec.devices.requests[name=one].exactly.deviceClassName',
    'spec.devices.requests[name=any].firstAvailable[name=big].deviceClassName',
    'spec.devices.requests[name=old].deviceClassName',
  ]);
});
