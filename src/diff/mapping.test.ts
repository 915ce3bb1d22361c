import { expect, test } from 'vitest';
import { mappingOf } from './mapping.ts';

const mapping = mappingOf({
  namespaces: { 'shop-stg': 'shop', 'team-*-stg': 'team-*' },
  hosts: { 'staging.shop.example.com': 'shop.example.com' },
  values: [{ before: 'LOW', after: 'HIGH' }],
});

test('a namespace is mapped as a whole, and what a star stood for stays', () => {
  const names = ['shop-stg', 'team-blue-stg', 'shop-stg-2', 'my-shop-stg', 'shop'];
  expect(names.map((name) => mapping.namespace(name))).toEqual([
    'shop',
    'team-blue',
    'shop-stg-2',
    'my-shop-stg',
    'shop',
  ]);
});

test('inside a text only whole words are mapped', () => {
  expect(mapping.text('http://api.shop-stg.svc:80/shop-stg-2')).toBe(
    'http://api.shop.svc:80/shop-stg-2',
  );
  expect(mapping.text('https://staging.shop.example.com/a')).toBe('https://shop.example.com/a');
});

test('a declared value is mapped where it is the whole text', () => {
  expect([mapping.text('LOW'), mapping.text('LOW priority')]).toEqual(['HIGH', 'LOW priority']);
});

test('an object moves with its namespace', () => {
  const web = { group: 'apps', kind: 'Deployment', namespace: 'shop-stg', name: 'web' };
  expect(mapping.object(web)).toEqual({ ...web, namespace: 'shop' });
});
