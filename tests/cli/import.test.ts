import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { chooseSnapshots } from '../../scripts/chosen-snapshots.ts';
import { clusterbook, clusterbookProcess, type Run } from './run.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** Runs `import` into a folder of its own; messages call it `DIR`, and say no time. */
async function importing(...args: readonly string[]) {
  return named(await clusterbook('import', ...args, '--snapshots', join(folder, 'snapshots')));
}

function named({ status, stdout, stderr }: Run) {
  const name = (text: string) =>
    text.replaceAll(folder, 'DIR').replace(/ in \d+\.\d s\n/, ' in TIME\n');
  return { status, stdout: name(stdout), stderr: name(stderr) };
}

/** Files of the new snapshot that are not, byte for byte, those of the committed one. */
async function differing(id: string): Promise<string[]> {
  const compared = Object.entries(await contents(id)).map(async ([path, text]) =>
    text === (await readFile(join('snapshots', id, path), 'utf8')) ? [] : [path],
  );
  return (await Promise.all(compared)).flat();
}

/** Writes a file of a dump and returns its path. */
async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** All files of a snapshot, by path. */
async function contents(id: string): Promise<Record<string, string>> {
  const root = join(folder, 'snapshots', id);
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.json'));
  const read = paths.sort().map(async (path) => [path, await readFile(join(root, path), 'utf8')]);
  return Object.fromEntries(await Promise.all(read));
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  creationTimestamp: "2026-11-22T08:00:00Z"
`;

test('a folder becomes a snapshot of its name; what could not be read is said', async () => {
  await file('Shop Prod/pod.yaml', pod);
  await file('Shop Prod/again/pod.yaml', pod);
  await file('Shop Prod/broken.yaml', 'kind: {\n');
  await file('Shop Prod/.hidden.yaml', 'kind: {\n');
  await file('Shop Prod/README.md', 'Our cluster.\n');
  expect(await importing(join(folder, 'Shop Prod'))).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "warning: not understood: DIR/Shop Prod/broken.yaml: YAML does not parse at line 2, column 1: bad indent
    ",
      "stdout": "shop-prod: 1 object of 1 kind in DIR/snapshots/shop-prod
      size      125 B in TIME
      coverage  1 of 41 resources captured, none known to be whole; 40 left out
      redacted  nothing: no value looks secret
      format    object (YAML)
      files     3 read, 1 not understood, or not in full, 2 without objects
      merged    1 duplicate
      inferred  1 Namespace
    ",
    }
  `);
  const { manifest } = await readSnapshot(join(folder, 'snapshots/shop-prod'));
  expect({
    ...manifest,
    resources: manifest.resources.filter(({ count }) => count > 0),
  }).toMatchObject({
    id: 'shop-prod',
    cluster: { name: 'shop-prod' },
    takenAt: '2026-11-22T08:00:00Z',
    source: { type: 'import', formats: ['object (YAML)'], unreadable: 1 },
    resources: [{ plural: 'pods', status: 'partial', count: 1 }],
  });
});

test('--json says of each resource and of the dump what the summary says', async () => {
  const broken = await file('prod.yaml', `${pod}---\nkind: {\n`);
  const { stdout } = await importing(broken, '--json');
  const lines: unknown[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ snapshot: 'prod', plural: 'pods', count: 1, status: 'partial' }),
  );
  expect(lines.at(-1)).toMatchObject({
    snapshot: 'prod',
    report: { files: 1, duplicates: 0, unreadable: [{ file: 'DIR/prod.yaml', count: 1 }] },
    inferred: { namespaces: [{ name: 'shop' }] },
  });
  expect((await importing(await file('quiet.yaml', pod), '--quiet')).stdout).toBe('');
});

