import { noRules, type Rules } from '#config/rules.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf, type ObjectName, parseObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { scaledTargets } from './autoscaled.ts';
import { type ChangeCategory, categorise, rankOf } from './categorise.ts';
import { compareNodeGroups } from './compare-nodes.ts';
import { compareObjects, type Difference } from './compare-object.ts';
import { concernKinds, concernsOf, type Roles } from './concerns.ts';
import { judge } from './expectations.ts';
import { gapsBetween } from './gaps.ts';
import { pairGenerated } from './generated-names.ts';
import { rolesIn } from './grants.ts';
import { headlineOf } from './headline.ts';
import { withoutInjected } from './injected.ts';
import { declaredMaps, mappingOf } from './mapping.ts';
import { type Pair, pairObjects } from './pair-objects.ts';
import { pathText } from './path.ts';
import { findRenames } from './renames.ts';
import type { Shape } from './shape.ts';
import { shapesOf } from './shapes/shape-of.ts';
import type { FieldChange, ObjectChange, SnapshotDiff, Writers } from './snapshot-diff.ts';
import { upgraded } from './upgrade.ts';
import { objectWriterOf, type Writer, writerOf } from './writers.ts';

/** How two snapshots are compared; by default without rules and without what says nothing. */
export interface DiffOptions {
  /** What is called differently, and what is meant to differ. */
  readonly rules?: Rules;
  /** Also what is ignored by default: server-set fields, status. */
  readonly all?: boolean;
  /** What the sides are called; by default as their manifests are. */
  readonly sides?: { readonly before: string; readonly after: string };
}

/**
 * What really differs between two snapshots. Objects are named as the after side names them, also those
 * that it lacks; `beforeId` is what the before side calls them.
 */
export function diffSnapshots(
  before: Snapshot,
  after: Snapshot,
  {
    rules = noRules,
    all = false,
    sides = { before: before.manifest.id, after: after.manifest.id },
  }: DiffOptions = {},
): SnapshotDiff {
  const mapping = mappingOf(rules);
  const gaps = gapsBetween(before, after, mapping);
  const nodes = compareNodeGroups(before, after);
  const paired = pairObjects(before, after, mapping).filter(
    ({ id }) => nodes === undefined || !id.startsWith('Node/'),
  );
  const { pairs, names } = pairGenerated(paired, mapping);
  const mapText =
    names.size === 0 ? mapping.text : (text: string) => names.get(text) ?? mapping.text(text);
  const comparer = new PairComparer({
    mapText,
    all,
    shapeOf: shapesOf(before, after),
    scaled: all ? new Set() : scaledTargets(before, after),
    roles: { before: rolesIn(before), after: rolesIn(after) },
  });
  const comparable = pairs.filter((pair) => !gaps.covers(pair));
  const found = comparer.changes(comparable);
  if (nodes !== undefined && nodes.fields.length > 0) found.push(nodes);
  const day = after.manifest.takenAt.slice(0, 10);
  const { changes, expected, idle } = judge(found, rules.expect, day);
  const ranked = changes.map(withoutSettled).sort(byRank);
  return {
    ...sides,
    headline: headlineOf(ranked, sides, {
      before: before.manifest.cluster.version,
      after: after.manifest.cluster.version,
    }),
    mapped: declaredMaps(rules),
    changes: ranked,
    expected: expected.toSorted(byRank),
    idleRules: idle,
    notComparable: gaps.lines(),
    ...comparer.counts(),
  };
}

interface ComparerOptions {
  readonly mapText: (text: string) => string;
  readonly all: boolean;
  readonly shapeOf: (object: KubeObject) => Shape;
  /** Ids of workloads whose replicas an autoscaler sets. */
  readonly scaled: ReadonlySet<string>;
  readonly roles: Roles;
}

const replicas: ReadonlySet<string> = new Set(['spec.replicas']);
const nothing: ReadonlySet<string> = new Set();

/** Compares pairs, and counts those that are the same. */
class PairComparer {
  readonly #options: ComparerOptions;
  #same = 0;
  #undecided = 0;
  readonly #undecidedIn: ObjectName[] = [];

  constructor(options: ComparerOptions) {
    this.#options = options;
  }

