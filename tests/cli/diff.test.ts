import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clusterbookProcess } from './run.ts';

test('a snapshot is the same as itself: exit 0', async () => {
  const { status, stdout } = await clusterbookProcess(['diff', 'docker-desktop', 'docker-desktop']);
  expect(status).toBe(0);
  expect(stdout).toContain('0 changed, 0 only in docker-desktop');
});

test('differences: exit 1, and JSON in the documented form', async () => {
  const { status, stdout } = await clusterbookProcess([
    ...['diff', 'shop-staging', 'shop-prod', '--format', 'json'],
  ]);
  expect(status).toBe(1);
  const diff = JSON.parse(stdout) as { changes: { object: { kind: string; name: string } }[] };
  expect(Object.keys(diff)).toEqual([
    'before',
    'after',
    'changes',
    'notComparable',
    'expected',
    'same',
    'undecided',
  ]);
  expect(diff.changes.find(({ object }) => object.kind === 'PriorityClass')).toEqual({
    change: 'modified',
    object: { group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'shop-critical' },
    fields: [{ path: 'value', before: 100000, after: 500000, category: 'other' }],
  });
});

test('a ConfigMap is told by the lines that differ', async () => {
  const { stdout } = await clusterbookProcess(['diff', 'shop-staging', 'shop-prod']);
  expect(stdout).toContain(`~ ConfigMap shop/web-config
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

const drift = '../shared/data/katafygio-minikube-drift';

test.skipIf(!existsSync(drift))(
  `two dumps are compared without being kept (skipped without ${drift})`,
  async () => {
    const { status, stdout } = await clusterbookProcess([
      ...['diff', `${drift}/2023-11-02`, `${drift}/2023-12-27`, '--stat'],
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('243 the same');
  },
);

test.each([
  [['diff', 'shop-prod'], 'diff takes two snapshots'],
  [['diff', 'nope', 'shop-prod'], '"nope" is no snapshot and no dump'],
  [['diff', 'shop-prod', 'shop-prod', '--format', 'xml'], 'There is no format "xml"'],
  [['diff', 'shop-prod', 'shop-prod', '--rules', 'nowhere.json'], 'nowhere.json cannot be read'],
  [['diff', 'shop-prod', 'shop-prod', '--map-namespace', 'a'], '"a" does not map a namespace'],
])('%j is refused with a reason: exit 2', async (args, reason) => {
  const { status, stdout, stderr } = await clusterbookProcess(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(reason);
});
