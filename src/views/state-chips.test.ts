import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { links } from '#tests/fixtures/links.ts';
import { rowStates, stateChips } from './state-chips.ts';
import { kubectlTable } from './table-of.ts';

const model = buildModel(await readSnapshot('snapshots/shop-prod'));
const chips = (group: string, kind: string) => {
  const table = kubectlTable(model, model.ofKind({ group, kind }), { command: '' }, links.object);
  return stateChips(rowStates(table), table.heads).map(({ word, count }) => `${word} ${count}`);
};

test('states are called what kubectl calls them where that is one word for each', () => {
  expect(chips('', 'PersistentVolumeClaim')).toEqual(['Pending 1', 'Bound 7']);
  expect(chips('', 'Event')).toEqual(['Warning 9', 'Normal 715']);
});

test('states that go by many words, or share one, are called by what they mean', () => {
  expect(chips('', 'Pod')).toEqual(['Failing 4', 'Not ready 3', 'Ready 89', 'Done 5']);
  expect(chips('apps', 'Deployment')[0]).toMatch(/^Failing \d+$/);
});

test('kinds without a state have no chips', () => {
  expect(chips('', 'ConfigMap')).toEqual([]);
});
