/** Import of a sample cluster, as kubectl would have dumped it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalLine } from '#snapshot/json.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { clusterbook, type Figure } from './figure.ts';

const sample = join(import.meta.dirname, '../snapshots/shop-prod');

export const importDump: Figure = async function* ({ measure, folder }) {
  const dump = join(folder, 'shop-prod');
  const objects = await writeDump(dump);
  const command = clusterbook('import', dump, '--snapshots', join(folder, 'snapshots'));
  yield { what: `import of ${objects} objects`, usage: await measure(command) };
};

/** Writes a file a resource, each the list that an API server sends: items without kind. */
async function writeDump(dump: string): Promise<number> {
  await mkdir(dump);
  const { lists } = await readSnapshot(sample);
  for (const { resource, objects } of lists) {
    const { group, version, kind } = resource;
    const items = objects.map(({ apiVersion: _version, kind: _kind, ...item }) => item);
    const apiVersion = group === '' ? version : `${group}/${version}`;
    const list = { apiVersion, kind: `${kind}List`, metadata: {}, items };
    await writeFile(join(dump, `${resourceKey(resource)}.json`), canonicalLine(list));
  }
  return lists.reduce((sum, { objects }) => sum + objects.length, 0);
}
