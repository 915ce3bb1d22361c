import type { Rules } from '#config/rules.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { groupKindOf, idOf, type ObjectName, parseObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { scaledTargets } from './autoscaled.ts';
import { compareNodeGroups } from './compare-nodes.ts';
import { type ComparisonOptions, compareObjects } from './compare-object.ts';
import { type Gap, type Knowledge, knowledgeOf } from './coverage.ts';
import { judgeBy } from './expectations.ts';
import { type Mapping, mappingOf } from './mapping.ts';
import { type Pair, pairObjects } from './pair-objects.ts';
import type { ExpectedChange, NotComparable, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';

/** How two snapshots are compared; by default without rules and without what says nothing. */
export interface DiffOptions {
  /** What is called differently, and what is meant to differ. */
  readonly rules?: Rules;
  /** Also what is ignored by default: server-set fields, status. */
  readonly all?: boolean;
}

const noRules: Rules = { namespaces: {}, hosts: {}, values: [], expect: [] };

/**
 * What really differs between two snapshots. Objects are named as the after side names them, also those
 * that it lacks; `beforeId` is what the before side calls them.
 */
export function diffSnapshots(
  before: Snapshot,
  after: Snapshot,
  { rules = noRules, all = false }: DiffOptions = {},
): SnapshotDiff {
  const mapping = mappingOf(rules);
  const gaps = new GapCounter(before, after, mapping);
  const nodes = compareNodeGroups(before, after);
  const pairs = pairObjects(before, after, mapping).filter(
    ({ id }) => nodes === undefined || !id.startsWith('Node/'),
  );
  const compared = comparePairs(pairs, {
    mapText: mapping.text,
    all,
    scaled: all ? new Set() : scaledTargets(before, after),
  });
  const found = compared.found.filter((change) => !gaps.covers(change));
  if (nodes !== undefined) found.push(nodes);
  return {
    before: before.manifest.id,
    after: after.manifest.id,
    ...judged(found.sort(byName), judgeBy(rules.expect, after.manifest.takenAt.slice(0, 10))),
    notComparable: gaps.lines(),
    same: compared.same,
    undecided: compared.undecided,
  };
}

interface PairOptions extends Pick<ComparisonOptions, 'mapText' | 'all'> {
  /** Ids of workloads whose replicas an autoscaler sets. */
  readonly scaled: ReadonlySet<string>;
}

function comparePairs(pairs: readonly Pair[], { scaled, ...options }: PairOptions) {
  const found: ObjectChange[] = [];
  let same = 0;
  let undecided = 0;
  for (const pair of pairs) {
    const object = parseObjectId(pair.id);
    if (pair.before === undefined || pair.after === undefined) {
      found.push(oneSided(object, pair));
      continue;
    }
    const ids = { beforeId: idOf(pair.before), afterId: idOf(pair.after) };
    const ignore = new Set(scaled.has(ids.afterId) ? ['spec.replicas'] : []);
    const comparison = compareObjects(pair.before, pair.after, { ...options, ignore });
    undecided += comparison.undecided;
    if (comparison.fields.length === 0) same += 1;
    else found.push({ change: 'modified', object, ...ids, fields: comparison.fields });
  }
  return { found, same, undecided };
}

function oneSided(object: ObjectName, { before, after }: Pair): ObjectChange {
  if (after !== undefined) return { change: 'added', object, afterId: idOf(after), fields: [] };
  const beforeId = before === undefined ? {} : { beforeId: idOf(before) };
  return { change: 'removed', object, ...beforeId, fields: [] };
}

function byName({ object: a }: ObjectChange, { object: b }: ObjectChange): number {
  return (
    compareCodePoints(a.kind, b.kind) ||
    compareCodePoints(a.group, b.group) ||
    compareCodePoints(a.namespace ?? '', b.namespace ?? '') ||
    compareCodePoints(a.name, b.name)
  );
}

/** Takes what the rules expect out of the changes, field by field. */
function judged(
  found: readonly ObjectChange[],
  judge: ReturnType<typeof judgeBy>,
): { changes: ObjectChange[]; expected: ExpectedChange[] } {
  const changes: ObjectChange[] = [];
  const expected: ExpectedChange[] = [];
  for (const change of found) {
    const whole = judge.object(change);
    if (whole !== undefined) {
      expected.push({ ...change, reason: whole.reason });
      continue;
    }
    const surprises = change.fields.filter((field) => judge.field(change, field) === undefined);
    if (surprises.length > 0 || change.fields.length === 0) {
      changes.push({ ...change, fields: surprises });
    }
    for (const field of change.fields) {
      const rule = judge.field(change, field);
      if (rule !== undefined) expected.push({ ...change, fields: [field], reason: rule.reason });
    }
  }
  return { changes, expected };
}

/** Counts the objects that one side has and the other did not read. */
class GapCounter {
  readonly #sides: Readonly<Record<'before' | 'after', Knowledge>>;
  readonly #plurals: ReadonlyMap<string, string>;
  readonly #mapping: Mapping;
  readonly #found = new Map<string, NotComparable>();

  constructor(before: Snapshot, after: Snapshot, mapping: Mapping) {
    this.#sides = { before: knowledgeOf(before.manifest), after: knowledgeOf(after.manifest) };
    this.#mapping = mapping;
    this.#plurals = new Map(
      [...before.manifest.resources, ...after.manifest.resources].map((resource) => [
        `${resource.group}/${resource.kind}`,
        resourceKey(resource),
      ]),
    );
  }

  /** Whether an object that only one side has is no difference, because the other side did not look. */
  covers({ change, object }: ObjectChange): boolean {
    const side = change === 'added' ? 'before' : 'after';
    const kind = groupKindOf({ apiVersion: `${object.group}/`, kind: object.kind });
    const scope = object.namespace;
    const namespace =
      side === 'after' && scope !== undefined ? this.#mapping.namespace(scope) : scope;
    const gap = this.#sides[side].gap(kind, namespace);
    if (gap === undefined) return false;
    this.#count(side, gap, object);
    return true;
  }

  #count(side: 'before' | 'after', gap: Gap, { group, kind }: ObjectName): void {
    const resource = this.#plurals.get(`${group}/${kind}`) ?? kind;
    const key = `${side} ${resource}`;
    const known = this.#found.get(key);
    const message = 'message' in gap && gap.message !== undefined ? { message: gap.message } : {};
    this.#found.set(key, {
      resource,
      side,
      status: gap.status,
      ...message,
      count: (known?.count ?? 0) + 1,
    });
  }

  lines(): readonly NotComparable[] {
    return [...this.#found.values()].sort((a, b) => compareCodePoints(a.resource, b.resource));
  }
}
