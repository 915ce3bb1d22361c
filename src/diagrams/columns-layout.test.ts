import { expect, test } from 'vitest';
import { layoutColumns } from './columns-layout.ts';
import { diagram, edge, node, sevenPx } from './diagram.fixture.ts';

const self = node('self', { role: 'self' });

test('users stand left, what is used stands right, both level with the middle', () => {
  const layout = layoutColumns(
    diagram([self, node('user'), node('used')], [edge('user', 'self'), edge('self', 'used')]),
    sevenPx,
  );
  const x = new Map(layout.nodes.map(({ node: { id }, box }) => [id, box.x]));
  expect([...x.keys()].toSorted((a, b) => (x.get(a) ?? 0) - (x.get(b) ?? 0))).toEqual([
    'user',
    'self',
    'used',
  ]);
  expect(new Set(layout.nodes.map(({ box }) => box.y)).size).toBe(1);
});

test('every edge starts and ends at the boxes it joins', () => {
  const others = ['a', 'b', 'c', 'd', 'e'].map((id) => node(id));
  const edges = [
    edge('a', 'self', { label: 'mounts' }),
    edge('b', 'self', { label: 'mounts' }),
    edge('c', 'self', { label: 'reads env' }),
    edge('self', 'd', { label: 'owns' }),
    edge('self', 'e', { label: 'owns' }),
  ];
  const layout = layoutColumns(diagram([self, ...others], edges), sevenPx);
  const boxes = new Map(layout.nodes.map((placed) => [placed.node.id, placed.box]));
  for (const { edge: drawn, points } of layout.edges) {
    const [from, to] = [boxes.get(drawn.from), boxes.get(drawn.to)];
    expect(points[0]?.x).toBe((from?.x ?? 0) + (from?.width ?? 0));
    expect(points.at(-1)?.x).toBe(to?.x);
    for (const [box, point] of [
      [from, points[0]],
      [to, points.at(-1)],
    ] as const) {
      expect(point?.y).toBeGreaterThan(box?.y ?? 0);
      expect(point?.y).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
    }
  }
});

test('edges with the same words share them', () => {
  const edges = ['a', 'b', 'c'].map((id) =>
    edge('self', id, { label: id === 'c' ? 'owns' : 'mounts' }),
  );
  const layout = layoutColumns(diagram([self, node('a'), node('b'), node('c')], edges), sevenPx);
  expect(layout.edges.map(({ label }) => label !== undefined)).toEqual([true, false, true]);
});

test('boxes of a column do not touch', () => {
  const others = Array.from({ length: 8 }, (_, i) => node(`n${i}`));
  const edges = others.map(({ id }, i) => edge('self', id, { label: `${i % 3}` }));
  const layout = layoutColumns(diagram([self, ...others], edges), sevenPx);
  const column = layout.nodes.filter((placed) => placed.node !== self).map(({ box }) => box);
  for (const [i, box] of column.entries()) {
    expect(box.y).toBeGreaterThanOrEqual((column[i - 1]?.y ?? -100) + 58);
  }
});

test('an object without neighbours stands alone', () => {
  const layout = layoutColumns(diagram([self]), sevenPx);
  expect(layout.nodes).toHaveLength(1);
  expect(layout.edges).toEqual([]);
});

test('what is joined to a neighbour stands beyond it, level with it', () => {
  const others = ['user', 'used', 'far user', 'far used', 'further used'].map((id) => node(id));
  const edges = [
    edge('user', 'self'),
    edge('self', 'used'),
    edge('far user', 'user'),
    edge('used', 'far used'),
    edge('used', 'further used'),
  ];
  const layout = layoutColumns(diagram([self, ...others], edges), sevenPx);
  expect(layout.nodes.map(({ node: { id } }) => id)).toEqual([
    'far user',
    'user',
    'self',
    'used',
    'far used',
    'further used',
  ]);
  const xs = layout.nodes.map(({ box }) => box.x);
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  const y = new Map(layout.nodes.map(({ node: { id }, box }) => [id, box.y]));
  expect(y.get('far user')).toBe(y.get('user'));
  expect((y.get('far used') ?? 0) + (y.get('further used') ?? 0)).toBe(2 * (y.get('used') ?? 0));
  expect(layout.edges).toHaveLength(edges.length);
});
