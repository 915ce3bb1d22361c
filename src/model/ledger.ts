import { kindOf } from '#kinds/index.ts';
import { type CoverageStatus, type Resource, resourceKey } from '#snapshot/manifest.ts';
import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';

/** The coverage ledger, asked by kind. */
export interface Ledger {
  /** See {@link Model.resourceOf}. */
  resourceOf(kind: GroupKind): Resource | undefined;
  /** See {@link Model.holdsAll}. */
  holdsAll(kind: GroupKind, namespace: string | undefined): boolean;
  /** Whether objects of the kind live in namespaces; assumed where neither ledger nor kinds know. */
  isNamespaced(kind: GroupKind): boolean;
  /** The kind a reference means: a plural read, legacy groups moved, a slip in the group forgiven. */
  kindMeant(kind: GroupKind): GroupKind;
}

/** Reads the ledger of a snapshot. */
export function ledgerOf(resources: readonly Resource[]): Ledger {
  const byKey = Map.groupBy(resources, (resource) => groupKindKey(movedKind(resource)));
  const distinct = [...byKey.values()].flatMap(([first]) => (first ? [movedKind(first)] : []));
  const byKind = Map.groupBy(distinct, ({ kind }) => kind);
  const byPlural = new Map(resources.map((resource) => [resourceKey(resource), resource]));
  const under = (kind: GroupKind) => byKey.get(groupKindKey(movedKind(kind))) ?? [];
  const resourceOf = (kind: GroupKind) => preferred(under(kind));
  return {
    resourceOf,
    holdsAll: (kind, namespace) => under(kind).some((resource) => isFull(resource, namespace)),
    isNamespaced: (kind) => (resourceOf(kind) ?? kindOf(kind))?.namespaced ?? true,
    kindMeant(written) {
      const kind = movedKind(
        byPlural.get(resourceKey({ ...written, plural: written.kind })) ?? written,
      );
      if (under(kind).length > 0 || kindOf(kind) !== undefined) return kind;
      // A group without a dot is Kubernetes' own, where every kind is known: an unknown one there is
      // a slip (`apiVersion: v1` for a Deployment) or was left out.
      const [only, another] = kind.group.includes('.') ? [] : (byKind.get(kind.kind) ?? []);
      return only !== undefined && another === undefined ? only : kind;
    },
  };
}

function movedKind({ group, kind }: GroupKind): GroupKind {
  return { group: currentGroup(group, kind), kind };
}

/** Of a kind served in two groups: the line that was read, then the one of today's group. */
function preferred(resources: readonly Resource[]): Resource | undefined {
  const read = resources.filter((resource) => isFull(resource, undefined));
  const from = read.length > 0 ? read : resources;
  return from.find(({ group, kind }) => currentGroup(group, kind) === group) ?? from[0];
}

// An inconsistent list spans more than one moment, but it is a whole list.
const full: ReadonlySet<CoverageStatus> = new Set(['complete', 'inconsistent']);

function isFull({ status, namespaces = {} }: Resource, namespace: string | undefined): boolean {
  if (namespace === undefined) {
    return full.has(status) && Object.values(namespaces).every((each) => full.has(each.status));
  }
  const own = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
  return full.has(own?.status ?? status);
}