test('the same words of many files are one warning', async () => {
  for (let i = 0; i < 12; i++) await file(`dump/empty-${String(i).padStart(2, '0')}.yaml`, '');
  await file('dump/pod.yaml', pod);
  const { stderr } = await importing(join(folder, 'dump'));
  expect(stderr.split('\n').slice(0, 3)).toEqual([
    'warning: not understood: is empty (12 files):',
    '  DIR/dump/empty-00.yaml',
    '  DIR/dump/empty-01.yaml',
  ]);
  expect(stderr).toContain('\n  and 2 more (--json names all)\n');
});

test('a snapshot of what was inferred is the same when it is imported again', async () => {
  const on = (name: string) => `${pod}spec:\n  nodeName: ${name}\n`;
  await importing(await file('dump.yaml', on('worker')), '--name', 'prod');
  const before = await contents('prod');
  expect(before['snapshot.json']).toContain('"name":"worker","from":"spec.nodeName of Pods"');
  await importing(join(folder, 'snapshots/prod'), '--name', 'prod');
  expect(await contents('prod')).toEqual(before);
});

test('build takes dumps for snapshots, and leaves ids alone', async () => {
  const dump = await file('Shop Prod.yaml', pod);
  const snapshots = join(folder, 'snapshots');
  await importing(await file('kept.yaml', pod), '--name', 'kept');
  await using chosen = await chooseSnapshots([dump, 'kept', 'unknown'], snapshots);
  expect(chosen.only).toEqual(['shop-prod', 'kept', 'unknown']);
  expect(await readdir(chosen.imported ?? '')).toEqual(['shop-prod']);
  const other = await file('other/shop-prod.json', '{}');
  await expect(chooseSnapshots([dump, other], snapshots)).rejects.toThrow(
    'would both be called "shop-prod"',
  );
});

test('diff takes a dump for a snapshot', async () => {
  await importing(await file('prod.yaml', pod));
  const later = await file('later.yaml', pod.replace('name: web', 'name: api'));
  const snapshots = join(folder, 'snapshots');
  const run = await clusterbook('diff', 'prod', later, '--snapshots', snapshots, '--stat');
  expect(run.status).toBe(1);
});

