/**
 * What a snapshot cannot do without: every page that it reads, four lists at a time, whose bytes are
 * counted and thrown away. `node bench/bare-fetch.ts KUBECONFIG`
 */
import { Agent, request } from 'undici';
import { openApiClient } from '#cluster/api-client.ts';
import { credentialsOf } from '#cluster/credentials.ts';
import { discover } from '#cluster/discovery.ts';
import { eachOf } from '#cluster/each-of.ts';
import { loadKubeconfig } from '#cluster/kubeconfig.ts';
import { listPath } from '#cluster/paths.ts';

const { entry } = await loadKubeconfig(process.argv[2]);
const { signal } = new AbortController();
const double = entry('double');
const client = await openApiClient(double, { requestTimeout: 60_000, signal });
const { resources } = await discover(client);
await client.close();
const { tls, headers } = await credentialsOf(double, signal);
const dispatcher = new Agent({ connect: tls, allowH2: false });
await eachOf(
  resources.filter(({ group }) => group !== 'events.k8s.io'),
  4,
  async (type) => {
    let token = '';
    do {
      const query = { limit: '500', ...(token === '' ? {} : { continue: token }) };
      const url = `${double.server}${listPath(type, undefined)}`;
      const { body } = await request(url, { query, headers, dispatcher });
      let head = '';
      let tail = '';
      for await (const chunk of body) {
        head ||= chunk.toString('latin1', 0, 2000);
        tail = chunk.toString('latin1', Math.max(0, chunk.length - 2000));
      }
      token =
        /"continue":"([^"]*)"/.exec(head)?.[1] ?? /"continue":"([^"]*)"/.exec(tail)?.[1] ?? '';
    } while (token !== '');
  },
);
await dispatcher.close();
