import { canonicalLine, compareCodePoints } from '#snapshot/json.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import {
  type GroupKind,
  groupKindKey,
  groupKindOf,
  idOf,
  type ObjectId,
} from '#snapshot/object-id.ts';
import type { ApiList } from './findings.ts';

/** The objects of one kind under the group they were read in, with what the dump says of its lists. */
export interface KindInDump extends GroupKind {
  readonly version: string;
  readonly objects: readonly KubeObject[];
  readonly lists: readonly ApiList[];
  /** Items of its lists that could not be read. */
  readonly unreadable: number;
  /** Where its objects are kept, when all of them are also in the dump under another group. */
  readonly keptAs: GroupKind | undefined;
}

interface Kind extends GroupKind {
  readonly versions: Map<string, number>;
  readonly lists: ApiList[];
  unreadable: number;
}

/** Objects of a dump, each once, and the lists they came in. */
export class Collection {
  #duplicates = 0;
  readonly #objects = new Map<ObjectId, KubeObject>();
  readonly #kinds = new Map<string, Kind>();

  /** Objects that were in the dump more than once, each further one counted. */
  get duplicates(): number {
    return this.#duplicates;
  }

  get objects(): Iterable<KubeObject> {
    return this.#objects.values();
  }

  add(object: KubeObject): void {
    const kind = this.#kind(object);
    const version = object.apiVersion;
    kind.versions.set(version, (kind.versions.get(version) ?? 0) + 1);
    const id = idOf(object);
    const known = this.#objects.get(id);
    if (known !== undefined) this.#duplicates++;
    this.#objects.set(id, known === undefined ? object : better(known, object));
  }

  addList(list: ApiList): void {
    this.#kind(list).lists.push(list);
  }

  addUnreadable(list: ApiList): void {
    this.#kind(list).unreadable++;
  }

  /** All kinds of which the dump holds objects or a list. */
  kinds(): KindInDump[] {
    const byKind = Map.groupBy(this.#objects.values(), (object) => keyOf(object));
    return [...this.#kinds].map(([key, { versions, lists, unreadable, group, kind }]) => {
      const objects = byKind.get(key) ?? [];
      const moved = groupKindOf({ apiVersion: `${group}/`, kind });
      return {
        group,
        kind,
        version: versionIn(versions, lists),
        objects,
        lists,
        unreadable,
        keptAs: objects.length === 0 && versions.size > 0 ? moved : undefined,
      };
    });
  }

  #kind(named: Pick<KubeObject, 'apiVersion' | 'kind'>): Kind {
    const key = keyOf(named);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const group = groupOf(named.apiVersion);
    const kind = { group, kind: named.kind, versions: new Map(), lists: [], unreadable: 0 };
    this.#kinds.set(key, kind);
    return kind;
  }
}

/** Key by the group as written: moved groups stay apart, each has its own file. */
function keyOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  return groupKindKey({ group: groupOf(apiVersion), kind });
}

/** The version most objects have; without any, the list's. */
function versionIn(versions: ReadonlyMap<string, number>, lists: readonly ApiList[]): string {
  const [most] = [...versions].sort(([a, x], [b, y]) => y - x || compareCodePoints(a, b));
  const apiVersion = most?.[0] ?? lists[0]?.apiVersion ?? '';
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/**
 * Which of two copies of an object to keep: the one in today's group, then the one the API server gave a
 * resourceVersion, then the one with a status, then the longer. Never the one that came first, so the
 * order of files does not matter.
 */
function better(a: KubeObject, b: KubeObject): KubeObject {
  const [lineA, lineB] = [canonicalLine(a), canonicalLine(b)];
  const order =
    Number(inTodaysGroup(a)) - Number(inTodaysGroup(b)) ||
    Number(hasResourceVersion(a)) - Number(hasResourceVersion(b)) ||
    Number('status' in a) - Number('status' in b) ||
    lineA.length - lineB.length ||
    compareCodePoints(lineA, lineB);
  return order >= 0 ? a : b;
}

function inTodaysGroup(object: KubeObject): boolean {
  return groupKindOf(object).group === groupOf(object.apiVersion);
}

function hasResourceVersion({ metadata }: KubeObject): boolean {
  return Boolean(metadata.resourceVersion);
}
