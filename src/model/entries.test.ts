import { expect, test } from 'vitest';
import { idOf } from '#snapshot/object-id.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { entriesOf } from './entries.ts';

const garden = object('example.com/v1', 'Garden', 'shop/rose', { spec: { plot: 'north' } });
const definition = object(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  'gardens.example.com',
  {
    spec: {
      versions: [
        {
          name: 'v1',
          additionalPrinterColumns: [{ name: 'Plot', type: 'string', jsonPath: '.spec.plot' }],
        },
      ],
    },
  },
);

test('of two objects with one id the first counts', () => {
  const snapshot = snapshotOf(garden);
  const again = { ...garden, spec: { plot: 'south' } };
  const twice = {
    ...snapshot,
    lists: snapshot.lists.flatMap((list) => [list, { ...list, objects: [again] }]),
  };
  expect([...entriesOf(twice).values()].map((entry) => entry.object)).toEqual([garden]);
});

test('a custom resource is described by its definition, wherever in the snapshot that stands', () => {
  const headsOf = (...objects: (typeof garden)[]) =>
    entriesOf(snapshotOf(...objects)).get(idOf(garden))?.kind.heads;
  expect(headsOf(garden, definition)).toEqual(['NAME', 'PLOT']);
  expect(headsOf(definition, garden)).toEqual(['NAME', 'PLOT']);
  expect(headsOf(garden)).toEqual(['NAME', 'AGE']);
});
