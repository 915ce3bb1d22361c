import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { podTemplate } from './pod-template.ts';

const template = {
  metadata: { labels: { app: 'web' } },
  spec: {
    serviceAccountName: 'web',
    containers: [
      { name: 'web', image: 'web:1' },
      { name: 'proxy', image: 'proxy:2' },
    ],
  },
};

test('a PodTemplate prints its recipe; its pod spec is one level higher than in a workload', () => {
  const recipe = object('v1', 'PodTemplate', 'shop/recipe', { template });
  expect(podTemplate.cells(recipe, { now: 0 })).toEqual([
    'recipe',
    'web,proxy',
    'web:1,proxy:2',
    'app=web',
  ]);
  expect(podTemplate.references(recipe).map(({ path }) => path)).toEqual([
    'template.spec.serviceAccountName',
  ]);
});
