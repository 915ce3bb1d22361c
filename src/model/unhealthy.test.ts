import { expect, test } from 'vitest';
import { modelOf, object } from '#tests/fixtures/builders.ts';
import { unhealthy } from './unhealthy.ts';

function node(name: string, ready: string) {
  return object('v1', 'Node', name, { status: { conditions: [{ type: 'Ready', status: ready }] } });
}

function garden(name: string, ready: string) {
  return object('example.com/v1', 'Garden', `shop/${name}`, {
    status: { conditions: [{ type: 'Ready', status: ready }] },
  });
}

test('the worst stands first, and what is well or cannot be judged is left out', () => {
  const model = modelOf(
    garden('dry', 'False'),
    garden('green', 'True'),
    garden('unseen', 'Unknown'),
    object('v1', 'ConfigMap', 'shop/settings'),
    node('worker-1', 'True'),
    node('worker-2', 'False'),
  );
  expect(unhealthy(model).map(({ id }) => id)).toEqual([
    'Node/worker-2',
    'Garden.example.com/shop/dry',
  ]);
});
