import { expect, test } from 'vitest';
import { linkOf, safeLink } from './safe-link.ts';

test('a link leads to a page or a mailbox and to nothing that runs', () => {
  const texts = [
    'https://wiki.example.com/web?x=1#top',
    ' http://grafana:3000/d/web ',
    'mailto:shop@example.com',
    'HTTPS://EXAMPLE.COM',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,<script>',
    'https:alert(1)',
    'https:///etc/passwd',
    'https://example.com/a b',
    'file:///etc/passwd',
    '//example.com',
    'mailto:',
    'https://[',
  ];
  expect(texts.map(safeLink)).toEqual([
    'https://wiki.example.com/web?x=1#top',
    'http://grafana:3000/d/web',
    'mailto:shop@example.com',
    'HTTPS://EXAMPLE.COM',
    ...Array.from({ length: 10 }, () => undefined),
  ]);
});

test('a mailbox needs no scheme; a channel or a name is no link', () => {
  expect(
    ['shop@example.com', '#team-shop', 'Team Shop', 'a@b', 'x:y@example.com'].map(linkOf),
  ).toEqual(['mailto:shop@example.com', undefined, undefined, undefined, undefined]);
});
