/** Archives that mean harm, through the command itself: what is good is kept, the rest is said, nothing else is touched. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { tarOf, zipOf } from '#tests/fixtures/archives.ts';
import type { Run } from './run.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-hostile-import-'));
  await mkdir(join(folder, 'tmp'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** Runs `import` with the folder as its working folder, and what it puts down for a while in `tmp`. */
async function importing(args: readonly string[], input?: AsyncIterable<Uint8Array>): Promise<Run> {
  const program = join(process.cwd(), 'scripts/clusterbook.mjs');
  const env = { ...process.env, TMPDIR: join(folder, 'tmp') };
  const child = spawn(process.execPath, [program, 'import', ...args], { cwd: folder, env });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  // A program that has read enough closes its end of the pipe.
  child.stdin.on('error', () => undefined);
  void feed(child.stdin, input);
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { status, stdout, stderr };
}

async function feed(
  stdin: NodeJS.WritableStream & { readonly destroyed?: boolean },
  input?: AsyncIterable<Uint8Array>,
) {
  for await (const chunk of input ?? []) {
    if (stdin.destroyed) return;
    if (!stdin.write(chunk)) await new Promise((go) => stdin.once('drain', go).once('close', go));
  }
  stdin.end();
}

function configure(bounds: object): Promise<void> {
  return writeFile(join(folder, 'clusterbook.config.json'), JSON.stringify({ import: bounds }));
}

const pod = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });

const polluting =
  '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","__proto__":{"finalizers":["x"]}},"__proto__":{"spec":1}}';

/** Nine lists, each nine times the one before: 400 million values. */
const aliases = Array.from(
  { length: 9 },
  (_, i) =>
    `a${i + 1}: &a${i + 1} [${Array(9)
      .fill(i === 0 ? 'lol' : `*a${i}`)
      .join(', ')}]\n`,
).join('');

/** Blanks, a thousand times as many as it has bytes. */
const bomb = gzipSync(`{"apiVersion":"v1","kind":"List","items":[${' '.repeat(66 * 2 ** 20)}`);

async function nested(depth: number): Promise<Buffer> {
  let archive = await tarOf({ 'pod.json': pod('deep') });
  for (let i = 0; i < depth; i++) archive = await tarOf({ x: archive });
  return archive;
}

test('of an archive full of traps what is good becomes a snapshot, and each trap is said', async () => {
  const junk = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 73) % 256));
  const archive = await tarOf(
    {
      'good.json': pod('good'),
      '../../escape.json': pod('escape'),
      '/etc/absolute.json': pod('absolute'),
      'windows.zip': zipOf({ 'C:\\x.json': pod('drive'), '..\\y.json': pod('up') }),
      'linked.zip': zipOf({ 'link.json': '/etc/passwd' }, 0o120777),
      'bomb.json.gz': bomb,
      'nested.tar': await nested(10),
      'polluting.json': polluting,
      'aliases.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: lol}\n${aliases}`,
      'junk.json': junk,
    },
    [
      { name: 'link.json', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard.json', type: 'link', linkname: '../../../etc/passwd' },
      { name: 'device', type: 'character-device' },
    ],
  );
  await writeFile(join(folder, 'traps.tgz'), gzipSync(archive));
  const { status, stdout, stderr } = await importing(['traps.tgz']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^traps: 2 objects of 1 kind in snapshots\/traps\n/);
  expect(stdout).toMatch(/files {5}4 read, 8 not understood, or not in full, 4 without objects/);
  expect(stderr).toMatchInlineSnapshot(`
    "warning: not understood: has a path that leads out of its archive (4 files):
      traps.tgz/../../escape.json
      traps.tgz//etc/absolute.json
      traps.tgz/windows.zip/C:/x.json
      traps.tgz/windows.zip/../y.json
    warning: not understood: traps.tgz/bomb.json.gz: unpacks to more than 250 times its size: not read any further
    warning: not understood: traps.tgz/bomb.json.gz: line 1 begins JSON that is not valid or not whole
    warning: not understood: traps.tgz/nested.tar/x/x/x/x/x/x: lies in too many archives, one in the other
    warning: not understood: traps.tgz/aliases.yaml: the YAML that begins on line 1 expands too many aliases
    warning: not understood: traps.tgz/junk.json: is not text
    "
  `);
  expect((await readdir(folder)).sort()).toEqual(['snapshots', 'tmp', 'traps.tgz']);
  expect(await readdir(join(folder, 'snapshots'), { recursive: true })).toEqual([
    'traps',
    'traps/core',
    'traps/snapshot.json',
    'traps/core/pods.json',
  ]);
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  const pods = await readFile(join(folder, 'snapshots/traps/core/pods.json'), 'utf8');
  // A field of that name is a field like any other.
  expect(pods).toContain('"__proto__":{"finalizers":["x"]}');
  expect((await importing(['traps.tgz', '--strict', '--quiet'])).status).toBe(1);
});

test('bounds of the configuration hold: of the whole, of one archive, and of archives in archives', async () => {
  const files = {
    'pod.json': pod('web'),
    'blanks.json': `${pod('blank')}${' '.repeat(3 * 2 ** 20)}`,
  };
  await writeFile(join(folder, 'dump.tgz'), gzipSync(await tarOf(files)));
  await configure({ maxExpandedMegabytes: 2 });
  expect(await importing(['dump.tgz'])).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "clusterbook: The archives of this dump unpack to more than 2 MiB.
    If that is what you expect, allow more with "import": { "maxExpandedMegabytes": … } in clusterbook.config.json.
    ",
      "stdout": "",
    }
  `);
  await configure({ maxNesting: 1 });
  expect((await importing(['dump.tgz'])).stderr).toContain(
    'dump.tgz: lies in too many archives, one in the other',
  );
  await writeFile(join(folder, 'bomb.json.gz'), bomb);
  await configure({ maxExpansionRatio: 2000 });
  expect((await importing(['bomb.json.gz'])).stderr).not.toContain('times its size');
  expect(await readdir(folder)).not.toContain('snapshots');
});

test('a zip without end on a pipe is refused before it fills the disk', async () => {
  await configure({ maxExpandedMegabytes: 1 });
  const endless = async function* () {
    for (yield zipOf({ 'pod.json': pod('web') }); ; ) yield Buffer.alloc(64 * 1024);
  };
  const { status, stderr } = await importing(['-', '--name', 'endless'], endless());
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^clusterbook: An archive that must be put down on disk to be read is larger than 1 MiB\.\n/,
  );
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
});
