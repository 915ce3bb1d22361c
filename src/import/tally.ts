import { compareCodePoints } from '#snapshot/json.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { type GroupKind, groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import type { ApiList } from './findings.ts';

/** What a dump holds of a kind, under the group it was read in. */
export interface KindInDump extends GroupKind {
  /** The version most objects have; without any, the list's. */
  readonly version: string;
  /** Whether any object has a namespace. */
  readonly namespaced: boolean;
  readonly lists: readonly ApiList[];
  /** Items of its lists that could not be read. */
  readonly unreadable: number;
  /** Objects read, duplicates included. */
  readonly read: number;
  /** The group its objects are kept in, when they are also in the dump under that one. */
  readonly today: GroupKind;
}

interface Kind {
  readonly named: Pick<KubeObject, 'apiVersion' | 'kind'>;
  readonly versions: Map<string, number>;
  readonly lists: ApiList[];
  namespaced: boolean;
  unreadable: number;
}

/** Counts what a dump holds, kind by kind, while its objects go by. */
export class Tally {
  readonly #kinds = new Map<string, Kind>();

  add(object: KubeObject): void {
    const kind = this.#kind(object);
    kind.versions.set(object.apiVersion, (kind.versions.get(object.apiVersion) ?? 0) + 1);
    kind.namespaced ||= Boolean(object.metadata.namespace);
  }

  addList(list: ApiList): void {
    this.#kind(list).lists.push(list);
  }

  addUnreadable(list: ApiList): void {
    this.#kind(list).unreadable++;
  }

  /** All kinds of which the dump holds objects or a list. */
  kinds(): KindInDump[] {
    return [...this.#kinds.values()].map(({ named, versions, lists, namespaced, unreadable }) => ({
      group: groupOf(named.apiVersion),
      kind: named.kind,
      version: versionIn(versions, lists),
      namespaced,
      lists,
      unreadable,
      read: [...versions.values()].reduce((sum, count) => sum + count, 0),
      today: groupKindOf(named),
    }));
  }

  #kind({ apiVersion, kind: name }: Pick<KubeObject, 'apiVersion' | 'kind'>): Kind {
    // Nothing else of the object stays: it is not redacted.
    const named = { apiVersion, kind: name };
    const key = kindKeyOf(named);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const kind = { named, versions: new Map(), lists: [], namespaced: false, unreadable: 0 };
    this.#kinds.set(key, kind);
    return kind;
  }
}

/** Key by the group as written: moved groups stay apart, each has its own file. */
export function kindKeyOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  return groupKindKey({ group: groupOf(apiVersion), kind });
}

function versionIn(versions: ReadonlyMap<string, number>, lists: readonly ApiList[]): string {
  const [most] = [...versions].sort(([a, x], [b, y]) => y - x || compareCodePoints(a, b));
  const apiVersion = most?.[0] ?? lists[0]?.apiVersion ?? '';
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}