test('a pipe is read, and needs a name', async () => {
  const args = ['import', '-', '--snapshots', join(folder, 'snapshots')];
  expect(named(await clusterbookProcess([...args, '--name', 'prod'], pod))).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^prod: 1 object of 1 kind in DIR\/snapshots\/prod\n/),
    stderr: '',
  });
  expect(await importing('-')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "clusterbook: What comes through a pipe has no name.
    Name the snapshot: kubectl get all -A -o json | clusterbook import - --name prod
    ",
      "stdout": "",
    }
  `);
});

test('kept snapshots stand side by side under the time they were taken at', async () => {
  const path = await file('pod.yaml', pod);
  await importing(path, '--name', 'prod', '--keep');
  await importing(path, '--name', 'prod', '--keep', '--taken-at', '2026-11-23T09:30:00+01:00');
  expect(await readdir(join(folder, 'snapshots'))).toEqual([
    'prod@2026-11-22T0800Z',
    'prod@2026-11-23T0830Z',
  ]);
});

test('--strict makes what could not be read exit 1; the snapshot is there all the same', async () => {
  const broken = await file('broken.yaml', `${pod}---\nkind: {\n`);
  expect((await importing(broken, '--strict')).status).toBe(1);
  expect(Object.keys(await contents('broken'))).toEqual(['core/pods.json', 'snapshot.json']);
  expect((await importing(await file('pod.yaml', pod), '--strict')).status).toBe(0);
});

test('bad input exits 2, says why, and writes nothing', async () => {
  await mkdir(join(folder, 'empty'));
  const runs = [
    await importing(),
    await importing(join(folder, 'nowhere')),
    await importing(join(folder, 'empty')),
    await importing(await file('letter.yaml', 'Dear all,\n')),
    await importing(await file('broken.yaml', 'kind: {\n')),
    await importing(await file('null.json', '{"apiVersion":"v1","kind":"List","items":null}')),
    await importing(
      await file('kindless.json', '{"kind":"List","items":[{"metadata":{"name":"a"}}]}'),
    ),
    await importing(await file('diff.yaml', pod)),
    await importing(await file('pod.yaml', pod), '--taken-at', 'yesterday'),
  ];
  expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 2));
  expect(existsSync(join(folder, 'snapshots'))).toBe(false);
  expect(runs.map(({ stdout, stderr }) => stdout + stderr).join('\n')).toMatchInlineSnapshot(`
    "clusterbook: import needs the path of a dump, or - to read from a pipe.
    Usage: clusterbook import PATH... | -. All flags: --help.

    clusterbook: DIR/nowhere does not exist or cannot be read.
    Give import the path of a file or a folder, or - to read from a pipe.

    clusterbook: There are no Kubernetes objects to import. There are no files.
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests.

    clusterbook: There are no Kubernetes objects to import.
      DIR/letter.yaml: holds no Kubernetes objects
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests.

    clusterbook: There are no Kubernetes objects to import.
      DIR/broken.yaml: YAML does not parse at line 2, column 1: bad indent
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests.

    clusterbook: There are no Kubernetes objects to import.
      DIR/null.json: items is null in a List that names no kind
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests.

    clusterbook: There are no Kubernetes objects to import.
      DIR/kindless.json: has no kind and no apiVersion
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests.

    clusterbook: "diff" cannot name a snapshot: the site uses that address itself.
    Choose another with --name: a-z, 0-9, "." and "-", at most 63 characters.

    clusterbook: --taken-at yesterday is not a time.
    Write it like 2026-11-22T08:00:00Z.
    "
  `);
});

test('a snapshot that is imported is the same snapshot, byte for byte', async () => {
  expect((await importing('snapshots/shop-prod', '--sample')).status).toBe(0);
  expect(await differing('shop-prod')).toEqual([]);
});

const samples = '../shared/samples';

// Skipped where the recordings are not at hand.
describe.skipIf(!existsSync(samples))('the recorded sample clusters', () => {
  test.each(['docker-desktop', 'shop-staging', 'shop-prod'])(
    '%s gives the committed snapshot, byte for byte',
    async (id) => {
      const recording = join(samples, id);
      const paths = [join(recording, 'raw'), join(recording, 'discovery/version.json')];
      expect((await importing(...paths, '--name', id, '--sample')).status).toBe(0);
      expect(await differing(id)).toEqual([]);
    },
  );

  test('no planted Secret value is in the committed snapshots', async () => {
    // As text, and as the base64 that a Secret holds.
    const canary = /canary-secret|Y2FuYXJ5LXNlY3JldC/;
    for (const id of ['shop-staging', 'shop-prod']) {
      expect(await textsOf(join(samples, id, 'raw'))).toMatch(canary);
      expect((await textsOf(join('snapshots', id))).match(canary)).toBeNull();
    }
  });
});

/** All files below a folder as one text. */
async function textsOf(root: string): Promise<string> {
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.json'));
  return (await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')))).join('\n');
}

test('own redaction rules of the configuration hold for a dump as well', async () => {
  const rule = { id: 'tenant', kind: 'ConfigMap', path: 'data.tenant' };
  await writeFile(join(folder, 'clusterbook.config.json'), JSON.stringify({ redact: [rule] }));
  const metadata = { name: 'c', namespace: 'shop' };
  const dump = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { tenant: 'acme' } };
  await writeFile(join(folder, 'dump.json'), JSON.stringify(dump));
  const program = join(process.cwd(), 'scripts/clusterbook.mjs');
  const run = spawnSync(process.execPath, [program, 'import', 'dump.json'], { cwd: folder });
  expect(run.status).toBe(0);
  const written = await readFile(join(folder, 'snapshots/dump/core/configmaps.json'), 'utf8');
  expect(written).toContain('‹redacted tenant · 4 bytes›');
});
