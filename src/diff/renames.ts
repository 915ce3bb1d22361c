import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import type { Pair } from './pair-objects.ts';
import type { Shape } from './shape.ts';

/** Two objects that may be one, under another name. */
export interface Rename {
  readonly before: Pair;
  readonly after: Pair;
  /** From 0 to 1, two digits. */
  readonly similarity: number;
}

/** From here on two objects count as one under another name. */
const threshold = 0.8;

/** Fewer things said are too few to recognise an object by. */
const minSaid = 6;

/** Of one kind and namespace; beyond this, looking at every pair costs more than it tells. */
const maxPairs = 40_000;

/** What an object says, its own name left out: path and value, in text. */
type Said = ReadonlySet<string>;

/**
 * Objects of one kind that one side has each, and that say nearly the same: the most alike first, each
 * once. What many of the kind say counts less than what few say.
 */
export function findRenames(
  pairs: readonly Pair[],
  shapeOf: (object: KubeObject) => Shape,
  mapText: (text: string) => string,
): readonly Rename[] {
  const groups = Map.groupBy(
    pairs.filter(({ before, after }) => before === undefined || after === undefined),
    ({ id }) => placeOf(id),
  );
  return [...groups.values()].flatMap((group) => {
    const before = group.filter((pair) => pair.before !== undefined);
    const after = group.filter((pair) => pair.after !== undefined);
    if (before.length * after.length > maxPairs) return [];
    if (before.length === 0 || after.length === 0) return [];
    const said = (pair: Pair, map: (text: string) => string) => {
      const object = pair.before ?? pair.after;
      return object === undefined ? new Set<string>() : saidBy(object, shapeOf(object), map);
    };
    const left = before.map((pair) => ({ pair, said: said(pair, mapText) }));
    const right = after.map((pair) => ({ pair, said: said(pair, (text) => text) }));
    return mostAlike(left, right);
  });
}

/** Kind, and namespace if it has one. */
function placeOf(id: Pair['id']): string {
  const { group, kind, namespace = '' } = parseObjectId(id);
  return `${kind} ${group} ${namespace}`;
}

interface Candidate {
  readonly pair: Pair;
  readonly said: Said;
}

function mostAlike(left: readonly Candidate[], right: readonly Candidate[]): readonly Rename[] {
  const weigh = weights([...left, ...right].map(({ said }) => said));
  const scored = left
    .flatMap((before) =>
      right.map((after) => ({
        before: before.pair,
        after: after.pair,
        similarity: similarity(before.said, after.said, weigh),
      })),
    )
    .filter(({ similarity: score }) => score >= threshold)
    .sort((a, b) => b.similarity - a.similarity || (tieOf(a) < tieOf(b) ? -1 : 1));
  const taken = new Set<string>();
  return scored.filter(({ before, after }) => {
    const ids = [`- ${before.id}`, `+ ${after.id}`];
    if (ids.some((id) => taken.has(id))) return false;
    for (const id of ids) taken.add(id);
    return true;
  });
}

/** The same whichever side is called before. */
function tieOf({ before, after }: Rename): string {
  return [before.id, after.id].sort().join(' ');
}

/** How much a thing said tells objects apart. */
function weights(all: readonly Said[]): (thing: string) => number {
  const counts = new Map<string, number>();
  for (const said of all) {
    for (const thing of said) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  return (thing) => Math.log(1 + all.length / (counts.get(thing) ?? 1));
}

function similarity(a: Said, b: Said, weigh: (thing: string) => number): number {
  if (Math.min(a.size, b.size) < minSaid) return 0;
  const total = (said: Said) => [...said].reduce((sum, thing) => sum + weigh(thing), 0);
  const common = [...a].filter((thing) => b.has(thing));
  const shared = common.reduce((sum, thing) => sum + weigh(thing), 0);
  return Math.round((200 * shared) / (total(a) + total(b))) / 100;
}

function saidBy(object: KubeObject, shape: Shape, map: (text: string) => string): Said {
  const said = new Set<string>();
  const own = map(object.metadata.name);
  for (const [path, value] of leavesOf(object, '', shape)) {
    // How a reference is written says nothing of what it leads to.
    if (/\.(kind|apiGroup|apiVersion)$/.test(path)) continue;
    const text = typeof value === 'string' ? map(value) : String(value);
    said.add(`${path}=${text.replaceAll(own, '·')}`);
  }
  return said;
}

/** Scalars by path, without what is noise and what is the default. */
function* leavesOf(
  value: unknown,
  path: string,
  shape: Shape | undefined,
): Generator<readonly [string, unknown]> {
  if (shape?.ignored === true || value === shape?.absent) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* leavesOf(item, `${path}[]`, shape?.items);
  } else if (isFields(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (shape?.ignoredKeys?.(key) === true) continue;
      yield* leavesOf(member, `${path}.${key}`, shape?.fields?.get(key) ?? shape?.values);
    }
  } else yield [path, value];
}
