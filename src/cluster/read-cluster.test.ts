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
  return { client, waits, url: double.url };
}

/** Reads some resources into a ledger; objects are only counted. */
async function read(client: ApiClient, ...resources: readonly string[]) {
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
    leaveOut: () => undefined,
  };
  const options: ClusterOptions = {
    resources,
    exclude: [],
    includeEvents: false,
    secrets: 'keys',
    namespaces: { only: [], exclude: [] },
    pageSize: 4,
    concurrency: 2,
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
