import { expect, test } from 'vitest';
import { diagram, edge, node } from './diagram.fixture.ts';
import type { Diagram } from './diagram.ts';
import { partsOf } from './parts.ts';

const idsIn = (whole: Diagram) =>
  partsOf(whole).map(({ nodes, groups, edges }) => [
    nodes.map(({ id }) => id).join(' '),
    groups.map(({ id }) => id).join(' '),
    edges.length,
  ]);

test('what no edge and no group joins is a part of its own', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => node(id));
  expect(idsIn(diagram(nodes, [edge('d', 'a'), edge('b', 'gone')]))).toEqual([
    ['a d', '', 1],
    ['b', '', 1],
    ['c', '', 0],
    ['e', '', 0],
  ]);
});

test('boxes of one group, or of groups in one group, stay together', () => {
  const nodes = [
    node('a', { group: 'inner' }),
    node('b', { group: 'outer' }),
    node('c', { group: 'other' }),
    node('d', { group: 'no such group' }),
  ];
  const groups = [
    { id: 'outer', label: 'outer' },
    { id: 'inner', label: 'inner', parent: 'outer' },
    { id: 'other', label: 'other' },
  ];
  expect(idsIn(diagram(nodes, [], { groups }))).toEqual([
    ['a b', 'outer inner', 0],
    ['c', 'other', 0],
    ['d', '', 0],
  ]);
});

test('the name of a property that every object has is a name like others', () => {
  const nodes = ['constructor', '__proto__', 'end'].map((id) => node(id));
  expect(idsIn(diagram(nodes, [edge('constructor', 'end')]))).toEqual([
    ['constructor end', '', 1],
    ['__proto__', '', 0],
  ]);
});
