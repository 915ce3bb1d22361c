import { expect, test } from 'vitest';
import { edge, node } from './diagram.fixture.ts';
import type { Layout } from './layout.ts';
import { packLayouts } from './pack-layouts.ts';

/** One box with a margin of 2 px around it. */
function layout(id: string, width: number, height: number): Layout {
  return {
    width: width + 4,
    height: height + 4,
    groups: [],
    edges: [],
    nodes: [{ node: node(id), box: { x: 2, y: 2, width, height } }],
  };
}

test('one layout stays as it is', () => {
  const only = layout('a', 100, 50);
  expect(packLayouts([only])).toBe(only);
});

test('the highest stands first, and what is low fills the room beside and below it', () => {
  const packed = packLayouts([
    layout('low', 100, 50),
    layout('high', 200, 300),
    layout('b', 100, 50),
  ]);
  expect(packed.nodes.map(({ node: { id }, box }) => [id, box.x, box.y])).toEqual([
    ['low', 226, 2],
    ['high', 2, 2],
    ['b', 350, 2],
  ]);
  expect([packed.width, packed.height]).toEqual([452, 304]);
});

test('what finds no room beside the others stands below them', () => {
  const packed = packLayouts([layout('a', 700, 100), layout('b', 400, 90)]);
  expect(packed.nodes.map(({ box }) => [box.x, box.y])).toEqual([
    [2, 2],
    [2, 126],
  ]);
});

test('edges and their words move with their boxes', () => {
  const points = [
    { x: 10, y: 20 },
    { x: 30, y: 20 },
  ];
  const placed = { edge: edge('b', 'b'), points, label: { x: 20, y: 15 } };
  const packed = packLayouts([layout('a', 100, 90), { ...layout('b', 100, 50), edges: [placed] }]);
  expect(packed.edges).toEqual([
    {
      edge: edge('b', 'b'),
      points: [
        { x: 134, y: 20 },
        { x: 154, y: 20 },
      ],
      label: { x: 144, y: 15 },
    },
  ]);
});
