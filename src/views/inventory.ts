import type { Category } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { coverageCounts, type Resource, resourceKey } from '#snapshot/manifest.ts';
import { groupKindOf } from '#snapshot/object-id.ts';
import { categoryNames, pluralKind } from './kind-name.ts';
import { compareKinds } from './kind-order.ts';
import type { Links } from './links.ts';
import { count } from './words.ts';

/** One kind that the snapshot has objects of. */
export interface InventoryKind {
  /** `Deployments` */
  readonly kind: string;
  readonly href: string;
  readonly glyph: string;
  readonly category: Category;
  readonly role: string;
  /** `core` for the group without a name. */
  readonly group: string;
  readonly total: number;
  /** `kubectl get all` shows it. */
  readonly inAll: boolean;
}

/** A resource that the snapshot does not hold in full, and why. */
export interface Gap {
  /** `Secrets`; kinds that share a reason stand together. */
  readonly kinds: readonly string[];
  readonly why: string;
}

export interface Inventory {
  readonly lead: string;
  readonly categories: readonly {
    readonly label: string;
    readonly kinds: readonly InventoryKind[];
  }[];
  /** Resources that were read and have no objects. */
  readonly empty: readonly string[];
}

/** Every kind of object in the snapshot, by category. */
export function kindInventory(model: Model, links: Links): Inventory {
  const lists = [...Map.groupBy(model.entries, keyOf)].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [{ key, first, total: rest.length + 1 }],
  );
  lists.sort((a, b) => compareKinds(a.first.kind, b.first.kind));
  const kinds = lists.map(({ key, first, total }) => inventoryKind(key, first, total, links));
  const byCategory = Map.groupBy(kinds, ({ category }) => category);
  const { resources } = model.snapshot.manifest;
  const { complete, total } = coverageCounts(resources);
  const held = model.entries.filter(({ inferred }) => inferred === undefined);
  const objects = count(held.length, 'object');
  return {
    lead: `${objects} of ${count(kinds.length, 'kind')}. ${complete} of ${count(total, 'resource')} were read in full.`,
    categories: (Object.keys(categoryNames) as Category[]).flatMap((category) => {
      const members = byCategory.get(category);
      return members === undefined ? [] : [{ label: categoryNames[category], kinds: members }];
    }),
    empty: resources
      .filter((resource) => resource.status === 'complete' && resource.count === 0)
      .map(resourceKey),
  };
}

function keyOf({ object, resource: { plural } }: Entry): string {
  return resourceKey({ plural, group: groupKindOf(object).group });
}

function inventoryKind(
  key: string,
  { kind, object, resource }: Entry,
  total: number,
  links: Links,
): InventoryKind {
  return {
    kind: pluralKind(object.kind, resource.plural),
    href: links.kind(key),
    glyph: kind.glyph,
    category: kind.category,
    role: kind.role,
    group: resource.group || 'core',
    total,
    inAll: kind.inAll === true || resource.categories.includes('all'),
  };
}

const statusWords = {
  forbidden: 'forbidden for the account that took the snapshot',
  unavailable: 'the API server could not answer',
  skipped: 'not asked for',
  partial: 'only partly captured',
  inconsistent: 'read in parts, so it may mix two moments',
  complete: '',
} as const satisfies Record<Resource['status'], string>;

/** What the snapshot does not hold, grouped by reason, the longest lists last. */
export function gapsOf({ snapshot }: Model): readonly Gap[] {
  const { resources } = snapshot.manifest;
  const incomplete = resources.filter(({ status }) => status !== 'complete');
  const reasons = Map.groupBy(incomplete, ({ status, message }) => message || statusWords[status]);
  return [...reasons]
    .map(([why, group]) => ({ why, kinds: group.map((resource) => nameIn(resources, resource)) }))
    .sort((a, b) => a.kinds.length - b.kinds.length);
}

/** `Secrets`, and `Events of events.k8s.io` where another group has the kind as well. */
function nameIn(resources: readonly Resource[], { kind, plural, group }: Resource): string {
  const isShared = resources.some((other) => other.kind === kind && other.group !== group);
  const name = pluralKind(kind, plural);
  return isShared ? `${name} of ${group === '' ? 'the core group' : group}` : name;
}
