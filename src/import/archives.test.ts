import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tarOf, zipOf } from '#tests/fixtures/archives.ts';
import { fileOf, imported } from '#tests/fixtures/imported.ts';
import { UserError } from '#user-error.ts';
import { type ImportLimits, usualLimits } from './limits.ts';

const pod = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });

/** Names of the objects of an archive, what was not read and what was left out. */
async function read(bytes: Uint8Array, limits: Partial<ImportLimits> = {}) {
  const file = { ...fileOf('dump', bytes), given: true };
  const { lists, report } = await imported([file], { limits: { ...usualLimits, ...limits } });
  return {
    objects: lists.flatMap(({ objects }) => objects.map(({ metadata }) => metadata.name)),
    unreadable: report.unreadable.map(({ file: name, text }) => `${name} ${text}`),
    ignored: report.ignored.map(({ file: name, text }) => `${name} ${text}`),
  };
}

const files = {
  'a/pod.json': pod('a'),
  'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: b}\n',
};
const all = { objects: ['a', 'b'], unreadable: [], ignored: [] };

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['tar', () => tarOf(files)],
  ['tar.gz', async () => gzipSync(await tarOf(files))],
  ['tar.zst', async () => zstdCompressSync(await tarOf(files))],
  ['zip', () => zipOf(files)],
  ['zip in a tar.gz', async () => gzipSync(await tarOf({ 'inner.bin': zipOf(files) }))],
  ['tar.gz in a zip', async () => zipOf({ inner: gzipSync(await tarOf(files)) })],
])('%s: recognised by its bytes and read', async (_, archive) => {
  expect(await read(await archive())).toEqual(all);
});

test('a file that is packed alone is the file', async () => {
  expect((await read(gzipSync(pod('a')))).objects).toEqual(['a']);
});

test('no path leads out of an archive, and a link leads nowhere', async () => {
  const bytes = await tarOf(
    { ...files, '../../etc/pod.json': pod('c'), '/etc/pod.json': pod('d'), '._pod.json': 'x' },
    [
      { name: 'link.json', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard.json', type: 'link', linkname: 'a/pod.json' },
      { name: 'pipe', type: 'fifo' },
    ],
  );
  expect(await read(bytes)).toEqual({
    objects: ['a', 'b'],
    unreadable: [
      'dump/../../etc/pod.json has a path that leads out of its archive',
      'dump//etc/pod.json has a path that leads out of its archive',
    ],
    ignored: [
      'dump/._pod.json is hidden',
      'dump/link.json is a link',
      'dump/hard.json is a link',
      'dump/pipe is no ordinary file',
    ],
  });
});

test('nor does one of a zip', async () => {
  const zip = zipOf({
    'pod.json': pod('a'),
    'C:\\pod.json': pod('b'),
    'x/../../pod.json': pod('c'),
  });
  expect(await read(zip)).toEqual({
    objects: ['a'],
    unreadable: [
      'dump/C:/pod.json has a path that leads out of its archive',
      'dump/x/../../pod.json has a path that leads out of its archive',
    ],
    ignored: [],
  });
  const tar = await tarOf({ 'pod.json': pod('a'), 'links.zip': zipOf({ link: '/etc' }, 0o120777) });
  expect((await read(tar)).ignored).toEqual(['dump/links.zip/link is a link']);
});

test('an archive that unpacks to too many times its size is left, and what lies beside it is read', async () => {
  const text = Buffer.alloc(2 ** 20, `${pod('often')}\n`);
  const bombs = { 'bomb.gz': gzipSync(text), 'bomb.zip': zipOf({ x: text }), ...files };
  const dump = await read(await tarOf(bombs), { freeBytes: 2 ** 16, ratio: 100 });
  const reason = 'unpacks to more than 100 times its size: not read any further';
  const cut = expect.stringMatching(/^dump\/bomb\S+ line \d+ begins JSON/);
  expect(dump).toEqual({
    objects: ['a', 'b', 'often'],
    unreadable: [`dump/bomb.gz ${reason}`, cut, `dump/bomb.zip/x ${reason}`, cut],
    ignored: [],
  });
});

test('junk is not unpacked beyond its head', async () => {
  const tar = await tarOf({ 'bomb.gz': gzipSync(Buffer.alloc(2 ** 20)), ...files });
  expect(await read(tar, { freeBytes: 2 ** 18, ratio: 2 })).toEqual({
    ...all,
    ignored: ['dump/bomb.gz is not text'],
  });
});

test('a dump that unpacks to more than is allowed is refused, with the way to allow it', async () => {
  const error = await read(gzipSync(await tarOf(files)), { expandedBytes: 1000 }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('unpack to more than 0 MiB');
});

test('a zip that comes through a pipe and does not end is refused, and leaves nothing on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-archives-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
  const [head, rest] = [zipOf(files), Buffer.alloc(64 * 1024)];
  const endless = async function* () {
    for (yield head; ; ) yield rest;
  };
  const pipe = { ...fileOf('stdin', ''), given: true, bytes: endless };
  const limits = { ...usualLimits, expandedBytes: 2 ** 20 };
  const error = await imported([pipe], { limits }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('put down on disk to be read is larger than 1 MiB');
  expect(await readdir(folder)).toEqual([]);
});

test('archives in archives have an end', async () => {
  let nested = await tarOf({ 'pod.json': pod('deep') });
  for (let depth = 0; depth < 10; depth++)
    nested = await tarOf({ 'pod.json': pod('a'), x: nested });
  expect(await read(nested)).toEqual({
    objects: ['a'],
    unreadable: [`dump${'/x'.repeat(8)} lies in too many archives, one in the other`],
    ignored: [],
  });
});

test('of an archive that is cut short stays what came before', async () => {
  const tar = await tarOf({ 'a.json': pod('a'), 'b.json': pod('b') });
  expect(await read(tar.subarray(0, 1560))).toEqual({
    objects: ['a'],
    unreadable: ['dump/b.json is damaged or cut short', 'dump is damaged or cut short'],
    ignored: [],
  });
  const packed = gzipSync(await tarOf(files));
  await expect(read(packed.subarray(0, packed.length - 20))).rejects.toThrow(
    'dump: is damaged or cut short',
  );
});

test('what nobody unpacks here is named', async () => {
  const tar = await tarOf({ ...files, 'x.json': Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) });
  expect((await read(tar)).unreadable).toEqual([
    'dump/x.json is packed with xz, which import does not read',
  ]);
});
