import { type Fields, isFields } from '#snapshot/fields.ts';
import { jsonLine } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { documentsOf } from './documents/document.ts';
import { type KeyedList, keyedLists, usualKeys } from './list-keys.ts';
import { pathText, type Step } from './path.ts';
import { compareRedacted, sameScalar } from './scalars.ts';
import type { Shape } from './shape.ts';
import { documentValue, unknown } from './shapes/custom.ts';

/** How two objects are compared. */
export interface ComparisonOptions {
  /** Applied to every text of the before side. */
  readonly mapText: (text: string) => string;
  /** Also fields that normally say nothing. */
  readonly all: boolean;
  /** Paths that say nothing for this pair: `spec.replicas` of what an autoscaler scales. */
  readonly ignore?: ReadonlySet<string>;
}

/** One field that differs. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
  /** The text of the before side in the after side's names, where that is another. */
  readonly mapped?: string;
  /** Where an item that only the after side has stands in its list, from 0, if the order says something. */
  readonly at?: number;
}

/** What came out of it. */
export interface ObjectComparison {
  readonly differences: readonly Difference[];
  /** Redacted on both sides without digests: equal or not, nobody can tell. */
  readonly undecided: number;
}

/** The fields in which two objects of one identity differ, in the order of the before side. */
export function compareObjects(
  before: KubeObject,
  after: KubeObject,
  shape: Shape,
  options: ComparisonOptions,
): ObjectComparison {
  const comparison = new Comparison(options);
  comparison.values(before, after, shape);
  return comparison;
}

class Comparison implements ObjectComparison {
  readonly differences: Difference[] = [];
  undecided = 0;
  readonly #options: ComparisonOptions;
  readonly #steps: Step[] = [];

  constructor(options: ComparisonOptions) {
    this.#options = options;
  }

  /** Compares two values; one that is null counts as absent, as it does for the API. */
  values(before: unknown, after: unknown, shape: Shape = {}): void {
    if (before === after && typeof before !== 'string') return;
    const left = before ?? implicit(shape, after);
    const right = after ?? implicit(shape, before);
    if (isFields(left) && isFields(right)) this.#objects(left, right, shape);
    else if (Array.isArray(left) && Array.isArray(right)) this.#lists(left, right, shape);
    else if (typeof left === 'string' && typeof right === 'string') this.#texts(left, right, shape);
    else if ((left ?? undefined) === (right ?? undefined)) return;
    else if (!sameScalar(shape.scalar, left, right)) this.#report(before, after);
  }

