import { expect, test } from 'vitest';
import { keyedLists } from './list-keys.ts';

const asItIs = (text: string) => text;

/** Keys of both lists; nothing when they are compared by position. */
function keys(
  choices: readonly (readonly string[])[],
  before: readonly unknown[],
  after: readonly unknown[],
  map = asItIs,
) {
  const keyed = keyedLists(choices, before, after, map);
  return keyed && [[...keyed.before.keys()], [...keyed.after.keys()]];
}

test('items are told by the merge key of their list', () => {
  expect(keys([['name']], [{ name: 'web' }], [{ name: 'proxy' }, { name: 'web' }])).toEqual([
    ['name=web'],
    ['name=proxy', 'name=web'],
  ]);
});

test('of several choices the first that all items have is taken; an absent protocol is TCP', () => {
  const ports = (containerPort: number) => ({ containerPort });
  expect(keys([['name'], ['containerPort', 'protocol']], [ports(80)], [ports(443)])).toEqual([
    ['containerPort=80,protocol=TCP'],
    ['containerPort=443,protocol=TCP'],
  ]);
});

test('a list whose keys repeat, or whose items are no objects, has none', () => {
  expect(keys([['name']], [{ name: 'A' }, { name: 'A' }], [{ name: 'A' }])).toBeUndefined();
  expect(keys([['name']], ['web'], [{ name: 'web' }])).toBeUndefined();
  expect(keys([['constructor']], [{ name: 'a' }], [{ name: 'a' }])).toBeUndefined();
});

test('names of the before side are read as the after side writes them', () => {
  const map = (text: string) => text.replace('shop-stg', 'shop');
  const subject = (namespace: string) => ({ kind: 'ServiceAccount', namespace, name: 'web' });
  expect(
    keys([['kind', 'namespace', 'name']], [subject('shop-stg')], [subject('shop')], map),
  ).toEqual([
    ['kind=ServiceAccount,namespace=shop,name=web'],
    ['kind=ServiceAccount,namespace=shop,name=web'],
  ]);
});
