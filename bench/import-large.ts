/** A must-gather of 2 GB, packed: half of it lists of Pods that are all different, half of it logs. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { clusterbook, type Figure } from './figure.ts';

const packed = 2e9;
const podsPerList = 500;

export const importLarge: Figure = async function* ({ measure, folder }) {
  const archive = join(folder, 'must-gather.tar.gz');
  const pods = await writeArchive(archive);
  const command = clusterbook('import', archive, '--snapshots', join(folder, 'snapshots'));
  const usage = await measure(command);
  yield { what: `import of 2 GB tar.gz, ${pods} Pods`, usage, goal: '≤ 250 MB' };
};

/** How many Pods are in it. */
async function writeArchive(path: string): Promise<number> {
  const tar = pack();
  const file = createWriteStream(path);
  const written = pipeline(tar, createGzip({ level: 1 }), file);
  const add = (name: string, text: string) =>
    new Promise<void>((resolve, reject) => {
      tar.entry({ name }, text, (error) => (error ? reject(error) : resolve()));
    });
  let namespaces = 0;
  for (; file.bytesWritten < packed; namespaces++) {
    const folder = `must-gather/namespaces/team-${namespaces}`;
    const items = Array.from({ length: podsPerList }, (_, index) => pod(namespaces, index));
    const list = { kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '1' }, items };
    await add(`${folder}/core/pods.yaml`, JSON.stringify(list, null, 4));
    const log = randomBytes(400_000)
      .toString('base64')
      .replaceAll(/.{100}/g, '$&\n');
    await add(`${folder}/pods/web-1/web/web/logs/current.log`, log);
  }
  tar.finalize();
  await written;
  return namespaces * podsPerList;
}

function pod(namespace: number, index: number): object {
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    metadata: {
      name: `web-${index}-${hex(4)}`,
      namespace: `team-${namespace}`,
      uid: hex(16),
      resourceVersion: String(index),
      annotations: { 'example.com/trace': hex(200) },
    },
    spec: {
      nodeName: `worker-${index % 100}`,
      containers: [{ name: 'web', image: `registry.example.com/web@sha256:${hex(32)}` }],
    },
    status: { phase: 'Running', podIP: `10.${namespace % 250}.${index % 250}.1` },
  };
}
