import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '#snapshot/json.ts';
import { isKubeObject, type KubeObject } from '#snapshot/kube-object.ts';
import { type Resource, resourceFile } from '#snapshot/manifest.ts';
import type { ResourceList, Snapshot } from '#snapshot/snapshot.ts';
import { damaged, readManifest } from './read-manifest.ts';

const newline = 0x0a;
const comma = 0x2c;

/**
 * Reads a snapshot and checks it against its manifest.
 *
 * @throws {UserError} Naming the file that is damaged, cut short, missing or of a newer format.
 */
export async function readSnapshot(folder: string): Promise<Snapshot> {
  const manifest = await readManifest(folder);
  const withFile = manifest.resources.filter(({ sha256 }) => sha256 !== undefined);
  const lists: ResourceList[] = [];
  for (const resource of withFile) {
    const file = join(folder, resourceFile(resource));
    lists.push({ resource, objects: readObjects(await readChecked(file, resource), file) });
  }
  return { manifest, lists };
}

async function readChecked(file: string, { bytes, sha256 }: Resource): Promise<Buffer> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) throw damaged(file, 'it is missing.');
  if (content.length < bytes) {
    throw damaged(file, `it is cut short, ${content.length} of ${bytes} bytes.`);
  }
  if (createHash('sha256').update(content).digest('hex') !== sha256) {
    throw damaged(file, 'it was changed after it was written.');
  }
  return content;
}

/** Parses line by line: a file may be longer than the longest string there can be. */
function readObjects(content: Buffer, file: string): KubeObject[] {
  const objects: KubeObject[] = [];
  // The first line is `[`, the last `]`; all between are one object each.
  let start = content.indexOf(newline) + 1;
  for (
    let end = content.indexOf(newline, start);
    end > start;
    end = content.indexOf(newline, start)
  ) {
    if (content[start] === 0x5d) break;
    const last = content[end - 1] === comma ? end - 1 : end;
    const object = parseLine(content.toString('utf8', start, last));
    if (!isKubeObject(object)) throw damaged(file, `line ${objects.length + 2} is not an object.`);
    objects.push(object);
    start = end + 1;
  }
  return objects;
}

function parseLine(line: string): unknown {
  try {
    return parseJson(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
