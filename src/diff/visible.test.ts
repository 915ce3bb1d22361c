import { expect, test } from 'vitest';
import { visible, visibleJson } from './visible.ts';

test('a terminal sees what it would have obeyed', () => {
  expect(visible('\u001b[31mred\u009b0m\u202egnp.exe')).toBe('\\x1b[31mred\\x9b0m\\u202egnp.exe');
});

test('JSON keeps its layout and its meaning', () => {
  const value = { name: 'a\u009b31m\u202eb', text: 'é 🙈' };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(json).toBe('{\n  "name": "a\\u009b31m\\u202eb",\n  "text": "é 🙈"\n}');
  expect(JSON.parse(json)).toEqual(value);
});
