import Elk from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagram, edge, node, sevenPx } from './diagram.fixture.ts';
import { elkGraph } from './elk-graph.ts';
import type { Layout } from './layout.ts';
import { treeIn } from './tree.ts';
import { layoutTree } from './tree-layout.ts';

/** A tree by the place of the box that each box but the first hangs on. */
function treeOf(parents: readonly number[], turned: boolean) {
  const nodes = [node('0'), ...parents.map((_, i) => node(`${i + 1}`, { label: 'n'.repeat(i) }))];
  const edges = parents.map((parent, i) => {
    const [near, far] = [`${Math.min(parent, i)}`, `${i + 1}`];
    const words = i % 3 === 0 ? {} : { label: 'w'.repeat(i) };
    return turned ? edge(far, near, words) : edge(near, far, words);
  });
  return diagram(nodes, edges);
}

function layoutOf(shape: ReturnType<typeof diagram>): Layout {
  const tree = treeIn(shape);
  if (tree === undefined) throw new Error('No tree.');
  return layoutTree(tree, sevenPx, 280);
}

test('boxes of any tree stand apart and inside the figure, and edges lead left to right', () => {
  const shapes = fc.array(fc.nat(12), { minLength: 1, maxLength: 13 });
  fc.assert(
    fc.property(shapes, fc.boolean(), (parents, turned) => {
      const { nodes, edges, width, height } = layoutOf(treeOf(parents, turned));
      expect(nodes).toHaveLength(parents.length + 1);
      expect(edges).toHaveLength(parents.length);
      for (const { box } of nodes) {
        expect(box.x).toBeGreaterThanOrEqual(2);
        expect(box.y).toBeGreaterThanOrEqual(2);
        expect(box.x + box.width).toBeLessThanOrEqual(width - 2);
        expect(box.y + box.height).toBeLessThanOrEqual(height - 2);
        const touching = nodes.filter(
          (other) =>
            Math.abs(other.box.y - box.y) < box.height + 18 &&
            other.box.x < box.x + box.width &&
            box.x < other.box.x + other.box.width,
        );
        expect(touching).toHaveLength(1);
      }
      for (const { points } of edges) {
        const xs = points.map(({ x }) => x);
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
        for (const [i, point] of points.entries()) {
          const before = points[i - 1] ?? point;
          expect(before.x === point.x || before.y === point.y).toBe(true);
        }
      }
    }),
  );
});

test('words stand between the columns that their edge joins', () => {
  const { nodes, edges } = layoutOf(treeOf([0, 0, 1, 1, 2], false));
  const boxes = new Map(nodes.map(({ node: { id }, box }) => [id, box]));
  for (const { edge: joins, label } of edges) {
    const [from, to] = [boxes.get(joins.from), boxes.get(joins.to)];
    if (label === undefined) continue;
    const half = ((joins.label?.length ?? 0) * 7) / 2;
    expect(label.x - half).toBeGreaterThan((from?.x ?? 0) + (from?.width ?? 0));
    expect(label.x + half).toBeLessThan(to?.x ?? 0);
  }
});

test('an edge whose words are only white space has none', () => {
  const { edges, width } = layoutOf(
    diagram([node('a'), node('b')], [edge('a', 'b', { label: ' ' })]),
  );
  expect(edges.map(({ label }) => label)).toEqual([undefined]);
  expect(width).toBe(layoutOf(diagram([node('a'), node('b')], [edge('a', 'b')])).width);
});

test('a box stands in the middle of those that hang on it, on the line of one that is near to it', () => {
  const ys = layoutOf(treeOf([0, 0, 0], false)).nodes.map(({ box }) => box.y);
  expect(ys).toEqual([68, 2, 68, 134]);
});

test('a chain is one line, its boxes where the engine would place them', async () => {
  const boxes = ['Ingress', 'Service', 'Deployment'].map((id) => node(id));
  const chain = diagram(boxes, [
    edge('Ingress', 'Service', { label: 'routes to' }),
    edge('Service', 'Deployment', { label: '80' }),
  ]);
  const { root } = elkGraph(chain, sevenPx, { widestNode: 280, direction: 'RIGHT' });
  const { children = [], width, height } = await new Elk().layout(root);
  const placed = layoutOf(chain);
  expect(placed.nodes.map(({ box }) => box)).toEqual(
    children.map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
  expect([placed.width, placed.height]).toEqual([width, height]);
});

test('what is joined in a ring, twice, both ways or in a frame is no tree', () => {
  const boxes = ['a', 'b', 'c'].map((id) => node(id));
  const ring = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')];
  expect(treeIn(diagram(boxes, ring))).toBeUndefined();
  const twice = [edge('a', 'b'), edge('a', 'b')];
  expect(treeIn(diagram(boxes, twice))).toBeUndefined();
  const bothWays = [edge('a', 'b'), edge('c', 'b'), edge('c', 'd')];
  expect(treeIn(diagram([...boxes, node('d')], bothWays))).toBeUndefined();
  const framed = boxes.map((box) => ({ ...box, group: 'g' }));
  const line = [edge('a', 'b'), edge('b', 'c')];
  const groups = [{ id: 'g', label: 'Frame' }];
  expect(treeIn(diagram(framed, line, { groups }))).toBeUndefined();
  expect(treeIn(diagram(boxes, line))?.direction).toBe('out');
});
