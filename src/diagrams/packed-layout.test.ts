import { expect, test } from 'vitest';
import { diagram, node, sevenPx } from './diagram.fixture.ts';
import { layoutPacked } from './packed-layout.ts';

const groups = ['a', 'b'].map((id) => ({ id, label: id }));
const inGroup = (group: string, count: number) =>
  Array.from({ length: count }, (_, i) => node(`${group}${i}`, { group }));

test('boxes stand in the frame of their group, and no two share a place', () => {
  const { nodes, groups: frames } = layoutPacked(
    diagram([...inGroup('a', 5), ...inGroup('b', 30)], [], { groups }),
    sevenPx,
  );
  const outside = nodes.filter(({ node: { group }, box }) => {
    const frame = frames.find((each) => each.group.id === group)?.box;
    if (frame === undefined) return true;
    const isRight = box.x > frame.x && box.x + box.width < frame.x + frame.width;
    return !isRight || box.y < frame.y || box.y + box.height > frame.y + frame.height;
  });
  expect(outside).toEqual([]);
  expect(new Set(nodes.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(35);
});

test('the page has room for all frames', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ id: `g${i}`, label: `worker-${i}` }));
  const { width } = layoutPacked(
    diagram(
      many.flatMap(({ id }) => inGroup(id, 3)),
      [],
      { groups: many },
    ),
    sevenPx,
  );
  expect(width).toBeLessThanOrEqual(1100);
});

test('a group without boxes has no frame', () => {
  expect(layoutPacked(diagram(inGroup('a', 1), [], { groups }), sevenPx).groups).toHaveLength(1);
});
