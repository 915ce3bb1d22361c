/**
 * Serves a double as a process of its own, so that what is measured is the reader alone:
 *
 *   node tests/api-double/serve.ts --folder DIR [--pods N] [--snapshot FOLDER] [--http2]
 *
 * Serves the large cluster, or that of a snapshot. The first line on stdout is JSON: `url`, and the path of
 * a `kubeconfig` in DIR whose context is named `double`. Each line on stdin is answered by one with what was
 * asked so far: `requests` and `connections`. Ends with its stdin.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startApiDouble, token } from './api-double.ts';
import { clusterOf } from './cluster.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { largeCluster } from './large-cluster/large-cluster.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '.' },
    pods: { type: 'string', default: '10000' },
    snapshot: { type: 'string' },
    http2: { type: 'boolean', default: false },
  },
});
const { folder, pods, snapshot, http2 } = values;
const cluster =
  snapshot === undefined ? largeCluster({ pods: Number(pods) }) : await clusterOf(snapshot);
const double = await startApiDouble(cluster, { secure: true, http2 });
const file = join(folder, 'kubeconfig');
const kubeconfig = await writeKubeconfig(file, { double: { server: double.url, token } });
console.log(JSON.stringify({ url: double.url, kubeconfig }));
for await (const _ of createInterface({ input: process.stdin })) {
  const { requests, connections } = double;
  console.log(JSON.stringify({ requests: requests.length, connections }));
}
await double.close();
