/**
 * Whether lists are better asked for with gzip: what unzipping costs the reader, the whole of TLS and streams included,
 * what it spares the wire, and below which speed of the link that is a gain. The double zips as an API server does, from
 * 128 KiB and at level 1. It stands for one core of ours: what zipping costs the server is not in it.
 */
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Agent, request } from 'undici';
import { credentialsOf } from '#cluster/credentials.ts';
import { loadKubeconfig } from '#cluster/kubeconfig.ts';
import { spawnApiDouble } from '../tests/api-double/spawn.ts';
import { type Bench, type Figure, itself, type Line } from './figure.ts';
import { reportAsync } from './measure.ts';

/** Bytes of text to read. */
const total = 200_000_000;
const shop = `${import.meta.dirname}/../snapshots/shop-prod`;

const lists = [
  { what: 'Pods of shop-prod', cluster: ['--snapshot', shop], path: '/api/v1/pods' },
  { what: 'Events of shop-prod', cluster: ['--snapshot', shop], path: '/api/v1/events' },
  { what: 'made-up Pods', cluster: ['--pods', '1000'], path: '/api/v1/pods?limit=500' },
];
type List = (typeof lists)[number];

export const gzip: Figure = async function* (bench) {
  for (const list of lists) yield* ofList(bench, list);
};

async function* ofList({ measure, folder }: Bench, list: List): AsyncGenerator<Line> {
  const server = await spawnApiDouble(['--folder', folder, ...list.cluster]);
  try {
    const { path } = list;
    const plain = await read(server.kubeconfig, path, 'identity', 1);
    const zipped = await read(server.kubeconfig, path, 'gzip', 1);
    const times = Math.ceil(total / plain);
    const run = (encoding: string) =>
      measure(itself(import.meta.filename, server.kubeconfig, path, encoding, String(times)));
    const usage = { plain: await run('identity'), zipped: await run('gzip') };
    const spared = (plain - zipped) * times;
    const seconds = usage.zipped.cpu - usage.plain.cpu;
    const pays = `gains below ${((spared * 8) / seconds / 1e6).toFixed(0)} Mbit/s`;
    const megabytes = (bytes: number) => `${Math.round((bytes * times) / 1e6)} MB`;
    yield { what: `${list.what}: ${megabytes(plain)}`, usage: usage.plain };
    yield { what: `  with gzip: ${megabytes(zipped)}`, usage: usage.zipped, goal: pays };
  } finally {
    await server.close();
  }
}

/** Reads a list so many times, and tells how many bytes came over the wire each time. */
async function read(kubeconfig: string, path: string, encoding: string, times: number) {
  const double = (await loadKubeconfig(kubeconfig)).entry('double');
  const { tls, headers } = await credentialsOf(double, new AbortController().signal);
  const dispatcher = new Agent({ connect: tls, allowH2: false });
  let bytes = 0;
  for (let time = 0; time < times; time++) {
    const asked = { headers: { ...headers, 'accept-encoding': encoding }, dispatcher };
    const { body, headers: answered } = await request(`${double.server}${path}`, asked);
    const counted = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    const isZipped = answered['content-encoding'] === 'gzip';
    if (isZipped) await pipeline(body, counted, createGunzip(), dropped);
    else await pipeline(body, counted, dropped);
  }
  await dispatcher.close();
  return bytes / times;
}

async function dropped(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}

if (import.meta.main) {
  const [kubeconfig = '', path = '', encoding = '', times] = process.argv.slice(2);
  await reportAsync(() => read(kubeconfig, path, encoding, Number(times)));
}
