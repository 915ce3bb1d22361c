import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { endpoints } from './endpoints.ts';

const context = { now: 0 };

function endpointsOf(subsets: readonly object[], annotations = {}) {
  return object('v1', 'Endpoints', 'shop/web', { metadata: { annotations }, subsets });
}

function printed(subsets: readonly object[]): string | undefined {
  return endpoints.cells(endpointsOf(subsets), context)[1];
}

const addresses = [{ ip: '10.0.0.1' }, { ip: '10.0.0.2' }];

test('ENDPOINTS prints three addresses, ports first, and how many follow', () => {
  expect(printed([{ addresses, ports: [{ port: 80 }, { port: 443 }] }])).toBe(
    '10.0.0.1:80,10.0.0.2:80,10.0.0.1:443 + 1 more...',
  );
  expect(printed([{ addresses: [{ ip: 'fd00::1' }], ports: [{ port: 80 }] }])).toBe('[fd00::1]:80');
  expect(printed([{ addresses }])).toBe('10.0.0.1,10.0.0.2');
});

test('ENDPOINTS is <none> without subsets, and empty while no address is ready', () => {
  expect(printed([])).toBe('<none>');
  expect(printed([{ notReadyAddresses: addresses, ports: [{ port: 80 }] }])).toBe('');
});

test('Endpoints belong to the Service of their name and list Pods, or else Nodes', () => {
  const targetRef = { kind: 'Pod', namespace: 'shop', name: 'web-1' };
  const written = endpoints.references(
    endpointsOf([
      {
        addresses: [{ ip: '10.0.0.1', nodeName: 'worker', targetRef }],
        notReadyAddresses: [{ ip: '10.0.0.2', nodeName: 'worker' }],
      },
    ]),
  );
  expect(written).toEqual([
    {
      relation: 'serves',
      path: 'metadata.name',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'web' },
      optional: true,
    },
    {
      relation: 'endpoint',
      path: 'subsets[0].addresses[0].targetRef.name',
      to: { by: 'name', group: '', kind: 'Pod', namespace: 'shop', name: 'web-1' },
    },
    {
      relation: 'endpoint',
      path: 'subsets[0].notReadyAddresses[0].nodeName',
      to: { by: 'name', group: '', kind: 'Node', name: 'worker' },
      detail: 'not ready',
    },
  ]);
});

test('Endpoints that old clusters used as a leader lock belong to no Service', () => {
  const lock = { 'control-plane.alpha.kubernetes.io/leader': '{}' };
  expect(endpoints.references(endpointsOf([], lock))).toEqual([]);
});
