import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { redactor } from '#redact/redact.ts';
import { type Outcome, resourceKey } from '#snapshot/manifest.ts';
import { type DoubleOptions, startApiDouble } from '#tests/api-double/api-double.ts';
import { clusterOf } from '#tests/api-double/cluster.ts';
import { writeKubeconfig } from '#tests/api-double/kubeconfig.ts';
import { status } from '#tests/api-double/status.ts';
import { type ApiClient, openApiClient } from './api-client.ts';
import { loadKubeconfig } from './kubeconfig.ts';
import { type ClusterOptions, readCluster, type Sink } from './read-cluster.ts';

const cluster = await clusterOf('snapshots/docker-desktop');

/** A client of a double; it does not wait, but notes how long it would have. */
async function clientOf(options: DoubleOptions) {
  const double = await startApiDouble(cluster, options);
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-cluster-'));
  const file = await writeKubeconfig(join(folder, 'kubeconfig'), { desk: { server: double.url } });
  const { entry } = await loadKubeconfig(file);
  const waits: number[] = [];
  const client = await openApiClient(entry('desk'), {
    requestTimeout: 60_000,
    signal: new AbortController().signal,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  onTestFinished(async () => {
    await client.close();
    await double.close();
    await rm(folder, { recursive: true });
  });
  const requests = () => double.requests.map((each) => decodeURIComponent(each.url));
  return { client, waits, requests, url: double.url };
}

/** Reads some resources into a ledger; objects are only counted. */
function read(client: ApiClient, ...resources: readonly string[]) {
  return readPagesOf(client, 4, resources);
}

/** Reads everything, one list after the other; what was left out is told as text. */
async function readAll(client: ApiClient) {
  const leftOut: string[] = [];
  const ledger = await readPagesOf(client, 4, [], {
    concurrency: 1,
    leaveOut: (type, { status: coverage, message }) =>
      leftOut.push(`${resourceKey(type)} ${coverage}: ${message}`),
  });
  return { ledger, leftOut };
}

async function readPagesOf(
  client: ApiClient,
  pageSize: number,
  resources: readonly string[] = ['pods'],
  {
    concurrency = 2,
    leaveOut = () => undefined,
  }: { concurrency?: number; leaveOut?: Sink['leaveOut'] } = {},
) {
  const ledger: Record<string, Outcome & { readonly objects: number }> = {};
  const sink: Sink = {
    begin(type) {
      let objects = 0;
      let whole = 0;
      return {
        add: async (page) => {
          objects += page.length;
        },
        commit: async () => {
          whole = objects;
        },
        rollback: async () => {
          objects = whole;
        },
        restart: async () => {
          objects = 0;
          whole = 0;
        },
        end: async (outcome) => {
          ledger[resourceKey(type)] = { ...outcome, objects };
        },
      };
    },
    leaveOut,
  };
  const options: ClusterOptions = {
    resources,
    exclude: [],
    includeEvents: false,
    secrets: 'keys',
    namespaces: { only: [], exclude: [] },
    pageSize,
    concurrency,
    dropManagedFields: false,
    newRedactor: () => redactor(),
  };
  await readCluster(client, options, sink);
  return ledger;
}

const pods = /^\/api\/v1\/pods/;
const secondPage = /^\/api\/v1\/pods.*continue/;

test('a connection that is reset, and an error of the server, are tried again', async () => {
  const oops = status(500, 'InternalError', 'etcdserver: request timed out');
  const { client, waits } = await clientOf({
    faults: [
      { at: pods, times: 2, answer: 'reset' },
      { at: secondPage, times: 1, answer: oops },
    ],
  });
  expect(await read(client, 'pods')).toMatchObject({ pods: { status: 'complete', objects: 9 } });
  expect(waits).toEqual([500, 1000, 500]);
});

test('of an API group that has fallen silent one resource is asked for, and each has its line', async () => {
  const { client } = await clientOf({});
  const group = (name: string, freshness: string, resources: readonly string[]) => ({
    metadata: { name },
    versions: [
      {
        version: 'v1',
        freshness,
        resources: resources.map((resource) => ({ resource, scope: 'Cluster', verbs: ['list'] })),
      },
    ],
  });
  const items = {
    '/api': [group('', 'Current', ['nodes'])],
    '/apis': [group('stock.example.com', 'Stale', ['crates', 'goods', 'shelves'])],
  };
  const asked: string[] = [];
  const silentClient: ApiClient = {
    ...client,
    get: async (path, options) =>
      path === '/api' || path === '/apis'
        ? { type: 'ok', value: { kind: 'APIGroupDiscoveryList', items: items[path] } }
        : client.get(path, options),
    async read(path, options, open) {
      if (!path.includes('stock')) return client.read(path, options, open);
      asked.push(path);
      return { type: 'refused', status: 503, message: 'no endpoints available' };
    },
  };
  const { ledger, leftOut } = await readAll(silentClient);
  expect(asked).toEqual(['/apis/stock.example.com/v1/crates']);
  expect(ledger['crates.stock.example.com']).toMatchObject({
    status: 'unavailable',
    message: 'no endpoints available',
  });
  const line = 'unavailable: The API group stock.example.com/v1 does not answer.';
  expect(leftOut).toEqual([`goods.stock.example.com ${line}`, `shelves.stock.example.com ${line}`]);
});

test('a list that breaks off keeps what came, with the words of the server', async () => {
  const answer = status(500, 'InternalError', 'etcdserver: request timed out');
  const { client } = await clientOf({ faults: [{ at: secondPage, answer }] });
  expect(await read(client, 'pods')).toMatchObject({
    pods: {
      status: 'partial',
      objects: 4,
      message: 'Only the first 4 objects; then: etcdserver: request timed out',
    },
  });
});

test('a list whose connection always breaks costs a line, not the run', async () => {
  const { client } = await clientOf({ faults: [{ at: pods, answer: 'reset' }] });
  expect(await read(client, 'pods', 'nodes')).toMatchObject({
    nodes: { status: 'complete', objects: 1 },
    pods: { status: 'unavailable', objects: 0 },
  });
});

test('a server that is gone half-way ends the run', async () => {
  const { client, url } = await clientOf({
    faults: [{ at: /^\/(version|api\/v1\/pods)/, answer: 'reset' }],
  });
  await expect(read(client, 'pods', 'nodes')).rejects.toThrow(
    `${url} cannot be reached: the connection was closed.`,
  );
});

test.each(['reset-in-body', 'truncated', 'invalid-json'] as const)(
  'a page that comes with %s is dropped and asked for again',
  async (answer) => {
    const { client, waits } = await clientOf({ faults: [{ at: secondPage, times: 2, answer }] });
    expect(await read(client, 'pods')).toMatchObject({ pods: { status: 'complete', objects: 9 } });
    expect(waits).toEqual([500, 1000]);
  },
);

test('a list whose JSON never ends keeps its whole pages, and the run goes on', async () => {
  const { client, url } = await clientOf({ faults: [{ at: secondPage, answer: 'invalid-json' }] });
  expect(await read(client, 'pods', 'nodes')).toMatchObject({
    nodes: { status: 'complete', objects: 1 },
    pods: {
      status: 'partial',
      objects: 4,
      message: `Only the first 4 objects; then: ${url} sent an answer that is cut short or no JSON.`,
    },
  });
});

test('a continue token that is always too old ends with what came, in the words of the server', async () => {
  const message =
    'Only the first 4 objects; then: The provided continue parameter is too old to display a consistent list result.';
  const { client } = await clientOf({ faults: [{ at: secondPage, answer: 'expired' }] });
  expect(await read(client, 'pods')).toMatchObject({
    pods: { status: 'partial', objects: 4, message: expect.stringContaining(message.slice(0, 40)) },
  });
});

test('a list that expires for good is read again in one piece, each object once', async () => {
  const { client, requests } = await clientOf({
    faults: [{ at: secondPage, answer: 'expired-for-good' }],
  });
  expect(await read(client, 'pods')).toMatchObject({ pods: { status: 'complete', objects: 9 } });
  const lists = requests().filter((each) => pods.test(each));
  expect(lists.map((each) => each.replace(/continue=.*/, 'continue'))).toEqual([
    '/api/v1/pods?limit=4',
    '/api/v1/pods?limit=4&continue',
    '/api/v1/pods',
  ]);
});

test('a page that does not come in time is asked for in small pieces', async () => {
  const late = status(504, 'Timeout', 'the server was unable to return a response in time');
  const { client, requests } = await clientOf({
    faults: [{ at: /^\/api\/v1\/pods\?limit=500/, answer: late }],
  });
  expect(await readPagesOf(client, 500)).toMatchObject({
    pods: { status: 'complete', objects: 9 },
  });
  expect(requests().filter((each) => pods.test(each))).toEqual([
    '/api/v1/pods?limit=500',
    '/api/v1/pods?limit=500',
    '/api/v1/pods?limit=50',
  ]);
});

test('who may list namespaces and nothing else is refused four times a namespace, not once a resource', async () => {
  const everything = cluster.resources
    .map(({ type }) => resourceKey(type))
    .filter((key) => key !== 'namespaces' && key !== 'nodes');
  const { client, requests } = await clientOf({
    forbidden: everything.map((resource) => ({ resource })),
  });
  const ledger = await read(client, '*');
  expect(ledger['nodes']).toMatchObject({ status: 'complete' });
  expect(ledger['deployments.apps']).toMatchObject({ status: 'forbidden' });
  const namespaces = ledger['namespaces']?.objects ?? 0;
  const inNamespaces = requests().filter((each) => /\/namespaces\/[^/]+\//.test(each));
  expect(inNamespaces).toHaveLength(4 * namespaces);
});
