import { expect, test } from 'vitest';
import { glyphSymbols } from './glyph-symbols.ts';

test('a page carries each glyph it uses once', () => {
  const page = '<use href="#g-ok"/><use href="#g-chevron"/><use href="#g-ok"/>';
  expect(glyphSymbols(page).match(/id="[^"]+"/g)).toEqual(['id="g-chevron"', 'id="g-ok"']);
});

test('a glyph nobody drew leaves no symbol', () => {
  expect(glyphSymbols('<use href="#g-constructor"/>')).toBe('');
});
