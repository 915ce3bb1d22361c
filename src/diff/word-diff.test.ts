import { expect, test } from 'vitest';
import { type Piece, wordDiff } from './word-diff.ts';

/** What differs stands in brackets. */
const marked = (pieces: readonly Piece[] = []) =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

const both = (before: string, after: string) => {
  const words = wordDiff(before, after);
  return words && [marked(words.before), marked(words.after)];
};

test('of two images the part of the version that differs is marked', () => {
  expect(
    both('registry.example.com/shop/web:2.15.0-rc.1', 'registry.example.com/shop/web:2.14.3'),
  ).toEqual([
    'registry.example.com/shop/web:2.[15.0-rc].[1]',
    'registry.example.com/shop/web:2.[14].[3]',
  ]);
});

test('two texts without much in common are two texts', () => {
  expect(both('absent', 'gvisor')).toBeUndefined();
  expect(both('', 'x')).toBeUndefined();
});

test('words of any script are words', () => {
  expect(both('größe alt', 'größe neu')).toEqual(['größe [alt]', 'größe [neu]']);
});
