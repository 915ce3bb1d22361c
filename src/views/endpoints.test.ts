import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import {
  modelOf,
  object,
  pod,
  service,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { endpointCount, endpointTable } from './endpoints.ts';

const web = service('shop/web', { app: 'web' });

function slice(name: string, fields: object): KubeObject {
  return object('discovery.k8s.io/v1', 'EndpointSlice', `shop/${name}`, {
    metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    ...fields,
  });
}

function ofWeb(model: Model) {
  const entry = model.get('Service/shop/web' as ObjectId);
  if (entry === undefined) throw new Error('The model has no Service web.');
  return entry;
}

const rows = (model: Model) =>
  endpointTable(model, ofWeb(model), links.object)?.rows.map(
    ({ address, ports, pod: of, nodeName, node, health }) =>
      [address, ports.join(' '), of?.name ?? '', node?.href ?? nodeName ?? '', health.word].join(
        ' | ',
      ),
  );

test('the endpoints of a Service are those of its slices', () => {
  const model = modelOf(
    web,
    pod('shop/a', { app: 'web' }),
    object('v1', 'Node', 'one'),
    slice('web-x', {
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      endpoints: [
        {
          addresses: ['10.0.0.1'],
          conditions: { ready: true },
          nodeName: 'one',
          targetRef: { kind: 'Pod', namespace: 'shop', name: 'a' },
        },
        { addresses: ['10.0.0.2'], conditions: { ready: false }, nodeName: 'gone' },
        { addresses: ['10.0.0.3'], conditions: { ready: false, terminating: true } },
        { addresses: ['10.0.0.4'] },
      ],
    }),
  );
  expect(rows(model)).toEqual([
    '10.0.0.1 | http 8080/TCP | a | Node/one | ready',
    '10.0.0.2 | http 8080/TCP |  | gone | not ready',
    '10.0.0.3 | http 8080/TCP |  |  | terminating',
    '10.0.0.4 | http 8080/TCP |  |  | ready',
  ]);
  expect(endpointCount(model, ofWeb(model))).toEqual({ total: 4, ready: 2 });
});

test('where no slice was captured, the older Endpoints tell them', () => {
  const endpoints = object('v1', 'Endpoints', 'shop/web', {
    subsets: [
      {
        addresses: [{ ip: '10.0.0.1' }],
        notReadyAddresses: [{ ip: '10.0.0.2' }],
        ports: [{ port: 80 }],
      },
    ],
  });
  expect(rows(modelOf(web, endpoints))).toEqual([
    '10.0.0.1 | 80/TCP |  |  | ready',
    '10.0.0.2 | 80/TCP |  |  | not ready',
  ]);
});

test('a Service without endpoints has none only if somebody looked', () => {
  const none = modelOf(web);
  expect(endpointTable(none, ofWeb(none), links.object)).toBeUndefined();
  expect(endpointCount(none, ofWeb(none))).toEqual({ total: 0, ready: 0 });
  const unseen = buildModel(
    withCoverage(snapshotOf(web), {
      endpoints: 'forbidden',
      'endpointslices.discovery.k8s.io': 'forbidden',
    }),
  );
  expect(endpointCount(unseen, ofWeb(unseen))).toBeUndefined();
});

test('of a thousand endpoints a hundred are shown', () => {
  const endpoints = Array.from({ length: 1000 }, (_, i) => ({
    addresses: [`10.0.${i >> 8}.${i & 255}`],
  }));
  const model = modelOf(web, slice('web-x', { endpoints }));
  const table = endpointTable(model, ofWeb(model), links.object);
  expect([table?.rows.length, table?.hidden]).toEqual([100, 900]);
});
