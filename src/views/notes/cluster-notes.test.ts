import { expect, test } from 'vitest';
import { type Note, parseNote } from '#markdown/parse-note.ts';
import { buildModel } from '#model/build-model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { object, ownedBy, pod, snapshotOf } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { readCluster } from '#views/chapters/cluster.ts';
import { clusterNotes } from './cluster-notes.ts';
import { unknownNote } from './unknown-notes.ts';

const web = object('apps/v1', 'Deployment', 'shop/web', {
  metadata: { labels: { team: 'storefront' } },
});
const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const model = buildModel(
  snapshotOf(
    object('v1', 'Namespace', 'shop'),
    web,
    set,
    ownedBy(set, pod('shop/web-1-a', { team: 'storefront' })),
    ownedBy(set, pod('shop/web-1-b', { team: 'storefront' })),
    object('v1', 'ConfigMap', 'blog/web'),
  ),
);
const cluster = readCluster(model, links);

function note(fields: string, text = 'Text.'): Note {
  return parseNote(`---\n${fields}\n---\n${text}\n`, 'notes/a.md');
}

function notesOf(...notes: readonly Note[]) {
  return clusterNotes(notes, [], cluster, 'prod');
}

const at = (notes: ReturnType<typeof notesOf>, id: string) =>
  notes.at(id as ObjectId).map(({ file, about }) => [file, about?.name]);

test('a note stands at the object that it names, as kubectl would name the kind', () => {
  for (const kind of ['Deployment', 'deployment', 'deploy', 'deployments.apps']) {
    const notes = notesOf(note(`kind: ${kind}\nnamespace: shop\nname: web`));
    expect([at(notes, 'Deployment.apps/shop/web'), at(notes, 'ConfigMap/blog/web')]).toEqual([
      [['notes/a.md', undefined]],
      [],
    ]);
  }
});

test('a note on Pods stands once on the page of their Deployment and says whom it is about', () => {
  const notes = notesOf(note('kind: Pod\nlabels: { team: storefront }'));
  expect(at(notes, 'Deployment.apps/shop/web')).toEqual([['notes/a.md', 'web-1-a']]);
  expect(notes.places.map(({ what, objects }) => [what, objects])).toEqual([['Pod web-1-a', 2]]);
});

test('labels alone find objects of every kind', () => {
  const notes = notesOf(note('labels: { team: storefront }'));
  expect(at(notes, 'Deployment.apps/shop/web')).toEqual([['notes/a.md', undefined]]);
});

test('a note on a namespace stands on its page and at its object, captured or not', () => {
  const notes = notesOf(note('namespace: "*"'));
  expect([
    notes.ofNamespace('shop').length,
    at(notes, 'Namespace/shop'),
    notes.ofNamespace('blog').length,
  ]).toEqual([1, [['notes/a.md', undefined]], 1]);
  expect(notesOf(note('kind: ns\nname: shop')).ofNamespace('shop')).toHaveLength(1);
});

test('a note on a kind stands at the kind, and one without a place at the cluster', () => {
  const notes = notesOf(note('kind: Deployment'), note('cluster: pr*'), note('cluster: staging'));
  expect([
    notes.ofKind(web).length,
    notes.ofCluster.length,
    at(notes, 'Deployment.apps/shop/web'),
  ]).toEqual([1, 1, []]);
});

test('sections of a note are small ones, and whom it names are contacts', () => {
  const fields =
    'kind: Deployment\nname: web\nowner: shop@example.com\nrunbook: https://wiki.example.com/web';
  const [view] = notesOf(note(fields, '## If it is slow\n\nWait.')).at(
    'Deployment.apps/shop/web' as ObjectId,
  );
  expect([view?.title, view?.contacts, view?.blocks]).toEqual([
    'If it is slow',
    [
      { label: 'Owner', text: 'shop@example.com', href: 'mailto:shop@example.com' },
      {
        label: 'Runbook',
        text: 'https://wiki.example.com/web',
        href: 'https://wiki.example.com/web',
      },
    ],
    [
      {
        type: 'subheading',
        id: 'note-notes-a-md-0',
        children: [{ type: 'text', text: 'If it is slow' }],
      },
      { type: 'paragraph', children: [{ type: 'text', text: 'Wait.' }], note: undefined },
    ],
  ]);
});

test.each([
  [
    'kind: Deployment\nnamespace: shop\nname: wbe',
    '4: no snapshot has a Deployment "wbe" in namespace shop.',
  ],
  ['kind: Deploymnt\nname: web', '2: no snapshot has a kind "Deploymnt".'],
  ['namespace: shpo', '2: no snapshot has a namespace "shpo".'],
  ['cluster: staging\nkind: Deployment', '2: no snapshot is of a cluster "staging".'],
  ['kind: Pod\nlabels:\n  team: none', '4: no snapshot has a Pod with these labels.'],
  ['kind: Deployment\nnamespace: shop\nname: wbe\noptional: true', undefined],
  ['kind: Deployment\nname: w*', undefined],
])('%j is held against every snapshot', (fields, mistake) => {
  const unknown = unknownNote(note(fields), [{ id: 'prod', model }]);
  expect(unknown && `${unknown.line}: ${unknown.message}`).toBe(mistake);
});
