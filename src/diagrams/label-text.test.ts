import { expect, test } from 'vitest';
import { labelText, linkTarget } from './label-text.ts';

test('a label is one line without control characters, overrides of direction and half letters', () => {
  expect(labelText('  web\n\t one ')).toBe('web one');
  expect(labelText('a\u0000b\u001b[31m\u202egnp.exe\ud800')).toBe(
    'a\ufffdb\ufffd[31m\ufffdgnp.exe\ufffd',
  );
});

test('a label has an end', () => {
  expect(labelText('x'.repeat(50_000))).toHaveLength(1000);
});

test.each([
  '/x/objects/pods/shop/web/',
  './web/',
  '../web/',
  '#pod-web',
  'https://example.com/',
  'objects/web/',
])('%s can be linked', (href) => expect(linkTarget(href)).toBe(href));

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  'JaVaScRiPt:1',
  'java\nscript:1',
  'vbscript:x',
  '',
])('%s cannot', (href) => expect(linkTarget(href)).toBeUndefined());
