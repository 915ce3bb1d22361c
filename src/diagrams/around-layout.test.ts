import { expect, test } from 'vitest';
import { layoutAround } from './around-layout.ts';
import { diagram, edge, node, sevenPx } from './diagram.fixture.ts';

const groups = [
  { id: 'frame', label: 'Node one' },
  { id: 'host', label: 'Host processes', parent: 'frame' },
  { id: 'plane', label: 'Control plane', parent: 'frame' },
];
const nodes = [
  node('hub', { group: 'plane' }),
  node('etcd', { group: 'plane' }),
  node('kubelet', { group: 'host' }),
  node('runtime', { group: 'host' }),
  node('kubectl', { role: 'outside' }),
  node('registry', { role: 'outside' }),
];
const edges = [
  edge('kubectl', 'hub', { label: '6443 HTTPS' }),
  edge('kubelet', 'hub', { label: '6443', both: true }),
  edge('kubelet', 'runtime', { label: 'CRI socket' }),
  edge('hub', 'etcd', { label: '2379' }),
  edge('runtime', 'registry', { evidence: 'unseen' }),
];

test('every edge is one straight line', () => {
  const layout = layoutAround(diagram(nodes, edges, { groups }), sevenPx);
  expect(layout.edges).toHaveLength(edges.length);
  for (const { points } of layout.edges) {
    expect(points).toHaveLength(2);
    const [from, to] = points;
    expect(from?.x === to?.x || from?.y === to?.y).toBe(true);
  }
});

test('an edge past other boxes of the left column runs beside them', () => {
  const far = [...nodes, node('dns', { group: 'add-ons' }), node('metrics', { group: 'add-ons' })];
  const more = [...groups, { id: 'add-ons', label: 'Add-ons', parent: 'frame' }];
  const past = edge('metrics', 'kubelet', { label: '10250' });
  const layout = layoutAround(diagram(far, [...edges, past], { groups: more }), sevenPx);
  const placed = layout.edges.find(({ edge: drawn }) => drawn === past);
  const boxes = layout.nodes.filter(({ node: { group } }) => group !== 'plane');
  const left = Math.min(
    ...boxes.flatMap(({ node: { role }, box }) => (role === 'outside' ? [] : [box.x])),
  );
  const [start, down, up, end] = placed?.points ?? [];
  expect(placed?.points).toHaveLength(4);
  expect([start?.x, end?.x]).toEqual([left, left]);
  expect(down?.x).toBeLessThan(left);
  expect(up?.x).toBe(down?.x);
  expect(placed?.label).toBeUndefined();
});

test('every box stands inside the figure, and every grouped one inside its group', () => {
  const layout = layoutAround(diagram(nodes, edges, { groups }), sevenPx);
  const groupBoxes = new Map(layout.groups.map(({ group, box }) => [group.id, box]));
  expect([...groupBoxes.keys()]).toEqual(['frame', 'plane', 'host']);
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
  expect(layout.nodes).toHaveLength(nodes.length);
  for (const { node: drawn, box } of layout.nodes) {
    const around = groupBoxes.get(drawn.group ?? '') ?? whole;
    expect(box.x).toBeGreaterThanOrEqual(around.x);
    expect(box.y).toBeGreaterThanOrEqual(around.y);
    expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
    expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height);
  }
});

test('no two boxes overlap', () => {
  const { nodes: placed } = layoutAround(diagram(nodes, edges, { groups }), sevenPx);
  const overlapping = placed.flatMap(({ box: a }, i) =>
    placed
      .slice(i + 1)
      .filter(
        ({ box: b }) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      ),
  );
  expect(overlapping).toEqual([]);
});
