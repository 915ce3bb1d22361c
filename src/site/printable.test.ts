import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('controls and overrides of direction show as what cannot be shown', () => {
  expect(printable('<b>\u0000a\u001b[31m\u009b0m\u202egnp.exe</b>')).toBe(
    '<b>�a�[31m�0m�gnp.exe</b>',
  );
});

test('line breaks, tabs and every script stay', () => {
  const text = 'a\tb\r\n\u200fשלום 👩‍🚀 é';
  expect(printable(text)).toBe(text);
});
