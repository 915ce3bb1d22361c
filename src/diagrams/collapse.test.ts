import { expect, test } from 'vitest';
import { collapse } from './collapse.ts';
import { diagram, edge, node } from './diagram.fixture.ts';
import { plural } from './merge-nodes.ts';

const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, i) => node(`${name}${i}`));

test('a diagram that can be read stays as it is', () => {
  const small = diagram(many(40, 'c'));
  expect(collapse(small)).toBe(small);
});

test('objects of one kind with the same edge become one box that says how many', () => {
  const web = node('web', { kind: 'Deployment' });
  const settings = many(50, 'c');
  const edges = settings.map(({ id }) => edge('web', id, { label: 'mounts' }));
  const collapsed = collapse(diagram([web, ...settings], edges, { omitted: 'Not shown: x.' }));
  expect(collapsed.nodes.map(({ label }) => label)).toEqual(['web', '50 ConfigMaps']);
  expect(collapsed.edges).toEqual([
    { from: 'web', to: 'merged 1', label: 'mounts', evidence: 'proven' },
  ]);
  expect(collapsed.omitted).toBe(
    'Not shown: x. Drawn as one box each, to keep the figure readable: 50 ConfigMaps.',
  );
});

test('a box for many says how many of them are in trouble, the worst first', () => {
  const [first, second, third, ...others] = many(50, 'c');
  const ill = (of: typeof first, state: 'bad' | 'warn') =>
    of === undefined ? [] : [{ ...of, status: { state, word: state } }];
  const well = others.map((one) => ({ ...one, status: { state: 'ok' as const, word: 'Bound' } }));
  const statusOf = (...nodes: typeof others) => collapse(diagram(nodes)).nodes[0]?.status;
  expect(statusOf(...well)).toEqual({ state: 'ok', word: 'Bound' });
  expect(
    statusOf(...well, ...ill(first, 'bad'), ...ill(second, 'warn'), ...ill(third, 'bad')),
  ).toEqual({
    state: 'bad',
    word: '2 failing',
  });
});

test('a missing object keeps its own box', () => {
  const ghost = node('ghost', { role: 'ghost' });
  const collapsed = collapse(diagram([...many(60, 'c'), ghost]));
  expect(collapsed.nodes.map(({ label }) => label)).toEqual(['60 ConfigMaps', 'ghost']);
});

test('objects of one kind that are joined to the same objects in the same way become one box', () => {
  const webs = ['a', 'b'].map((id) => node(id, { kind: 'Deployment' }));
  const settings = many(40, 'c');
  const edges = settings.flatMap(({ id }) => webs.map((web) => edge(web.id, id)));
  const collapsed = collapse(diagram([...webs, ...settings], edges));
  expect(collapsed.nodes.map(({ label }) => label)).toEqual(['2 Deployments', '40 ConfigMaps']);
  expect(collapsed.edges).toEqual([edge('merged 0', 'merged 1', { label: undefined })]);
});

test('the plural is of the kind, not of what stands behind it', () => {
  const pods = Array.from({ length: 41 }, (_, i) => node(`p${i}`, { kind: 'Pod in shop' }));
  expect(collapse(diagram(pods)).nodes.map(({ label }) => label)).toEqual(['41 Pods in shop']);
});

test('a box for many leads to where all are listed', () => {
  const complete = { label: 'All', href: '/all/' };
  const collapsed = collapse(diagram(many(50, 'c'), [], { complete }));
  expect(collapsed.nodes.map(({ href }) => href)).toEqual(['/all/']);
});

test('when kinds are not enough, groups become boxes that lead to their pages, the largest first', () => {
  const groups = ['a', 'b', 'c'].map((id) => ({ id, label: id, href: `/${id}/` }));
  const sizes = { a: 30, b: 20, c: 2 };
  const nodes = groups.flatMap(({ id }) =>
    Array.from({ length: sizes[id as 'a'] }, (_, i) =>
      node(`${id}${i}`, { kind: `Kind${id}${i}`, group: id }),
    ),
  );
  const collapsed = collapse(diagram(nodes, [edge('a0', 'b0'), edge('b1', 'c0')], { groups }));
  expect(collapsed.nodes.slice(0, 2)).toMatchObject([
    { kind: '30 objects', label: 'a', href: '/a/' },
    { id: 'b0', group: 'b' },
  ]);
  expect(collapsed.nodes).toHaveLength(23);
  expect(collapsed.edges).toEqual([edge('group a', 'b0'), edge('b1', 'c0')]);
  expect(collapsed.omitted).toBe(
    'Drawn as one box each, to keep the figure readable: a (30 objects).',
  );
});

test('a group in a group becomes a box in it, and then the outer one a box', () => {
  const groups = [
    { id: 'outer', label: 'outer' },
    { id: 'a', label: 'a', parent: 'outer' },
    { id: 'b', label: 'b', parent: 'outer' },
  ];
  const boxes = (group: string, count: number) =>
    Array.from({ length: count }, (_, i) => node(`${group}${i}`, { kind: `${group}${i}`, group }));
  const collapsed = collapse(diagram([...boxes('a', 30), ...boxes('b', 15)], [], { groups }));
  expect(collapsed.nodes.slice(0, 2)).toMatchObject([
    { kind: '30 objects', label: 'a', group: 'outer' },
    { id: 'b0', group: 'b' },
  ]);
  const more = [...boxes('a', 30), ...boxes('b', 30), ...boxes('x', 40)];
  const all = collapse(diagram(more, [], { groups }));
  expect(all.nodes.filter(({ label }) => label === 'outer')).toHaveLength(1);
});

test('when leaves are not enough, kinds become one box each until the rest can be read', () => {
  const webs = Array.from({ length: 30 }, (_, i) => node(`web${i}`, { kind: 'Deployment' }));
  const settings = many(30, 'c');
  const edges = webs.flatMap(({ id }, i) => [edge(id, `c${i}`), edge(id, `c${(i + 1) % 30}`)]);
  const collapsed = collapse(diagram([...webs, ...settings], edges));
  expect(collapsed.nodes.map(({ label }) => label)).toEqual([
    '30 Deployments',
    ...settings.map(({ label }) => label),
  ]);
  expect(collapsed.edges).toHaveLength(30);
});

test('what still does not fit is left out and counted', () => {
  const kinds = Array.from({ length: 45 }, (_, i) => node(`n${i}`, { kind: `Kind${i}` }));
  const collapsed = collapse(diagram(kinds, [edge('n44', 'n43')]));
  expect(collapsed.nodes).toHaveLength(40);
  expect(collapsed.nodes.map(({ id }) => id)).toContain('n44');
  expect(collapsed.omitted).toBe('Left out: 5 boxes and 0 edges.');
});

test('plurals of kinds', () => {
  expect(['Pod', 'Ingress', 'NetworkPolicy', 'Gateway', 'Endpoints'].map(plural)).toEqual([
    'Pods',
    'Ingresses',
    'NetworkPolicies',
    'Gateways',
    'Endpoints',
  ]);
});
