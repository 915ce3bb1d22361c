import { compareCodePoints } from '#snapshot/json.ts';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import { groupKindOf, parseObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type Gap, type Knowledge, knowledgeOf } from './coverage.ts';
import type { Mapping } from './mapping.ts';
import type { Pair } from './pair-objects.ts';
import type { NotComparable } from './snapshot-diff.ts';

/** What one side has and the other did not read. */
export interface Gaps {
  /** Whether an object that only one side has is no difference, because the other did not look. */
  covers(pair: Pair): boolean;
  /** What could not be compared so far, and what a side was refused altogether; by resource. */
  lines(): readonly NotComparable[];
}

type Side = NotComparable['side'];

/** Counts the objects that one side has and the other did not read. */
export function gapsBetween(before: Snapshot, after: Snapshot, mapping: Mapping): Gaps {
  const sides: Readonly<Record<Side, Knowledge>> = {
    before: knowledgeOf(before.manifest),
    after: knowledgeOf(after.manifest),
  };
  const plurals = new Map(
    [...before.manifest.resources, ...after.manifest.resources].map((resource) => [
      `${resource.group}/${resource.kind}`,
      resourceKey(resource),
    ]),
  );
  const found = new Map<string, NotComparable>();
  const count = (side: Side, gap: Gap, resource: string) => {
    const namespace = 'namespace' in gap && gap.namespace !== undefined ? gap.namespace : undefined;
    const key = `${side} ${resource} ${namespace ?? ''}`;
    const known = found.get(key)?.count ?? 0;
    found.set(key, { ...lineOf(side, gap, resource), count: known + 1 });
  };
  return {
    covers({ id, before: left, after: right }) {
      if (left !== undefined && right !== undefined) return false;
      const side = left === undefined ? 'before' : 'after';
      const object = left ?? right;
      if (object === undefined) return false;
      const { namespace } = object.metadata;
      const there =
        side === 'after' && namespace !== undefined ? mapping.namespace(namespace) : namespace;
      const gap = sides[side].gap(groupKindOf(object), there);
      if (gap === undefined) return false;
      const { group, kind } = parseObjectId(id);
      count(side, gap, plurals.get(`${group}/${kind}`) ?? kind);
      return true;
    },
    lines() {
      const refused = [
        ...refusedLines('before', before, after),
        ...refusedLines('after', after, before),
      ].filter(
        ({ side, resource }) =>
          ![...found.keys()].some((key) => key.startsWith(`${side} ${resource} `)),
      );
      return [...found.values(), ...refused].sort(
        (a, b) =>
          compareCodePoints(a.resource, b.resource) ||
          compareCodePoints(a.side, b.side) ||
          compareCodePoints(a.namespace ?? '', b.namespace ?? ''),
      );
    },
  };
}

function lineOf(side: Side, gap: Gap, resource: string): Omit<NotComparable, 'count'> {
  return {
    resource,
    ...('namespace' in gap && gap.namespace !== undefined ? { namespace: gap.namespace } : {}),
    side,
    status: gap.status,
    ...('message' in gap && gap.message !== undefined ? { message: gap.message } : {}),
  };
}

const refusals: ReadonlySet<Resource['status']> = new Set(['forbidden', 'unavailable']);

/** What a side was refused and the other read, though it found nothing there: there may be some. */
function refusedLines(side: Side, of: Snapshot, other: Snapshot): readonly NotComparable[] {
  const read = new Set(
    other.manifest.resources.filter(({ status }) => status === 'complete').map(resourceKey),
  );
  return of.manifest.resources
    .filter((resource) => refusals.has(resource.status) && read.has(resourceKey(resource)))
    .map((resource) => ({ ...lineOf(side, resource, resourceKey(resource)), count: 0 }));
}
