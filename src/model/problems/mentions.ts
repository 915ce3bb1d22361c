import type { Entry, Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';

/** A name as it stands in the middle of a text: an argument, a URL, a line of a configuration file. */
const nameLike = /[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/g;

/**
 * Of these objects, those whose name stands in any text of another object of their namespace or of a
 * cluster-scoped one: somebody may read them without a field that Kubernetes knows.
 *
 * Reads every text of the snapshot once; the names are looked up in a set.
 */
export function mentionedNames(model: Model, sought: readonly Entry[]): ReadonlySet<ObjectId> {
  const byName = Map.groupBy(sought, ({ object }) => object.metadata.name);
  const found = new Set<ObjectId>();
  if (byName.size === 0) return found;
  for (const entry of model.entries) {
    if (entry.object.kind === 'Event' || entry.kind.folded === true) continue;
    for (const name of namesIn(entry.object, byName)) {
      for (const { id } of byName.get(name) ?? []) if (id !== entry.id) found.add(id);
    }
  }
  return found;
}

/** The sought names that stand in the texts of an object. */
function* namesIn(object: KubeObject, sought: ReadonlyMap<string, unknown>): Generator<string> {
  for (const text of textsIn(object)) {
    for (const [name] of text.matchAll(nameLike)) if (sought.has(name)) yield name;
  }
}

/** Every text and key of an object. Of its metadata only the annotations name others. */
function* textsIn({ apiVersion: _, kind: __, metadata, ...fields }: KubeObject): Generator<string> {
  const open: unknown[] = [fields, annotationsOf(metadata)];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') yield value;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) open.push(key, inner);
    }
  }
}

/** Annotations written by people; the last applied manifest repeats the object. */
function annotationsOf({ annotations }: KubeObject['metadata']): readonly string[] {
  return Object.entries(annotations ?? {}).flatMap(([key, value]) =>
    key.endsWith('/last-applied-configuration') ? [] : [value],
  );
}