  changes(pairs: readonly Pair[]): ObjectChange[] {
    const both = pairs.flatMap((pair) => this.#both(pair));
    const { shapeOf, mapText } = this.#options;
    const one = pairs.filter(({ before, after }) => before === undefined || after === undefined);
    const renames = findRenames(one, shapeOf, mapText);
    const taken = new Set(renames.flatMap(({ before, after }) => [before, after]));
    const renamed = renames.flatMap(({ before, after, similarity }) => {
      const change = this.#compared({ ...before, ...after });
      const renamedFrom = parseObjectId(before.id);
      return change === undefined
        ? []
        : [{ ...change, change: 'renamed' as const, renamedFrom, similarity }];
    });
    const single = one.filter((pair) => !taken.has(pair)).map((pair) => this.#oneSided(pair));
    return [...both, ...renamed, ...single];
  }

  counts(): Pick<SnapshotDiff, 'same' | 'undecided' | 'undecidedIn'> {
    return { same: this.#same, undecided: this.#undecided, undecidedIn: this.#undecidedIn };
  }

  #both(pair: Pair): readonly ObjectChange[] {
    if (pair.before === undefined || pair.after === undefined) return [];
    const change = this.#compared(pair);
    if (change !== undefined && change.fields.length > 0) return [change];
    this.#same += 1;
    return [];
  }

  #compared({ id, before, after }: Pair): ObjectChange | undefined {
    if (before === undefined || after === undefined) return undefined;
    const { shapeOf, scaled, roles, mapText, all } = this.#options;
    const [left, right] = [before, after].map((object) => withoutInjected(upgraded(object)));
    if (left === undefined || right === undefined) return undefined;
    const ids = { beforeId: idOf(before), afterId: idOf(after) };
    const ignore = scaled.has(ids.afterId) ? replicas : nothing;
    const shape = shapeOf(left['aggregationRule'] === undefined ? right : left);
    const { differences, undecided } = compareObjects(left, right, shape, { mapText, all, ignore });
    const object = parseObjectId(id);
    if (undecided > 0) this.#undecidedIn.push(object);
    this.#undecided += undecided;
    const fields = differences.map((difference) => fieldChange(difference, before, after));
    if (fields.length === 0)
      return { change: 'modified', object, ...ids, category: 'metadata', concerns: [], fields };
    return {
      change: 'modified',
      object,
      ...ids,
      category: topCategory(fields),
      concerns: concernsOf(before, after, roles),
      fields,
    };
  }

  #oneSided({ id, before, after }: Pair): ObjectChange {
    const object = parseObjectId(id);
    return {
      change: after === undefined ? 'removed' : 'added',
      object,
      ...(before === undefined ? {} : { beforeId: idOf(before) }),
      ...(after === undefined ? {} : { afterId: idOf(after) }),
      category: categorise(object.kind, ''),
      concerns: concernsOf(before, after, this.#options.roles),
      fields: [],
      ...writtenBy(before && objectWriterOf(before), after && objectWriterOf(after)),
    };
  }
}

/** Nothing at all where neither side tells. */
function writtenBy(
  before: Writer | undefined,
  after: Writer | undefined,
): { readonly writtenBy?: Writers } {
  const writers = {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  return Object.keys(writers).length === 0 ? {} : { writtenBy: writers };
}

function fieldChange(
  { steps, before: was, after: is, mapped, at }: Difference,
  before: KubeObject,
  after: KubeObject,
): FieldChange {
  const path = pathText(steps);
  const wrote = was === undefined ? undefined : writerOf(before, steps);
  const writes = is === undefined ? undefined : writerOf(after, steps);
  return {
    path,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
    ...(mapped === undefined ? {} : { mapped }),
    ...(at === undefined ? {} : { at }),
    category: categorise(after.kind, path),
    ...writtenBy(wrote, writes),
  };
}

function topCategory(fields: readonly FieldChange[]): ChangeCategory {
  return fields
    .map(({ category }) => category)
    .reduce((top, category) => (rankOf(category) < rankOf(top) ? category : top), 'metadata');
}

/** What a concern is told by: once those fields are expected, so is the concern. */
const toldBy: Readonly<Record<string, readonly ChangeCategory[]>> = {
  rbac: ['rbac'],
  privileged: ['security', 'image'],
  exposed: ['exposure'],
  unguarded: ['network-policy', 'security'],
};

function withoutSettled(change: ObjectChange): ObjectChange {
  const { fields, concerns } = change;
  if (fields.length === 0) return change;
  const left = concerns.filter(({ what }) =>
    fields.some(({ category }) => toldBy[what]?.includes(category)),
  );
  return { ...change, concerns: left, category: topCategory(fields) };
}

function rank({ concerns, category }: ObjectChange): number {
  const first = Math.min(...concerns.map(({ what }) => concernKinds.indexOf(what)));
  return Number.isFinite(first) ? first : concernKinds.length + rankOf(category);
}

function byRank(a: ObjectChange, b: ObjectChange): number {
  return (
    rank(a) - rank(b) ||
    Number(a.fields.length === 0) - Number(b.fields.length === 0) ||
    compareCodePoints(a.object.kind, b.object.kind) ||
    compareCodePoints(a.object.group, b.object.group) ||
    compareCodePoints(a.object.namespace ?? '', b.object.namespace ?? '') ||
    compareCodePoints(a.object.name, b.object.name)
  );
}
