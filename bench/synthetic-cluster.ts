/**
 * A made-up cluster of any size, the same for the same seed: apps of a Deployment with what usually
 * stands around one, spread over namespaces and Nodes. Some 35 % of the objects are Pods, so that 10,000 objects
 * make some 4,000 pages, and objects have the size they have in a real cluster, managed fields included.
 */
import { join } from 'node:path';
import { kinds } from '#kinds/index.ts';
import { groupOf, type KubeObject, versionOf } from '#snapshot/kube-object.ts';
import { ResourceType } from '#snapshot/manifest.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import type { ResourceWriter } from '#store/resource-writer.ts';
import { openSnapshotWriter } from '#store/snapshot-writer.ts';
import { padded } from './synthetic-object.ts';
import { appObjects, namespaceObjects, nodeObjects } from './synthetic-objects.ts';
import { admitted } from './synthetic-token.ts';

const podsPerNode = 50;
const appsPerNamespace = 20;

/** About as many objects as asked for, each kind in the order an API server lists it. */
export function* syntheticObjects(size: number, seed = 1): Generator<KubeObject> {
  const random = randomFrom(seed);
  const nodes = Math.ceil((size * 0.35) / podsPerNode);
  let count = 0;
  const counted = function* (objects: Iterable<KubeObject>) {
    for (const object of objects) {
      count += 1;
      yield admitted(object);
    }
  };
  for (let node = 0; node < nodes; node++) yield* counted(nodeObjects(node));
  for (let app = 0; count < size; app++) {
    const namespace = `team-${padded(Math.floor(app / appsPerNamespace))}`;
    if (app % appsPerNamespace === 0) yield* counted(namespaceObjects(namespace));
    const replicas = 1 + Math.floor(random() * 10);
    const nextNode = () => Math.floor(random() * nodes);
    yield* counted(appObjects(`app-${padded(app)}`, namespace, replicas, nextNode));
  }
}

interface Variant {
  readonly id: string;
  /** `undefined` leaves the object out. */
  readonly change: (object: KubeObject) => KubeObject | undefined;
}

/** Writes a synthetic cluster, or a variant of it, as a snapshot below `snapshots`; returns its folder. */
export function writeSyntheticSnapshot(
  snapshots: string,
  size: number,
  { id, change }: Variant = { id: 'synthetic', change: (object) => object },
): Promise<string> {
  const changed = syntheticObjects(size)
    .map(change)
    .filter((object) => object !== undefined);
  return writeMadeUpSnapshot(snapshots, id, changed);
}

/** Writes objects, each kind in the order an API server lists it, as a snapshot that is complete. */
export async function writeMadeUpSnapshot(
  snapshots: string,
  id: string,
  objects: Iterable<KubeObject>,
  takenAt = '2026-11-22T10:00:00Z',
): Promise<string> {
  const writer = await openSnapshotWriter(snapshots, id);
  const lists = new Map<string, ResourceWriter>();
  for (const object of objects) {
    const key = `${object.apiVersion} ${object.kind}`;
    const list = lists.get(key) ?? writer.begin(resourceTypeOf(object));
    lists.set(key, list);
    await list.add([object]);
  }
  for (const list of lists.values()) await list.end({ status: 'complete' });
  await writer.finish({
    cluster: { name: clusterIdOf(id) },
    takenAt,
    tool: { name: 'bench', version: '1' },
    source: { type: 'api' },
    redactions: {},
  });
  return join(snapshots, id);
}

function resourceTypeOf({ apiVersion, kind, metadata }: KubeObject): ResourceType {
  const group = groupOf(apiVersion);
  const known = kinds.find((each) => each.kind === kind && each.group === group);
  return ResourceType.parse({
    group,
    version: versionOf(apiVersion),
    plural: known?.plural ?? `${kind.toLowerCase()}s`,
    kind,
    namespaced: metadata.namespace !== undefined,
  });
}

/** Mulberry32: small, and the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
