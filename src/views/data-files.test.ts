import { describe, expect, test } from 'vitest';
import { redactionMark } from '#snapshot/redaction.ts';
import { object } from '#tests/fixtures/builders.ts';
import { proseText } from './chapters/prose.ts';
import { dataFilesOf, fileMarkup, lineMarkup } from './data-files.ts';
import { maxLetters } from './long-text.ts';

const config = (at: string, data: object) => object('v1', 'ConfigMap', at, { data });

/** The only key of an object. */
function only(of: ReturnType<typeof object>) {
  const [file] = dataFilesOf(of);
  if (file === undefined) throw new Error('There is no key.');
  return file;
}

const mark = redactionMark({ rule: 'password', bytes: 12 });

test('a single line of up to 100 characters is a setting, all else a file', () => {
  expect(
    dataFilesOf(config('shop/web', { LEVEL: 'info', long: 'x'.repeat(101), conf: 'a\nb\n' })).map(
      ({ key, isShort, lines, bytes }) => [key, isShort, lines.length, bytes],
    ),
  ).toEqual([
    ['LEVEL', true, 1, 4],
    ['long', false, 1, 101],
    ['conf', false, 2, 4],
  ]);
});

test('a line of a million letters is cut where it is read, and says so', () => {
  const file = only(config('shop/web', { 'all.json': `[${'1,'.repeat(500_000)}1]\n[]` }));
  expect(file.lines.map((line) => line.join('').length)).toEqual([maxLetters + 2, 2]);
  expect([file.isCut, file.bytes]).toEqual([true, 1_000_006]);
});

test('a file keeps its indentation, its lines have anchors of their own', () => {
  const file = only(config('shop/web', { conf: 'a {\n  b\n}\n' }));
  expect(fileMarkup(file, 'f1').replace(/<a [^>]*id="([^"]+)"[^>]*><\/a>/g, '$1|')).toBe(
    '<span class="l">f1L1|a {</span><span class="l">f1L2|  b</span><span class="l">f1L3|}</span>',
  );
});

test('the text of a stranger is text', () => {
  const file = only(config('shop/web', { page: '<script>alert("x")</script>\n&amp;' }));
  expect(fileMarkup(file, 'f1')).not.toMatch(/<script|"x"/);
  expect(fileMarkup(file, 'f1')).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
});

test('what was taken out is marked in its line, with its size', () => {
  const file = only(config('shop/web', { conf: `user=a\npassword=${mark}\n` }));
  expect(file.lines.map(lineMarkup)).toEqual([
    'user=a',
    'password=<mark>redacted, 12 bytes</mark>',
  ]);
});

test('a Secret shows its keys and how long their values are', () => {
  const secret = object('v1', 'Secret', 'shop/login', { data: { password: mark } });
  expect(dataFilesOf(secret).map(({ key, bytes, isShort }) => [key, bytes, isShort])).toEqual([
    ['password', 12, true],
  ]);
});

test('of thousands of lines the first 400 are shown', () => {
  const { lines, hidden } = only(config('shop/board', { json: 'x\n'.repeat(5000) }));
  expect([lines.length, hidden]).toEqual([400, 4600]);
});

test('other kinds hold no texts, whatever they call data', () => {
  expect(
    dataFilesOf(object('example.com/v1', 'ConfigMap', 'shop/a', { data: { a: 'b' } })),
  ).toEqual([]);
  expect(dataFilesOf(object('v1', 'Node', 'one', { data: { a: 'b' } }))).toEqual([]);
  expect(dataFilesOf(config('shop/a', ['x']))).toEqual([]);
});

describe('what the catalogue knows of a file', () => {
  const corefile = '.:53 {\n    errors\n    forward . /etc/resolv.conf {\n    }\n}\n';
  const notes = (at: string) =>
    only(config(at, { Corefile: corefile })).notes.map(
      ({ line, text, note }) => `${line} ${text}: ${proseText(note)}`,
    );

  test('stands beside the line it is about', () => {
    expect(notes('kube-system/coredns')).toEqual([
      '1 .:53: One server block: all names, on port 53.',
      '2 errors: Writes errors to the log.',
      '3 forward . /etc/resolv.conf: Everything that is no name of this cluster goes to these servers.',
    ]);
  });

  test('is not claimed of a file of the same name elsewhere', () => {
    expect(notes('shop/coredns')).toEqual([]);
  });
});
