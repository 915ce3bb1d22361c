import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { conditionsOf } from './conditions.ts';

function states(...conditions: readonly object[]) {
  const node = object('v1', 'Node', 'one', { status: { conditions } });
  return conditionsOf(node).map(({ type, health }) => `${type} ${health.word}: ${health.state}`);
}

test('True is good of what should be so, and bad of what is a complaint', () => {
  expect(
    states(
      { type: 'Ready', status: 'True' },
      { type: 'MemoryPressure', status: 'True' },
      { type: 'DiskPressure', status: 'False' },
      { type: 'Available', status: 'False' },
    ),
  ).toEqual([
    'Ready True: ok',
    'MemoryPressure True: warn',
    'DiskPressure False: ok',
    'Available False: warn',
  ]);
});

test('Unknown is not well, and some conditions are news of neither kind', () => {
  expect(
    states({ type: 'Ready', status: 'Unknown' }, { type: 'ScalingLimited', status: 'True' }),
  ).toEqual(['Ready Unknown: unknown', 'ScalingLimited True: done']);
});

test('an odd list of conditions is none', () => {
  expect(states()).toEqual([]);
  expect(conditionsOf(object('v1', 'Node', 'one', { status: { conditions: 'Ready' } }))).toEqual(
    [],
  );
});