  #objects(before: Fields, after: Fields, shape: Shape): void {
    for (const key of Object.keys(before)) this.#field(key, before, after, shape);
    for (const key of Object.keys(after)) {
      if (!Object.hasOwn(before, key)) this.#field(key, before, after, shape);
    }
  }

  #field(key: string, before: Fields, after: Fields, { fields, values, ignoredKeys }: Shape): void {
    const shape = fields?.get(key) ?? values;
    const isNoise = shape?.ignored === true || ignoredKeys?.(key) === true;
    if (isNoise && (!this.#options.all || this.#isIdentity(key))) return;
    const [left, right] = bothMembers(key, before, after, shape);
    if (shape?.ifBoth === true && (left === undefined || right === undefined)) return;
    this.#steps.push({ field: key });
    if (!this.#isExcepted()) this.values(left, right, isNoise ? unknown : shape);
    this.#steps.pop();
  }

  // How an object was read and what it is called is what pairs it.
  #isIdentity(key: string): boolean {
    const [parent] = this.#steps;
    if (parent === undefined) return key === 'apiVersion' || key === 'kind';
    const inMetadata = 'field' in parent && parent.field === 'metadata';
    return this.#steps.length === 1 && inMetadata && (key === 'name' || key === 'namespace');
  }

  #isExcepted(): boolean {
    const { ignore } = this.#options;
    return ignore !== undefined && ignore.size > 0 && ignore.has(pathText(this.#steps));
  }

  #lists(before: readonly unknown[], after: readonly unknown[], shape: Shape): void {
    const { list, items } = shape;
    if (list === 'set' && isPlain(before) && isPlain(after)) this.#sets(before, after);
    else if (list === 'bag' || list === 'set') this.#bags(before, after, items);
    else if (list === 'ordered') this.#ordered(before, after, items);
    else this.#merged(before, after, shape);
  }

  #merged(before: readonly unknown[], after: readonly unknown[], { list, items }: Shape): void {
    const { keys, ordered } = typeof list === 'object' ? list : { keys: usualKeys, ordered: true };
    const keyed = keyedLists(keys, before, after, this.#options.mapText);
    if (keyed === undefined) this.#ordered(before, after, items);
    else this.#keyed(keyed.before, keyed.after, items, ordered === true);
    if (keyed !== undefined && ordered === true) this.#order(keyed.before, keyed.after);
  }

  #keyed(before: KeyedList, after: KeyedList, shape: Shape | undefined, ordered: boolean): void {
    for (const [key, { item, match }] of before) {
      this.#item(item, after.get(key)?.item, { key, match }, shape);
    }
    for (const [at, [key, { item, match }]] of [...after].entries()) {
      if (before.has(key)) continue;
      this.#steps.push({ key, match });
      this.#report(undefined, item, ordered ? at : undefined);
      this.#steps.pop();
    }
  }

  /** Items that both sides have, in another order, where the order says something. */
  #order(before: KeyedList, after: KeyedList): void {
    const left = [...before.keys()].filter((key) => after.has(key));
    const right = [...after.keys()].filter((key) => before.has(key));
    if (left.some((key, index) => key !== right[index])) {
      this.#steps.push({ field: 'order' });
      this.#report(left, right);
      this.#steps.pop();
    }
  }

  #ordered(before: readonly unknown[], after: readonly unknown[], shape: Shape | undefined): void {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      this.#item(before[index], after[index], { index }, shape);
    }
  }

  #bags(before: readonly unknown[], after: readonly unknown[], shape: Shape | undefined): void {
    const { unmatched, rest } = this.#unequal(before, after, shape);
    for (const [position, [index, item]] of unmatched.entries()) {
      this.#item(item, rest[position]?.[1], { index }, shape);
    }
    // Positions after those of the before side, so that no two differences have one path.
    for (const [position, [, item]] of rest.slice(unmatched.length).entries()) {
      this.#item(undefined, item, { index: before.length + position }, shape);
    }
  }

  /** The items of both sides that have no equal on the other, with their positions. */
  #unequal(before: readonly unknown[], after: readonly unknown[], shape: Shape | undefined) {
    // What is written alike is equal; of the rest each is held against each, unless there are too many.
    const { unmatched, rest } = writtenUnalike(before, after);
    if (unmatched.length * rest.length > maxTrials) return { unmatched, rest };
    const left = unmatched.filter(([, item]) => {
      const partner = rest.findIndex(([, other]) => this.#same(item, other, shape));
      if (partner !== -1) rest.splice(partner, 1);
      return partner === -1;
    });
    return { unmatched: left, rest };
  }

  #same(before: unknown, after: unknown, shape: Shape | undefined): boolean {
    const trial = new Comparison(this.#options);
    trial.values(before, after, shape);
    return trial.differences.length === 0;
  }

  // An item that one side lacks is one difference: its fields say nothing by themselves.
  #item(before: unknown, after: unknown, step: Step, shape: Shape | undefined): void {
    this.#steps.push(step);
    if (before === undefined || after === undefined) this.#report(before, after);
    else this.values(before, after, shape);
    this.#steps.pop();
  }

  #sets(before: readonly unknown[], after: readonly unknown[]): void {
    const left = new Set(before.map((value) => this.#mapped(value)));
    const right = new Set(after);
    if (left.size !== right.size || [...left].some((value) => !right.has(value))) {
      this.#report(before, after);
    }
  }

  #mapped(value: unknown): unknown {
    return typeof value === 'string' ? this.#options.mapText(value) : value;
  }

  #texts(before: string, after: string, shape: Shape): void {
    const mapped = this.#options.mapText(before);
    // Asked first: two marks may be one text and stand for two values.
    const redacted = compareRedacted(mapped, after);
    if (redacted === 'unknown') this.undecided += 1;
    if (redacted === 'unknown' || redacted === 'same') return;
    if (mapped === after || sameScalar(shape.scalar, mapped, after)) return;
    const documents = shape.scalar === 'document' && this.#documents(mapped, after);
    if (!documents) this.#report(before, after);
  }

  /** Whether both texts are documents; what differs in them is then told. */
  #documents(before: string, after: string): boolean {
    const step = this.#steps.at(-1);
    const name = step !== undefined && 'field' in step ? step.field : '';
    const documents = documentsOf(name, before, after);
    if (documents === undefined) return false;
    const [left, right] = documents;
    const trial = new Comparison({ ...this.#options, mapText: (text) => text });
    trial.values(left.value, right.value, documentValue);
    this.undecided += trial.undecided;
    for (const difference of trial.differences) {
      this.differences.push({ ...difference, steps: [...this.#steps, ...difference.steps] });
    }
    return true;
  }

  #report(before: unknown, after: unknown, at?: number): void {
    const mapped = this.#mapped(before);
    this.differences.push({
      steps: [...this.#steps],
      before,
      after,
      ...(typeof mapped === 'string' && mapped !== before ? { mapped } : {}),
      ...(at === undefined ? {} : { at }),
    });
  }
}

/** Comparisons of items of two lists without keys. */
const maxTrials = 10_000;

type Item = readonly [number, unknown];

function writtenUnalike(
  before: readonly unknown[],
  after: readonly unknown[],
): { readonly unmatched: Item[]; readonly rest: Item[] } {
  const byText = Map.groupBy(after.entries(), ([, item]) => jsonLine(item));
  const taken = new Set<number>();
  const unmatched = [...before.entries()].filter(([, item]) => {
    const equal = byText.get(jsonLine(item))?.shift();
    if (equal !== undefined) taken.add(equal[0]);
    return equal === undefined;
  });
  return { unmatched, rest: [...after.entries()].filter(([index]) => !taken.has(index)) };
}

/** A field on both sides; where one lacks it, what the fields beside say that it is. */
function bothMembers(
  key: string,
  before: Fields,
  after: Fields,
  shape: Shape | undefined,
): readonly [unknown, unknown] {
  const left = Object.hasOwn(before, key) ? before[key] : undefined;
  const right = Object.hasOwn(after, key) ? after[key] : undefined;
  if (shape?.absentIn === undefined) return [left, right];
  return [left ?? shape.absentIn(before), right ?? shape.absentIn(after)];
}

/**
 * What an absent side stands for: the field's default; nothing beside an empty list; an empty map beside
 * labels, data and the like, in which each key is a setting of its own.
 */
function implicit({ absent, list }: Shape, other: unknown): unknown {
  if (absent !== undefined) return absent;
  if (Array.isArray(other) && other.length === 0 && list !== undefined) return other;
  return isValueMap(other) ? {} : undefined;
}

function isValueMap(value: unknown): boolean {
  return (
    isFields(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((member) => typeof member !== 'object')
  );
}

function isPlain(items: readonly unknown[]): boolean {
  return items.every((item) => typeof item !== 'object');
}
