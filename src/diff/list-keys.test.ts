import { expect, test } from 'vitest';
import { isSet, keyedLists } from './list-keys.ts';

const asItIs = (text: string) => text;

/** Keys of both lists; nothing when they are compared by position. */
function keys(field: string, before: readonly unknown[], after: readonly unknown[], map = asItIs) {
  const keyed = keyedLists(field, before, after, map);
  return keyed && [[...keyed.before.keys()], [...keyed.after.keys()]];
}

test('items are told by the merge key of their list', () => {
  expect(keys('containers', [{ name: 'web' }], [{ name: 'proxy' }, { name: 'web' }])).toEqual([
    ['name=web'],
    ['name=proxy', 'name=web'],
  ]);
});

test('ports without names are told by number and protocol', () => {
  const port = (containerPort: number) => ({ containerPort, protocol: 'TCP' });
  expect(keys('ports', [port(80)], [port(80), port(443)])).toEqual([
    ['containerPort=80,protocol=TCP'],
    ['containerPort=80,protocol=TCP', 'containerPort=443,protocol=TCP'],
  ]);
});

test('a list whose keys repeat, or one of another name, is compared by position', () => {
  expect(keys('env', [{ name: 'A' }, { name: 'A' }], [{ name: 'A' }])).toBeUndefined();
  expect(keys('containers', ['web'], [{ name: 'web' }])).toBeUndefined();
  expect(keys('rules', [{ name: 'a' }], [{ name: 'a' }])).toBeUndefined();
  expect(keys('constructor', [{ name: 'a' }], [{ name: 'a' }])).toBeUndefined();
});

test('names of the before side are read as the after side writes them', () => {
  const map = (text: string) => text.replace('shop-stg', 'shop');
  const subject = (namespace: string) => ({ kind: 'ServiceAccount', namespace, name: 'web' });
  expect(keys('subjects', [subject('shop-stg')], [subject('shop')], map)).toEqual([
    ['kind=ServiceAccount,namespace=shop,name=web'],
    ['kind=ServiceAccount,namespace=shop,name=web'],
  ]);
});

test('order means nothing in verbs, and something in args', () => {
  expect(isSet('verbs', ['get', 'list'])).toBe(true);
  expect(isSet('args', ['a', 'b'])).toBe(false);
  expect(isSet('addresses', [{ ip: '10.0.0.1' }])).toBe(false);
});
