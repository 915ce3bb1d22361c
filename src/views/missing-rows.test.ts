import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, service, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { missingRows } from './missing-rows.ts';

function missing(model: Model, id: string) {
  return missingRows(model, id as ObjectId, () => undefined, links).map(
    ({ kind, target, reason, meaning, finding, places }) =>
      `${kind} ${target}: ${reason}, ${places.length}. ${meaning}${finding ? ` (${finding})` : ''}`,
  );
}

const volumes = (optional: boolean) => [
  { name: 'a', secret: { secretName: 'tls', optional } },
  { name: 'b', secret: { secretName: 'tls', optional } },
];
const webWith = (optional: boolean) =>
  object('apps/v1', 'Deployment', 'shop/web', {
    spec: { template: { spec: { containers: [], volumes: volumes(optional) } } },
  });

const account = object('v1', 'ServiceAccount', 'shop/default');

test('what is surely not there says so, each thing once with every place that names it', () => {
  expect(missing(modelOf(webWith(false), account), 'Deployment.apps/shop/web')).toEqual([
    'Secret tls: missing, 2. All Secrets of shop were captured, and this is none of them. (finding missing-reference)',
  ]);
});

test('what an object can do without is no loss', () => {
  expect(missing(modelOf(webWith(true), account), 'Deployment.apps/shop/web')).toEqual([
    'Secret tls: optional, 2. It does not exist, and the field says that this is fine.',
  ]);
});

test('what was not captured may well exist', () => {
  const model = buildModel(
    withCoverage(snapshotOf(webWith(false), account), { secrets: 'forbidden' }),
  );
  expect(missing(model, 'Deployment.apps/shop/web')).toEqual([
    'Secret tls: not-captured, 2. Secrets of shop were not captured: it may well exist.',
  ]);
});

test('a selector that matches nothing names the labels', () => {
  expect(missing(modelOf(service('shop/web', { app: 'web' })), 'Service/shop/web')).toEqual([
    'Pod app=web: nothing-selected, 1. No Pod of shop has these labels. (finding empty-service)',
  ]);
});

test('a target in another namespace is written with it', () => {
  const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/ci', {
    subjects: [{ kind: 'ServiceAccount', namespace: 'ci', name: 'runner' }],
  });
  expect(missing(modelOf(binding), 'RoleBinding.rbac.authorization.k8s.io/shop/ci')).toEqual([
    'ServiceAccount ci/runner: missing, 1. All ServiceAccounts of ci were captured, and this is none of them. (finding missing-reference)',
  ]);
});

test('an Event outlives what it is about', () => {
  const event = object('v1', 'Event', 'shop/web.1', {
    involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' },
  });
  expect(missing(modelOf(event), 'Event/shop/web.1')).toEqual([
    'Pod web: optional, 1. It is gone, or was never captured: an Event outlives what it is about.',
  ]);
});
