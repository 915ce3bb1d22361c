import { join } from 'node:path';
import { parseJson } from '#snapshot/json.ts';
import { isKubeObject, type KubeObject } from '#snapshot/kube-object.ts';
import { type Resource, resourceFile } from '#snapshot/manifest.ts';
import type { PartPool } from '#snapshot/part-pool.ts';
import type { ResourceList, Snapshot } from '#snapshot/snapshot.ts';
import { readLines } from './read-lines.ts';
import { damaged, readManifest } from './read-manifest.ts';

const comma = 0x2c;
const bracketOpen = 0x5b;
const bracketClose = 0x5d;

/**
 * Whether an object is wanted, told from its line as it stands in the file: parsing is most of reading.
 * The bytes are to be looked at, not to be kept.
 */
export type LineFilter = (resource: Resource, line: Buffer) => boolean;

export interface ReadOptions {
  /** Leaves objects out unparsed; what is left out is checked all the same. */
  readonly wanted?: LineFilter | undefined;
  /** Where to look for parts of objects that are there already; for those who keep all of them. */
  readonly pool?: PartPool | undefined;
  /** Is told of each object with its line, without what parts it from the next. The bytes are not to be kept. */
  readonly seen?: ((object: KubeObject, line: Buffer) => void) | undefined;
}

/**
 * Reads a snapshot and checks it against its manifest.
 *
 * @throws {UserError} Naming the file that is damaged, cut short, missing or of a newer format.
 */
export async function readSnapshot(folder: string, options: ReadOptions = {}): Promise<Snapshot> {
  const manifest = await readManifest(folder);
  const withFile = manifest.resources.filter(({ sha256 }) => sha256 !== undefined);
  const lists: ResourceList[] = [];
  for (const resource of withFile) {
    lists.push({ resource, objects: await readObjects(folder, resource, options) });
  }
  return { manifest, lists };
}

/**
 * The objects of a file, which has one in each line between `[` and `]`. Whether its bytes are those that
 * were written is known at its end, and says more than the first line that is no object.
 */
async function readObjects(
  folder: string,
  resource: Resource,
  { wanted = () => true, pool, seen }: ReadOptions,
): Promise<KubeObject[]> {
  const path = join(folder, resourceFile(resource));
  const objects: KubeObject[] = [];
  let at = 0;
  let odd: number | undefined;
  const found = await readLines(path, (whole) => {
    at += 1;
    if (odd !== undefined || isBracket(whole) || !wanted(resource, whole)) return;
    const line = whole.at(-1) === comma ? whole.subarray(0, -1) : whole;
    const object = parseLine(line);
    if (isKubeObject(object)) {
      pool?.share(object);
      objects.push(object);
      seen?.(object, line);
    } else odd = at;
  });
  if (found === undefined) throw damaged(path, 'it is missing.');
  const { bytes, sha256 } = resource;
  if (found.bytes < bytes) {
    throw damaged(path, `it is cut short, ${found.bytes} of ${bytes} bytes.`);
  }
  if (found.sha256 !== sha256) throw damaged(path, 'it was changed after it was written.');
  if (odd !== undefined) throw damaged(path, `line ${odd} is not an object.`);
  return objects;
}

function isBracket(line: Buffer): boolean {
  return line.length === 1 && (line[0] === bracketOpen || line[0] === bracketClose);
}

function parseLine(line: Buffer): unknown {
  try {
    return parseJson(line.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
