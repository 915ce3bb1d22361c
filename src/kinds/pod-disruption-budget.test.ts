import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { podDisruptionBudget } from './pod-disruption-budget.ts';

const context = { now: 0 };

function selectors(apiVersion: string, spec: object) {
  return podDisruptionBudget
    .references(object(apiVersion, 'PodDisruptionBudget', 'shop/web', { spec }))
    .map(({ to }) => (to.by === 'selector' ? to.selector : to));
}

test('an empty selector is every pod of the namespace, and was none before policy/v1', () => {
  expect(selectors('policy/v1', { selector: {} })).toEqual([{ matchLabels: {} }]);
  expect(selectors('policy/v1beta1', { selector: {} })).toEqual([]);
  expect(selectors('policy/v1', {})).toEqual([]);
  const app = { matchLabels: { app: 'web' } };
  expect(selectors('policy/v1beta1', { selector: app })).toEqual([app]);
});

test.each([
  [
    { expectedPods: 3, currentHealthy: 3, desiredHealthy: 2, disruptionsAllowed: 1 },
    'ok',
    '1 allowed',
  ],
  [{ expectedPods: 2, currentHealthy: 2, desiredHealthy: 2 }, 'warn', '0 allowed'],
  [{ expectedPods: 3, currentHealthy: 1, desiredHealthy: 2 }, 'bad', '1/2 healthy'],
])('health with %j is %s', (status, state, word) => {
  const budget = object('policy/v1', 'PodDisruptionBudget', 'shop/web', { status });
  expect(podDisruptionBudget.health(budget, context)).toEqual({ state, word });
});
