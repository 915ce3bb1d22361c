import { expect, test } from 'vitest';
import { byteText, toByteText } from './byte-text.ts';
import { printable, printableBytes } from './printable.ts';

test('controls and overrides of direction show as what cannot be shown', () => {
  expect(printable('<b>\u0000a\u001b[31m\u009b0m\u202egnp.exe</b>')).toBe(
    '<b>�a�[31m�0m�gnp.exe</b>',
  );
});

test('line breaks, tabs and every script stay', () => {
  const text = 'a\tb\r\n\u200fשלום 👩‍🚀 é';
  expect(printable(text)).toBe(text);
});

test('bytes are cleaned as their text is, whatever stands beside them', () => {
  const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
  const text = `${every}👩‍🚀${every.replaceAll('a', '\u2028')}\ufeff\uffff`;
  const clean = printableBytes(toByteText(text));
  expect(Buffer.from(clean, byteText).toString()).toBe(printable(text));
});
