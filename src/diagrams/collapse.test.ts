import { expect, test } from 'vitest';
import { collapse, plural } from './collapse.ts';
import { diagram, edge, node } from './diagram.fixture.ts';

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

test('a missing object keeps its own box', () => {
  const ghost = node('ghost', { role: 'ghost' });
  const collapsed = collapse(diagram([...many(60, 'c'), ghost]));
  expect(collapsed.nodes.map(({ label }) => label)).toEqual(['60 ConfigMaps', 'ghost']);
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
