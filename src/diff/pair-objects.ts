import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupKindOf, type ObjectId, objectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { comparedName, derivedIn } from './derived.ts';
import type { Mapping } from './mapping.ts';

/** One thing, as each side has it. At least one side does. */
export interface Pair {
  /** What the after side calls it, or would call it. */
  readonly id: ObjectId;
  readonly before?: KubeObject;
  readonly after?: KubeObject;
}

/** The objects of a snapshot that are compared, by what they are called on the after side. */
function comparedObjects(
  snapshot: Snapshot,
  map: Mapping['object'] = (name) => name,
): Map<ObjectId, KubeObject> {
  const objects = new Map<ObjectId, KubeObject>();
  const isDerived = derivedIn(snapshot);
  for (const object of snapshot.lists.flatMap((list) => list.objects)) {
    if (isDerived(object)) continue;
    const { namespace } = object.metadata;
    const name = { ...groupKindOf(object), namespace, name: comparedName(object) };
    // Two that a mapping calls the same stay two: the second keeps the name it has.
    const free = [objectId(map(name)), objectId(name)].find((id) => !objects.has(id));
    if (free !== undefined) objects.set(free, object);
  }
  return objects;
}

/** Every compared object of either side, paired by group, kind, namespace and name after mapping. */
export function pairObjects(before: Snapshot, after: Snapshot, mapping: Mapping): readonly Pair[] {
  const left = comparedObjects(before, mapping.object);
  const right = comparedObjects(after);
  const pairs: Pair[] = [];
  for (const [id, object] of left) {
    const partner = right.get(id);
    pairs.push({ id, before: object, ...(partner === undefined ? {} : { after: partner }) });
  }
  for (const [id, object] of right) {
    if (!left.has(id)) pairs.push({ id, after: object });
  }
  return pairs;
}
