import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { answersOf } from './answers.ts';
import { notedModel } from './noted-model.ts';
import { oncePerModel, question } from './per-model.ts';
import { withReads } from './reads.ts';

const web = object('apps/v1', 'Deployment', 'shop/web');
const webPod = ownedBy(web, pod('shop/web-1', { app: 'web' }));
const objects = [web, webPod, service('shop/web', { app: 'web' })];
const plain = modelOf(...objects);
const model = notedModel(plain);
const id = 'Pod/shop/web-1' as ObjectId;

const readsOf = (work: () => unknown) =>
  [...withReads(model, work)[1]].map(([what, of]) => [what, ...of]);

test('a noted model answers as the plain one does', () => {
  expect(model.get(id)).toBe(plain.get(id));
  expect(model.edgesFrom(id)).toEqual(plain.edgesFrom(id));
  expect(model.entries).toBe(plain.entries);
  expect(Object.keys(model)).toEqual(Object.keys(plain));
});

test('every member that says something of objects notes what was asked', () => {
  const kind = { group: 'apps', kind: 'Deployment' };
  expect(readsOf(() => model.get(id))).toEqual([['get', id]]);
  expect(readsOf(() => model.ofKind(kind))).toEqual([['ofKind', 'Deployment.apps']]);
  expect(readsOf(() => model.inNamespace('shop'))).toEqual([['inNamespace', 'shop']]);
  for (const member of [
    'edgesFrom',
    'edgesTo',
    'danglingFrom',
    'ownerChain',
    'owned',
    'home',
  ] as const) {
    expect(readsOf(() => model[member](id))).toEqual([[member, id]]);
  }
  expect(readsOf(() => model.namespaces)).toEqual([['namespaces', '']]);
  for (const member of ['entries', 'dangling'] as const) {
    expect(readsOf(() => model[member])).toEqual([['all', '']]);
  }
  expect(readsOf(() => model.snapshot.lists)).toEqual([['all', '']]);
  // These say what the manifest says, which is compared as a whole.
  const ofManifest = ['snapshot', 'context', 'resourceOf', 'holdsAll'];
  const known = [
    'get',
    'ofKind',
    'inNamespace',
    'edgesFrom',
    'edgesTo',
    'danglingFrom',
    'ownerChain',
    'owned',
    'home',
  ];
  expect(Object.keys(model).toSorted()).toEqual(
    [...known, ...ofManifest, 'namespaces', 'entries', 'dangling'].toSorted(),
  );
});

test('what is worked out once a model counts as having read all of it, also for who comes second', () => {
  const size = oncePerModel(({ entries }) => entries.length);
  expect(readsOf(() => size(model))).toEqual([['all', '']]);
  expect(readsOf(() => size(model))).toEqual([['all', '']]);
});

test('who asks a question has read its answer only', () => {
  const size = oncePerModel(({ entries }) => entries.length);
  const isLarge = question('isLarge', (of, than: string) => size(of) > Number(than));
  expect(readsOf(() => isLarge(model, '2'))).toEqual([['isLarge', '2']]);
  expect(answersOf(model, () => '')('isLarge', '2')).toBe('true');
});

test('nobody knows whether what was read of another model is still so', () => {
  const other = notedModel(modelOf(web));
  const reads = readsOf(() => other.get(id));
  expect(reads).toEqual([['anotherModel', id]]);
  const answer = answersOf(model, () => '');
  expect(answer('anotherModel', id)).not.toBe(answer('anotherModel', id));
});

test('an answer tells what is in the objects that it gives, and of what definition their kind was made', () => {
  const definition = object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'backups.lab.example',
  );
  const backup = object('lab.example/v1', 'Backup', 'shop/nightly');
  const cluster = modelOf(definition, backup);
  const mark = (of: string) =>
    answersOf(cluster, ({ object: { kind } }) => (kind === of ? 'new' : 'old'));
  const asked = ['get', 'Backup.lab.example/shop/nightly'] as const;
  expect(mark('none')(...asked)).not.toBe(mark('Backup')(...asked));
  expect(mark('none')(...asked)).not.toBe(mark('CustomResourceDefinition')(...asked));
  expect(mark('none')('owned', asked[1])).toBe('[]');
});

test('nothing else remembers by model, or a page would not know what it has read', () => {
  const folder = `${import.meta.dirname}/..`;
  const found = globSync('**/*.ts', { cwd: folder }).filter((file) =>
    /WeakMap<\s*Model\b/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  // `relations.ts` remembers one answer, and forgets it for the next page.
  expect(found.toSorted()).toEqual(['model/per-model.ts', 'views/relations.ts']);
});
