import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { ipAddress } from './ip-address.ts';

function addressOf(parentRef?: object) {
  return object('networking.k8s.io/v1', 'IPAddress', '10.0.0.1', { spec: { parentRef } });
}

test('an address belongs to a Service', () => {
  const parentRef = { group: '', resource: 'services', namespace: 'shop', name: 'web' };
  expect(ipAddress.cells(addressOf(parentRef), { now: 0 })).toEqual([
    '10.0.0.1',
    'services/shop/web',
  ]);
  expect(ipAddress.references(addressOf(parentRef))).toEqual([
    {
      relation: 'address',
      path: 'spec.parentRef.name',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'web' },
    },
  ]);
});

test('an address of another resource is printed, but leads nowhere we know', () => {
  const parentRef = { group: 'x.io', resource: 'gateways', name: 'edge' };
  expect(ipAddress.cells(addressOf(parentRef), { now: 0 })[1]).toBe('gateways.x.io/edge');
  expect(ipAddress.references(addressOf(parentRef))).toEqual([]);
  expect(ipAddress.cells(addressOf(), { now: 0 })[1]).toBe('<none>');
});
