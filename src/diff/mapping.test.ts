import { expect, test } from 'vitest';
import { noRules } from '#config/rules.ts';
import { mappingOf } from './mapping.ts';

const mapping = mappingOf({
  ...noRules,
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

test('names that are swapped are swapped, not undone', () => {
  const swapped = mappingOf({ ...noRules, namespaces: { blue: 'green', green: 'blue' } });
  expect(swapped.text('http://blue.svc and http://green.svc')).toBe(
    'http://green.svc and http://blue.svc',
  );
});

test('a name without a star goes before a pattern', () => {
  const both = mappingOf({ ...noRules, namespaces: { '*-stg': '*', 'shop-stg': 'store' } });
  expect(['shop-stg', 'cart-stg'].map(both.namespace)).toEqual(['store', 'cart']);
});

test('a registry is mapped where an image begins', () => {
  const mapped = mappingOf({
    ...noRules,
    registries: { 'registry.stg.example.com/': 'registry.example.com' },
  });
  expect(mapped.text('registry.stg.example.com/shop/web:1')).toBe(
    'registry.example.com/shop/web:1',
  );
  expect(mapped.text('see registry.stg.example.com')).toBe('see registry.stg.example.com');
});

test('an object may be called differently, wherever its name stands', () => {
  const renamed = mappingOf({ ...noRules, names: { 'web-stg': 'web' } });
  const before = { group: '', kind: 'Service', namespace: 'shop', name: 'web-stg' };
  expect(renamed.object(before)).toEqual({ ...before, name: 'web' });
  expect(renamed.text('http://web-stg:80')).toBe('http://web:80');
});
