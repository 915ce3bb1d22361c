import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { endpointSlice } from './endpoint-slice.ts';

const context = { now: 0 };

function sliceOf(fields: object, labels = {}) {
  return object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x', {
    metadata: { labels },
    addressType: 'IPv4',
    ...fields,
  });
}

test('an EndpointSlice prints the number of a port, else its name, else *', () => {
  const cells = (ports: readonly object[]) => endpointSlice.cells(sliceOf({ ports }), context)[2];
  expect(cells([{ name: 'http', port: 80 }, { name: 'any' }, {}, { port: 1 }])).toBe(
    '80,any,* + 1 more...',
  );
  expect(cells([])).toBe('<unset>');
});

test('an endpoint of a slice counts as ready unless it says otherwise', () => {
  const slice = sliceOf({
    endpoints: [{ addresses: ['a'] }, { addresses: ['b'], conditions: { ready: false } }],
  });
  expect(endpointSlice.health(slice, context)).toEqual({ state: 'warn', word: '1/2 ready' });
});

test('an EndpointSlice names its Service in a label', () => {
  const slice = sliceOf({}, { 'kubernetes.io/service-name': 'web' });
  expect(endpointSlice.references(slice)).toEqual([
    {
      relation: 'serves',
      path: 'metadata.labels["kubernetes.io/service-name"]',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'web' },
    },
  ]);
});
