import { expect, test } from 'vitest';
import type { LabelSelector } from '#kinds/reference.ts';
import { object, pod, snapshotOf } from '#tests/fixtures/builders.ts';
import { entriesOf } from './entries.ts';
import { searchByLabel } from './label-search.ts';
import { matches } from './select.ts';

const snapshot = snapshotOf(
  pod('shop/a', { app: 'web', tier: 'front' }),
  pod('shop/b', { app: 'web', tier: 'back' }),
  pod('shop/c', { app: 'db', constructor: 'x' }),
  object('v1', 'Pod', 'shop/d'),
);
const entries = [...entriesOf(snapshot).values()];

test.each<LabelSelector>([
  {},
  { matchLabels: { app: 'web' } },
  { matchLabels: { app: 'web', tier: 'back' } },
  { matchLabels: { app: 'none' } },
  { matchLabels: { constructor: 'x' } },
  { matchLabels: { toString: 'x' } },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['db'] }] },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['db', 'web'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['db'] }] },
  { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
  {
    matchLabels: { app: 'web' },
    matchExpressions: [{ key: 'tier', operator: 'In', values: ['back'] }],
  },
])('a search finds what a look at every object finds, in the same order: %j', (selector) => {
  const search = searchByLabel(entries);
  const expected = entries.filter(({ object }) => matches(selector, object.metadata.labels));
  expect(search(selector)).toEqual(expected);
  expect(search(selector)).toEqual(expected);
});
