import { expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import { drawFigure } from './figures.ts';
import { memoryCache } from './memory-cache.ts';

const node = (id: string) =>
  ({ id, kind: 'Pod', label: id, glyph: 'pod', category: 'workload', role: 'plain' }) as const;
const edge = (from: string, to: string) =>
  ({ from, to, label: 'uses', evidence: 'proven' }) as const;

/** Of a shape that only the engine can lay out. */
const diagram: Diagram = {
  id: 'round',
  title: 'Round',
  description: 'Three Pods that use one another.',
  groups: [],
  nodes: ['a', 'b', 'c'].map(node),
  edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')],
};

test('a figure that was kept is the one that was drawn, and is not laid out again', async () => {
  const figures = memoryCache();
  const drawn = await drawFigure(diagram, { figures, layouts: memoryCache() });
  const layouts = {
    get: () => Promise.reject(new Error('asked for a layout')),
    set: () => Promise.reject(new Error('laid out')),
  };
  expect(await drawFigure(structuredClone(diagram), { figures, layouts })).toEqual(drawn);
});

test('a diagram that changed in one word is drawn anew', async () => {
  const caches = { figures: memoryCache(), layouts: memoryCache() };
  await drawFigure(diagram, caches);
  const renamed = { ...diagram, description: 'Each uses the next.' };
  expect((await drawFigure(renamed, caches)).caption).toBe(renamed.description);
});
