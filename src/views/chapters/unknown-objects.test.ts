import { expect, test } from 'vitest';
import { parseChapter } from '#markdown/parse-chapter.ts';
import { buildModel } from '#model/build-model.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { unknownObjects } from './unknown-objects.ts';

const chapter = (...lines: readonly string[]) =>
  parseChapter(
    ['---', 'number: 1', 'title: Ours', 'part: First look', 'summary: Ours.', '---', ...lines].join(
      '\n',
    ),
    '01-ours.md',
  );

const shop = snapshotOf(object('v1', 'ConfigMap', 'settings', { metadata: { namespace: 'shop' } }));
const bare = snapshotOf(object('v1', 'ConfigMap', 'other', { metadata: { namespace: 'shop' } }));
const ours = chapter('', 'It reads :ref[]{kind="configmaps" namespace="shop" name="settings"}.');

test('a name that one of the snapshots has is known', () => {
  expect(unknownObjects(ours, [buildModel(bare), buildModel(shop)])).toEqual([]);
});

test('a name that no snapshot has is told with its line', () => {
  expect(unknownObjects(ours, [buildModel(bare)])).toEqual([
    {
      line: 8,
      message: 'no snapshot has configmaps "settings" in shop.',
      hint: 'Every snapshot holds all objects of that kind. Correct the name or the namespace.',
    },
  ]);
});

test('a snapshot that did not read the kind may be hiding the object', () => {
  const hidden = withCoverage(bare, { configmaps: 'forbidden' });
  expect(unknownObjects(ours, [buildModel(hidden)])).toEqual([]);
});

test('names in lists, notes and Mermaid figures are looked at too', () => {
  const many = chapter(
    '',
    '- One. :note[See :field[data]{kind="configmaps" namespace="shop" name="a"}.]',
    '',
    '```mermaid A figure',
    'flowchart LR',
    'click a :href{kind="configmaps" namespace="shop" name="b"}',
    '```',
    '',
    '::describe{kind="configmaps" namespace="shop" name="c"}',
  );
  expect(unknownObjects(many, [buildModel(shop)]).map(({ line }) => line)).toEqual([8, 12, 15]);
});
