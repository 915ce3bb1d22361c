import { type ChangeCategory, categoryWords, changeCategories } from './categorise.ts';
import { type Concern, type ConcernKind, concernKinds } from './concerns.ts';
import type { ObjectChange, SnapshotDiff } from './snapshot-diff.ts';

/** `3 images`, `1 NetworkPolicy`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

type Sides = Pick<SnapshotDiff, 'before' | 'after'>;

/** A concern in words, about some objects: `2 RBAC grants wider on prod`. */
const concernTexts = {
  rbac: (count, side) => `${counted(count, 'RBAC grant', 'RBAC grants')} wider on ${side}`,
  privileged: (count, side) =>
    `${counted(count, 'workload', 'workloads')} more privileged on ${side}`,
  exposed: (count, side) => `${counted(count, 'Service', 'Services')} more exposed on ${side}`,
  unguarded: (count, side) =>
    `${counted(count, 'admission check', 'admission checks')} weaker on ${side}`,
} as const satisfies Record<ConcernKind, (count: number, side: string) => string>;

/** What the concerns tell already. */
const toldBefore: ReadonlySet<ChangeCategory> = new Set([
  'rbac',
  'exposure',
  'network-policy',
  'security',
]);

/** The top of every output: what matters, the most consequential first, in a few words each. */
export function headlineOf(
  changes: readonly ObjectChange[],
  sides: Sides,
  versions: { readonly before?: string | undefined; readonly after?: string | undefined },
): readonly string[] {
  return [
    ...concernKinds.flatMap((what) => [
      ...concernLines(changes, { what, side: 'after' }, sides),
      ...concernLines(changes, { what, side: 'before' }, sides),
    ]),
    ...versionLine(versions),
    ...changeCategories.flatMap((category) => categoryLine(changes, category)),
  ];
}

function versionLine({
  before,
  after,
}: {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}): readonly string[] {
  if (before === undefined || after === undefined || before === after) return [];
  return [`Kubernetes ${before} → ${after}`];
}

function concernLines(
  changes: readonly ObjectChange[],
  { what, side }: Concern,
  sides: Sides,
): readonly string[] {
  const found = changes.filter(({ concerns }) =>
    concerns.some((concern) => concern.what === what && concern.side === side),
  );
  if (what === 'exposed') return exposedLines(found, sides[side]);
  if (what !== 'unguarded') {
    return found.length === 0 ? [] : [concernTexts[what](found.length, sides[side])];
  }
  // A policy that one side lacks is missing there.
  const lacking = side === 'after' ? 'removed' : 'added';
  const missing = found.filter(({ change }) => change === lacking);
  const weaker = found.length - missing.length;
  const kinds = [...Map.groupBy(missing, ({ object }) => object.kind)];
  return [
    ...kinds.map(
      ([kind, members]) =>
        `${counted(members.length, kind, pluralOf(kind))} missing on ${sides[side]}`,
    ),
    ...(weaker === 0 ? [] : [concernTexts.unguarded(weaker, sides[side])]),
  ];
}

/** `1 Service more exposed on prod`, `2 Ingresses only on prod`. */
function exposedLines(found: readonly ObjectChange[], side: string): readonly string[] {
  const kinds = [...Map.groupBy(found, ({ object }) => object.kind)];
  return kinds.map(([kind, { length }]) =>
    kind === 'Service'
      ? concernTexts.exposed(length, side)
      : `${counted(length, kind, pluralOf(kind))} only on ${side}`,
  );
}

const pluralOf = (kind: string): string => kind.replace(/y$/, 'ie').replace(/s$/, 'se').concat('s');

/** How many fields of one category differ. */
function categoryLine(all: readonly ObjectChange[], category: ChangeCategory): readonly string[] {
  const words = categoryWords[category];
  const told = toldBefore.has(category);
  const changes = told ? all.filter(({ concerns }) => concerns.length === 0) : all;
  const fields = changes.flatMap((change) =>
    change.fields.filter((field) => field.category === category),
  );
  return fields.length === 0 ? [] : [counted(fields.length, words.one, words.many)];
}
