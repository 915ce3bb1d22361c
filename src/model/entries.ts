import { definedKind, genericKind } from '#kinds/generic.ts';
import { kindOf } from '#kinds/index.ts';
import type { Kind } from '#kinds/kind.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import { groupKindKey, groupKindOf, idOf, type ObjectId } from '#snapshot/object-id.ts';
import type { ResourceList, Snapshot } from '#snapshot/snapshot.ts';
import { inferredEntries } from './inferred-entries.ts';
import type { Entry } from './model.ts';

/**
 * The objects of a snapshot by id, with what is known of their kinds, in ledger order, then file order;
 * then those that it only tells of. Of several objects with one id only the first counts: an old server
 * lists each Deployment twice, under `apps` and under `extensions`.
 */
export function entriesOf({ lists, manifest }: Snapshot): ReadonlyMap<ObjectId, Entry> {
  const definitions = definitionsByName(lists);
  const entries = new Map<ObjectId, Entry>();
  for (const { resource, objects } of lists) {
    const kindFor = kindsOf(resource, definitions.get(resourceKey(resource)));
    for (const object of objects) {
      const id = idOf(object);
      if (entries.has(id)) continue;
      entries.set(id, { id, place: entries.size, object, kind: kindFor(object), resource });
    }
  }
  for (const entry of inferredEntries(manifest)) {
    if (!entries.has(entry.id)) entries.set(entry.id, { ...entry, place: entries.size });
  }
  return entries;
}

/** CustomResourceDefinitions by name, which is the key of the resource they define. */
function definitionsByName(lists: readonly ResourceList[]): ReadonlyMap<string, KubeObject> {
  const definitions = lists
    .filter(({ resource }) => resource.kind === 'CustomResourceDefinition')
    .flatMap(({ objects }) => objects);
  return new Map(definitions.map((definition) => [definition.metadata.name, definition]));
}

/** Kind of each object of one resource, looked up once and not once an object. */
function kindsOf(resource: Resource, definition: KubeObject | undefined) {
  const kinds = new Map<string, Kind>();
  let last: { readonly of: KubeObject; readonly kind: Kind } | undefined;
  return (object: KubeObject): Kind => {
    if (last?.of.kind === object.kind && last.of.apiVersion === object.apiVersion) return last.kind;
    const groupKind = groupKindOf(object);
    const key = groupKindKey(groupKind);
    const kind = kinds.get(key) ?? kindFor(kindOf(groupKind), resource, definition);
    kinds.set(key, kind);
    last = { of: object, kind };
    return kind;
  };
}

function kindFor(
  known: Kind | undefined,
  resource: Resource,
  definition: KubeObject | undefined,
): Kind {
  if (known === undefined) return genericKind(resource, definition);
  return definition === undefined ? known : definedKind(known, resource, definition);
}
