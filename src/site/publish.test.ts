import { mkdir, mkdtemp, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import { publish, readPublished } from './publish.ts';

let root: string;
let out: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'publish-'));
  out = join(root, 'out');
});

/** A staged build with these files. */
async function staged(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [file, text] of Object.entries(files)) await put(join(root, name, file), text);
  return join(root, name);
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const read = (file: string) => readFile(join(out, file), 'utf8').catch(() => 'gone');

test('what changed is written, what stayed is not touched, what is gone is removed', async () => {
  await publish(await staged('first', { 'a.html': 'a', 'b/c.html': 'c', 'd.html': 'd' }), out, '/');
  const longAgo = new Date('2020-01-01');
  await utimes(join(out, 'a.html'), longAgo, longAgo);

  const second = await staged('second', { 'a.html': 'a', 'd.html': 'D', 'e/index.html': 'f' });
  expect(await publish(second, out, '/')).toEqual({ pages: 1, written: 2, removed: 1 });

  expect((await stat(join(out, 'a.html'))).mtime).toEqual(longAgo);
  expect(await Promise.all(['a.html', 'b/c.html', 'd.html', 'e/index.html'].map(read))).toEqual([
    'a',
    'gone',
    'D',
    'f',
  ]);
  await expect(stat(join(out, 'b'))).rejects.toThrow('ENOENT');
  expect((await readPublished(out))?.files).toEqual(['a.html', 'd.html', 'e/index.html']);
});

test('a folder with other files is refused and left as it was', async () => {
  await put(join(out, 'thesis.tex'), 'years of work');
  await expect(publish(await staged('site', { 'index.html': '' }), out, '/')).rejects.toThrow(
    UserError,
  );
  expect(await read('thesis.tex')).toBe('years of work');
  expect(await read('index.html')).toBe('gone');
});

test("a file of someone else's inside the site stays, and is never overwritten", async () => {
  await publish(await staged('first', { 'index.html': '1' }), out, '/');
  await put(join(out, 'CNAME'), 'docs.example.com');

  await publish(await staged('second', { 'index.html': '2' }), out, '/');
  expect(await read('CNAME')).toBe('docs.example.com');

  const third = publish(await staged('third', { 'index.html': '3', CNAME: 'x' }), out, '/');
  await expect(third).rejects.toThrow('was not written by Clusterbook');
  expect(await read('index.html')).toBe('2');
});

test('what an interrupted build left behind is removed by the next one', async () => {
  await put(
    join(out, '.clusterbook.json'),
    '{"base":"/","files":["index.html","gone/a.html","old.html"]}',
  );
  await put(join(out, 'index.html'), '1');
  await put(join(out, 'old.html'), 'old');
  await publish(await staged('site', { 'index.html': '2' }), out, '/');
  expect(await Promise.all(['index.html', 'old.html'].map(read))).toEqual(['2', 'gone']);
});

test("a list that leads out of its folder is nobody's site", async () => {
  const file = join(root, 'precious');
  await put(file, 'keep');
  await put(join(out, '.clusterbook.json'), '{"base":"/","files":["a/../../precious"]}');
  await expect(publish(await staged('site', { 'index.html': '' }), out, '/')).rejects.toThrow(
    'no site of Clusterbook',
  );
  expect(await readFile(file, 'utf8')).toBe('keep');
});

test('files that the build leaves stay ours, and a folder that is new comes whole', async () => {
  await publish(await staged('first', { 'a/index.html': 'a', 'b/index.html': 'b' }), out, '/');
  const second = await staged('second', {
    'a/new/index.html': '1',
    'a/new/deep/index.html': '2',
    'c.html': '3',
  });
  expect(await publish(second, out, '/', ['a/index.html'])).toEqual({
    pages: 3,
    written: 3,
    removed: 1,
  });
  const files = ['a/index.html', 'a/new/deep/index.html', 'a/new/index.html', 'c.html'];
  expect(await Promise.all(files.map(read))).toEqual(['a', '2', '1', '3']);
  expect(await read('b/index.html')).toBe('gone');
  expect((await readPublished(out))?.files).toEqual(files);
});
