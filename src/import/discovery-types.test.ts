import { expect, test } from 'vitest';
import { typesIn } from './discovery-types.ts';

const list = {
  kind: 'APIResourceList',
  groupVersion: 'longhorn.io/v1beta1',
  resources: [
    {
      name: 'nodes',
      singularName: 'node',
      namespaced: true,
      kind: 'Node',
      verbs: ['get', 'list'],
      shortNames: ['lhn'],
    },
    { name: 'nodes/status', singularName: '', namespaced: true, kind: 'Node', verbs: ['get'] },
    { name: '../../climbers', namespaced: true, kind: 'Climber', verbs: ['list'] },
  ],
};

test('discovery names resources that can be listed', () => {
  expect(typesIn(list)).toEqual([
    {
      group: 'longhorn.io',
      version: 'v1beta1',
      plural: 'nodes',
      kind: 'Node',
      singular: 'node',
      shortNames: ['lhn'],
      categories: [],
      namespaced: true,
    },
  ]);
});

test('other documents name none', () => {
  expect(
    [{ kind: 'APIGroupList', groups: [] }, { ...list, kind: 'PodList' }, null].flatMap(typesIn),
  ).toEqual([]);
});
