import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DiffJson } from '#diff/diff-json.ts';
import { MatrixJson } from '#diff/format-matrix.ts';
import { writeSnapshot } from '#store/snapshot-writer.ts';
import { clusterbookProcess } from './run.ts';

test('a snapshot is the same as itself: exit 0', async () => {
  const { status, stdout } = await clusterbookProcess(['diff', 'docker-desktop', 'docker-desktop']);
  expect(status).toBe(0);
  expect(stdout).toContain('0 changed, 0 only in docker-desktop');
});

test('the id of a cluster of which all snapshots are kept is the newest of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const day of ['20', '22', '21']) {
    await writeSnapshot(folder, `prod@2026-11-${day}T0800Z`, [], {
      cluster: { name: 'prod' },
      takenAt: `2026-11-${day}T08:00:00Z`,
      tool: { name: 'clusterbook', version: '0.1.0' },
      source: { type: 'api' },
      redactions: {},
    });
  }
  const { status, stdout } = await clusterbookProcess([
    ...['diff', 'prod@2026-11-20T0800Z', 'prod', '--snapshots', folder],
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain('prod@2026-11-20T0800Z → prod@2026-11-22T0800Z');
});

test('differences: exit 1, and JSON in the documented form', async () => {
  const { status, stdout } = await clusterbookProcess([
    ...['diff', 'shop-staging', 'shop-prod', '--format', 'json'],
  ]);
  expect(status).toBe(1);
  const diff = DiffJson.parse(JSON.parse(stdout));
  expect(diff.changes.find(({ object }) => object.kind === 'PriorityClass')).toEqual({
    change: 'modified',
    object: { group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'shop-critical' },
    category: 'scheduling',
    concerns: [],
    fields: [
      {
        path: 'value',
        before: 100000,
        after: 500000,
        category: 'scheduling',
        writtenBy: {
          before: { manager: 'kubectl-client-side-apply', time: '2026-11-22T10:05:43Z' },
          after: { manager: 'kubectl-client-side-apply', time: '2026-11-22T10:13:40Z' },
        },
      },
    ],
  });
});

test('the top of the text says what matters, and every line of an object stands below its name', async () => {
  const { stdout } = await clusterbookProcess(['diff', 'shop-staging', 'shop-prod']);
  const [title, headline] = stdout.split('\n');
  expect(title).toBe('shop-staging → shop-prod');
  expect(headline).toMatch(/^8 RBAC grants wider on shop-prod, .* 15 images, /);
  expect(stdout).toContain('~ DaemonSet kube-system/kube-proxy (continued)');
});

test('three snapshots give the matrix, in every format', async () => {
  const three = ['diff', 'docker-desktop', 'shop-staging', 'shop-prod'];
  const text = await clusterbookProcess(three);
  expect(text.status).toBe(1);
  expect(text.stdout).toMatch(/^\* {2}cert-manager +absent +v1\.20\.0 +v1\.19\.1$/m);
  const json = await clusterbookProcess([...three, '--format', 'json']);
  const { columns, sections } = MatrixJson.parse(JSON.parse(json.stdout));
  expect(columns).toEqual(['docker-desktop', 'shop-staging', 'shop-prod']);
  expect(sections.map(({ id }) => id)).toEqual(['cluster', 'components', 'images']);
  const markdown = await clusterbookProcess([...three, '--format', 'markdown']);
  expect(markdown.stdout).toContain('| **cert-manager** | *absent* | `v1.20.0` | `v1.19.1` |');
});

test('a ConfigMap is told by the lines that differ', async () => {
  const { stdout } = await clusterbookProcess(['diff', 'shop-staging', 'shop-prod']);
  expect(stdout).toContain(`~ ConfigMap shop/web-config
    last written by argocd-controller, 2026-11-22 10:13 UTC
    data["nginx.conf"]:
        - events { worker_connections 1024; }
        + events { worker_connections 4096; }
    data["robots.txt"]:
        - Disallow: /
        + Allow: /
`);
});

test('without the rules of the pair, renamed namespaces are other namespaces', async () => {
  const { stdout } = await clusterbookProcess([
    ...['diff', 'snapshots/shop-staging', 'snapshots/shop-prod', '--stat'],
  ]);
  const mapped = await clusterbookProcess([
    ...['diff', 'snapshots/shop-staging', 'snapshots/shop-prod', '--stat'],
    ...['--map-namespace', '*-stg=*'],
  ]);
  const added = (text: string) => Number(/(\d+) only in shop-prod/.exec(text)?.[1]);
  expect(mapped.stdout).toContain('Mapped: namespace *-stg → *');
  expect(added(mapped.stdout)).toBeLessThan(added(stdout));
});

test('Secret values are in no output of the diff', async () => {
  for (const format of ['text', 'json', 'markdown']) {
    const { stdout } = await clusterbookProcess([
      ...['diff', 'shop-staging', 'shop-prod', '--all', '--format', format],
    ]);
    expect(stdout).not.toContain('canary-secret');
  }
});

test.each([
  [['diff', 'shop-prod'], 'diff takes two snapshots'],
  [['diff', 'nope', 'shop-prod'], '"nope" is no snapshot and no dump'],
  [['diff', 'shop-prod', 'shop-prod', '--format', 'xml'], 'There is no format "xml"'],
  [['diff', 'shop-prod', 'shop-prod', '--rules', 'nowhere.json'], 'nowhere.json cannot be read'],
  [['diff', 'shop-prod', 'shop-prod', '--map-namespace', 'a'], '"a" does not map a namespace'],
  [['diff', 'shop-prod', 'shop-prod', '--map-host', 'a=*'], '"a=*" does not map a host'],
])('%j is refused with a reason: exit 2', async (args, reason) => {
  const { status, stdout, stderr } = await clusterbookProcess(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(reason);
});
