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

/** Whether an object is wanted, told from its line as it stands in the file: parsing is most of reading. */
export type LineFilter = (resource: Resource, line: Buffer) => boolean;

/**
 * Reads a snapshot and checks it against its manifest.
 *
 * @param wanted Leaves objects out unparsed; what is left out is checked all the same.
 * @throws {UserError} Naming the file that is damaged, cut short, missing or of a newer format.
 */
export async function readSnapshot(
  folder: string,
  wanted: LineFilter = () => true,
): Promise<Snapshot> {
  const manifest = await readManifest(folder);
  const withFile = manifest.resources.filter(({ sha256 }) => sha256 !== undefined);
  const lists: ResourceList[] = [];
  for (const resource of withFile) {
    const file = join(folder, resourceFile(resource));
    const content = await readChecked(file, resource);
    const isWanted = (line: Buffer) => wanted(resource, line);
    lists.push({ resource, objects: readObjects(content, file, isWanted) });
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
function readObjects(
  content: Buffer,
  file: string,
  isWanted: (line: Buffer) => boolean,
): KubeObject[] {
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
    const line = content.subarray(start, last);
    start = end + 1;
    if (!isWanted(line)) continue;
    const object = parseLine(line.toString('utf8'));
    if (!isKubeObject(object)) throw damaged(file, `line ${objects.length + 2} is not an object.`);
    objects.push(object);
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
