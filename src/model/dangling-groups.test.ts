import { expect, test } from 'vitest';
import type { Reference } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { groupDangling } from './dangling-groups.ts';
import type { Dangling } from './model.ts';

function dangling(from: string, reason: Dangling['reason'], to?: string): Dangling {
  const reference: Reference = {
    relation: 'mounts',
    path: 'spec.test',
    to: { by: 'name', group: '', kind: 'Secret', name: 'key' },
  };
  return { from: from as ObjectId, reference, reason, to: to as ObjectId | undefined };
}

test('references to one missing object are one group, and what is surely wrong stands first', () => {
  const unread = dangling('Pod/shop/a', 'not-captured', 'Node/worker-1');
  const first = dangling('Pod/shop/a', 'missing', 'Secret/shop/key');
  const second = dangling('Pod/shop/b', 'missing', 'Secret/shop/key');
  const other = dangling('Pod/shop/b', 'missing', 'Secret/shop/other');
  expect(groupDangling([unread, first, second, other])).toEqual([
    { reason: 'missing', to: 'Secret/shop/key', dangling: [first, second] },
    { reason: 'missing', to: 'Secret/shop/other', dangling: [other] },
    { reason: 'not-captured', to: 'Node/worker-1', dangling: [unread] },
  ]);
});

test('an object that some can do without and others cannot is in two groups', () => {
  const must = dangling('Pod/shop/a', 'missing', 'Secret/shop/key');
  const may = dangling('Pod/shop/b', 'optional', 'Secret/shop/key');
  expect(groupDangling([may, must]).map(({ reason }) => reason)).toEqual(['missing', 'optional']);
});

test('selectors that match nothing stay apart', () => {
  const web = dangling('Service/shop/web', 'nothing-selected');
  const api = dangling('Service/shop/api', 'nothing-selected');
  expect(groupDangling([web, api])).toEqual([
    { reason: 'nothing-selected', to: undefined, dangling: [web] },
    { reason: 'nothing-selected', to: undefined, dangling: [api] },
  ]);
});
