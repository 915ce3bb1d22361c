import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import type { Mapping } from './mapping.ts';
import type { Pair } from './pair-objects.ts';

/** Pairs after the second pass, and what generated names became. */
export interface GeneratedPairs {
  readonly pairs: readonly Pair[];
  /** Name before → name after, for references to the object. */
  readonly names: ReadonlyMap<string, string>;
}

// Kustomize writes ten characters of this alphabet behind the name of a ConfigMap or Secret.
const kustomizeHash = /^(.+)-[2456789bcdfghkmt]{10}$/;
const suffix = /^-[a-z0-9]{1,10}$/;

function controllerOf({ metadata }: KubeObject) {
  return metadata.ownerReferences?.find(({ controller }) => controller === true);
}

/** What a generated name says: the name without its suffix. Nothing for a name that somebody chose. */
function roleOf(object: KubeObject): string | undefined {
  const { name, generateName } = object.metadata;
  const owner = controllerOf(object);
  if (
    owner !== undefined &&
    name.startsWith(owner.name) &&
    suffix.test(name.slice(owner.name.length))
  )
    return owner.name;
  if (generateName !== undefined && name.startsWith(generateName)) return generateName;
  const isData = object.kind === 'ConfigMap' || object.kind === 'Secret';
  return isData ? kustomizeHash.exec(name)?.[1] : undefined;
}

/**
 * Pairs objects with generated names by kind, namespace, owner and what their name says without its
 * suffix. Where a side has several of one role, they are the business of their owner if they have one,
 * and compared by name if they have none.
 */
export function pairGenerated(pairs: readonly Pair[], mapping: Mapping): GeneratedPairs {
  const groups = new Map<string, { readonly before: Pair[]; readonly after: Pair[] }>();
  const others: Pair[] = [];
  for (const pair of pairs) {
    const key = groupKey(pair, mapping);
    if (key === undefined) {
      others.push(pair);
      continue;
    }
    const group = groups.get(key) ?? { before: [], after: [] };
    groups.set(key, group);
    (pair.before === undefined ? group.after : group.before).push(pair);
  }
  const names = new Map<string, string>();
  for (const group of groups.values()) others.push(...resolved(group, names));
  return { pairs: others, names };
}

/** Of an object that one side has, and whose name is generated. */
function groupKey({ id, before, after }: Pair, mapping: Mapping): string | undefined {
  if (before !== undefined && after !== undefined) return undefined;
  const object = before ?? after;
  const role = object && roleOf(object);
  if (object === undefined || role === undefined) return undefined;
  const { group, kind, namespace = '' } = parseObjectId(id);
  const owner = controllerOf(object);
  const map = before === undefined ? (text: string) => text : mapping.text;
  const owned = owner === undefined ? '' : `${owner.kind}/${map(owner.name)}`;
  return [kind, group, namespace, owned, map(role)].join(' ');
}

function resolved(
  { before, after }: { readonly before: Pair[]; readonly after: Pair[] },
  names: Map<string, string>,
): readonly Pair[] {
  const [left, right] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && left?.before && right?.after) {
    names.set(left.before.metadata.name, right.after.metadata.name);
    return [{ id: right.id, before: left.before, after: right.after }];
  }
  const all = [...before, ...after].sort((a, b) => compareCodePoints(a.id, b.id));
  // A controller makes and drops them as it goes: how many there are just now says nothing.
  const isOwned = all.every((pair) => controllerOf(pair.before ?? pair.after ?? noObject));
  return isOwned ? [] : all;
}

const noObject: KubeObject = { apiVersion: '', kind: '', metadata: { name: '' } };
