import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, service } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { describedOf } from './described.ts';
import { factsOf } from './facts.ts';

/** Facts of an object whose page shows its whole row and these sections. */
function facts(model: Model, id: string, sections: readonly string[] = []) {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  const { kind, object: of } = entry;
  const heads = [...kind.heads, ...kind.wideHeads];
  const cells = [...kind.cells(of, model.context), ...kind.wideCells(of, model.context)];
  const columns = new Map(heads.map((head, i) => [head, cells[i] ?? '']));
  return Object.fromEntries(
    factsOf(
      model,
      entry,
      { columns, sections: new Set(sections), described: describedOf(model, entry) },
      links.object,
    ).map(({ label, value }) => [label, value]),
  );
}

test('what a column says is no fact', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect(facts(model, 'Deployment.apps/kube-system/coredns')).toEqual({
    CreationTimestamp: 'Sun, 22 Nov 2026 09:56:17 +0000',
    Replicas: '2 desired | 2 updated | 2 total | 2 available | 0 unavailable',
    StrategyType: 'RollingUpdate',
    RollingUpdateStrategy: '1 max unavailable, 25% max surge',
    NewReplicaSet: 'coredns-6496f5b56d (2/2 replicas created)',
    Revision: '1',
  });
});

test('a column that holds only a part of it leaves the fact', () => {
  const dual = { type: 'ClusterIP', clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', 'fd00::7'] };
  const model = modelOf(service('shop/web', { app: 'web' }, dual));
  expect(facts(model, 'Service/shop/web')['IPs']).toBe('10.0.0.7,fd00::7');
});

test('what the API server fills in is no choice of anyone', () => {
  const web = (spec: object) =>
    facts(
      modelOf(object('apps/v1', 'Deployment', 'shop/web', { spec })),
      'Deployment.apps/shop/web',
    );
  const { Replicas: _, ...none } = web({ revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
  expect(none).toEqual({});
  expect(web({ revisionHistoryLimit: 2, progressDeadlineSeconds: 60 })).toMatchObject({
    'Revision history limit': '2',
    'Progress deadline': '60s',
  });
});

test('an object that stands among the relations, or among what is missing, is no fact', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    spec: {
      template: { spec: { containers: [], serviceAccountName: 'web', priorityClassName: 'high' } },
    },
  });
  expect(Object.keys(facts(modelOf(web), 'Deployment.apps/shop/web'))).toEqual(['Replicas']);
});

test('what a section shows in full is no fact', () => {
  const model = modelOf(object('v1', 'ConfigMap', 'shop/web', { data: { key: 'value' } }));
  expect(facts(model, 'ConfigMap/shop/web')).toEqual({ Keys: ['key (5 bytes)'] });
  expect(facts(model, 'ConfigMap/shop/web', ['Keys'])).toEqual({});
});
