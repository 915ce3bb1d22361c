import { expect, test } from 'vitest';
import { fieldPattern, joinPath, type Step } from './path.ts';

const pathOf = (...steps: readonly Step[]) => steps.reduce(joinPath, '');

test('a path names fields by dots, list items by key or index', () => {
  expect(
    pathOf({ field: 'spec' }, { field: 'ports' }, { key: 'name=web' }, { field: 'nodePort' }),
  ).toBe('spec.ports[name=web].nodePort');
  expect(pathOf({ field: 'args' }, { index: 2 })).toBe('args[2]');
});

test('a field with other characters stands in quotes', () => {
  expect(pathOf({ field: 'data' }, { field: 'app.conf' })).toBe('data["app.conf"]');
  expect(pathOf({ field: 'a"b' })).toBe('["a\\"b"]');
});

test('a pattern leaves out which item of a list, not which field', () => {
  expect(fieldPattern('spec.ports[name=web].nodePort')).toBe('spec.ports[].nodePort');
  expect(fieldPattern('args[2]')).toBe('args[]');
  expect(fieldPattern('data["app.conf"]')).toBe('data["app.conf"]');
});
