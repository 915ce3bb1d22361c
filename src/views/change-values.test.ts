import { expect, test } from 'vitest';
import type { FieldChange } from '#diff/snapshot-diff.ts';
import { fieldRow } from './change-values.ts';

const sides = { before: 'staging', after: 'prod' };

const after = (path: string, value: unknown) =>
  fieldRow({ path, after: value, category: 'configuration' }, sides).after;

test('what has fields is YAML, a list of words stands on one line', () => {
  expect(after('spec.rules[0]', { path: '/beta', port: { number: 80 } })?.text).toBe(
    'path: /beta\nport:\n  number: 80',
  );
  expect(after('rules[0].verbs', ['get', 'list'])?.text).toBe('get, list');
  expect(after('spec.replicas', 3)?.text).toBe('3');
  expect(after('spec.suspend', false)?.text).toBe('false');
  expect(after('spec.affinity', {})?.text).toBe('empty');
});

test('an item of a keyed list does not repeat its key', () => {
  expect(after('env[name=MODE]', { name: 'MODE', value: 'live' })?.text).toBe('live');
  expect(after('volumes[name=v]', { name: 'v', emptyDir: {} })?.text).toBe('emptyDir: {}');
  expect(after('env[name=MODE]', { name: 'OTHER', value: 'live' })?.text).toBe(
    'name: OTHER\nvalue: live',
  );
});

test('a side without the field is absent, an empty text is there', () => {
  const row = fieldRow({ path: 'data.key', after: '', category: 'configuration' }, sides);
  expect([row.before, row.after]).toEqual([undefined, { text: '', hidden: 0 }]);
});

test('of a long value the first twelve lines stand there', () => {
  const text = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
  const value = after('data.file', text);
  expect([value?.text.split('\n').length, value?.hidden]).toEqual([12, 8]);
});

test('of long lines the part in which they differ, and nothing of the rest is lost from sight', () => {
  const long = 'x'.repeat(100_000);
  const change = (lines: string) => ({
    path: 'data.file',
    before: `${long}1.4.2${long}${lines}`,
    after: `${long}1.4.3${long}${lines}`,
    category: 'configuration' as const,
  });
  const value = fieldRow(change(''), sides);
  expect(
    [value.before?.text, value.after?.text].map((text) => /x1\.4\..x/.exec(text ?? '')?.[0]),
  ).toEqual(['x1.4.2x', 'x1.4.3x']);
  const { lines = [] } = fieldRow(change('\nend'), sides);
  expect(lines.map(({ sign, text }) => sign + /x1\.4\..x/.exec(text)?.[0])).toEqual([
    '-x1.4.2x',
    '+x1.4.3x',
  ]);
  expect(lines.every(({ text }) => text.length < 5_000)).toBe(true);
});

test('of a text with many changes the first forty lines', () => {
  const text = (word: string) => Array.from({ length: 50 }, (_, i) => `${word} ${i}`).join('\n');
  const change: FieldChange = {
    path: 'data.file',
    before: text('a'),
    after: text('b'),
    category: 'configuration',
  };
  const row = fieldRow(change, sides);
  expect([row.lines?.length, row.hidden]).toEqual([40, 60]);
});
