import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalLine, compareCodePoints, parseJson } from '#snapshot/json.ts';
import { isKubeObject, type KubeObject } from '#snapshot/kube-object.ts';
import {
  type Outcome,
  type Resource,
  type ResourceType,
  resourceFile,
} from '#snapshot/manifest.ts';

/** Writes the file of one resource, a page at a time. Its methods are awaited one after the other. */
export interface ResourceWriter {
  /** Appends a page of redacted objects. In any order: a list that is not sorted is sorted at its end. */
  add(objects: readonly KubeObject[]): Promise<void>;
  /** Drops what was added, so that the list can be read again from its start. */
  restart(): Promise<void>;
  /** Seals the file and writes the ledger line. Without a single object there is no file. */
  end(outcome: Outcome): Promise<Resource>;
}

/** What has been written so far. */
interface OpenFile {
  readonly handle: FileHandle;
  readonly hash: ReturnType<typeof createHash>;
  count: number;
  bytes: number;
  lastKey: string;
  sorted: boolean;
}

/** The order of a resource file, and of an API server's lists: its storage keys end like this. */
export function sortKey({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/**
 * A writer into the folder of a snapshot that is being made. `onEnd` gets the ledger line.
 */
export function resourceWriter(
  folder: string,
  type: ResourceType,
  onEnd: (resource: Resource) => void,
): ResourceWriter {
  const path = join(folder, resourceFile(type));
  let file: OpenFile | undefined;
  const restart = async () => {
    await file?.handle.close();
    if (file !== undefined) await rm(path);
    file = undefined;
  };
  return {
    async add(objects) {
      if (objects.length === 0) return;
      file ??= await openFile(path);
      await append(file, objects);
    },
    restart,
    async end(outcome) {
      if (file?.sorted === false) {
        const objects = await sortedObjects(path, file);
        await restart();
        file = await openFile(path);
        await append(file, objects);
      }
      const sealed = file === undefined ? { count: 0, bytes: 0 } : await seal(file);
      const resource = { ...type, ...outcome, ...sealed };
      onEnd(resource);
      return resource;
    },
  };
}

async function openFile(path: string): Promise<OpenFile> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  return { handle, hash: createHash('sha256'), count: 0, bytes: 0, lastKey: '', sorted: true };
}

async function append(file: OpenFile, objects: readonly KubeObject[]): Promise<void> {
  for (const object of objects) {
    const key = sortKey(object);
    // Equal keys are one object that was listed twice.
    if (compareCodePoints(file.lastKey, key) >= 0) file.sorted = false;
    file.lastKey = key;
  }
  const lines = objects.map(canonicalLine).join(',\n');
  await write(file, `${file.count === 0 ? '[\n' : ',\n'}${lines}`);
  file.count += objects.length;
}

async function write(file: OpenFile, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  file.hash.update(bytes);
  file.bytes += bytes.length;
  await file.handle.writeFile(bytes);
}

async function seal(file: OpenFile): Promise<Pick<Resource, 'count' | 'bytes' | 'sha256'>> {
  await write(file, '\n]\n');
  // Before the folder is moved: a power cut must not find a manifest that tells of bytes never stored.
  await file.handle.sync();
  await file.handle.close();
  return { count: file.count, bytes: file.bytes, sha256: file.hash.digest('hex') };
}

/** The objects of an unsorted file in order; of those listed twice the later. */
async function sortedObjects(path: string, file: OpenFile): Promise<KubeObject[]> {
  await write(file, '\n]\n');
  const objects = parseJson(await readFile(path, 'utf8'));
  const byKey = new Map<string, KubeObject>();
  for (const object of Array.isArray(objects) ? objects : []) {
    if (isKubeObject(object)) byKey.set(sortKey(object), object);
  }
  return [...byKey].sort(([a], [b]) => compareCodePoints(a, b)).map(([, object]) => object);
}
