import { expect, test } from 'vitest';
import { rowMarkup } from './kubectl-row.ts';

test('a long cell breaks after what separates its words', () => {
  const image = 'registry.example.com/shop/api:4.7.2';
  expect(rowMarkup([{ text: image }], ['IMAGES'])).toContain(
    'registry.example.com/<wbr>shop/<wbr>api:<wbr>4.7.2',
  );
  expect(rowMarkup([{ text: 'a/b' }], ['IMAGES'])).toContain('>a/b<');
});

test('what strangers wrote is text before it is broken', () => {
  expect(rowMarkup([{ text: '<img src="https://x/y">' }], ['IMAGES'])).toContain(
    '>&lt;img src=&quot;https:<wbr>/<wbr>/<wbr>x/<wbr>y&quot;&gt;</td>',
  );
});

test('an answer keeps its question where the heads are gone', () => {
  expect(rowMarkup([{ text: 'true' }], ['READY'])).toContain('data-l="Ready"');
  expect(rowMarkup([{ text: '2/2' }], ['READY'])).not.toContain('data-l');
});
