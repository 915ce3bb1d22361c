import { type Fields, isFields } from '#snapshot/fields.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { currentGroup, groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import { parseRedactionMark } from '#snapshot/redaction.ts';
import { categorise } from './categorise.ts';
import { isSet, keyedLists } from './list-keys.ts';
import { noiseOf } from './noise.ts';
import { fieldPattern, joinPath, type Step } from './path.ts';
import { durationSeconds, quantityValue } from './quantity.ts';
import type { FieldChange } from './snapshot-diff.ts';

/** How two objects are compared. */
export interface ComparisonOptions {
  /** Applied to every text of the before side. */
  readonly mapText: (text: string) => string;
  /** Also fields that normally say nothing. */
  readonly all: boolean;
  /** Paths that say nothing for this pair: `spec.replicas` of what an autoscaler scales. */
  readonly ignore?: ReadonlySet<string>;
}

/** What came out of it. */
export interface ObjectComparison {
  readonly fields: readonly FieldChange[];
  /** Redacted on both sides without digests: equal or not, nobody can tell. */
  readonly undecided: number;
}

// apiVersion is how an object was read, not what it is: an id does not have it either.
const identityFields = new Set(['apiVersion', 'kind', 'metadata.name', 'metadata.namespace']);

/** The fields in which two objects of one identity differ, in the order of the before side. */
export function compareObjects(
  before: KubeObject,
  after: KubeObject,
  options: ComparisonOptions,
): ObjectComparison {
  const comparison = new Comparison(after, options);
  comparison.values(before, after, '', '');
  return { fields: comparison.fields, undecided: comparison.undecided };
}

class Comparison {
  readonly fields: FieldChange[] = [];
  undecided = 0;
  readonly #kind: string;
  readonly #options: ComparisonOptions;
  readonly #isNoise: (pattern: string) => boolean;
  readonly #isCustom: boolean;

  constructor(object: KubeObject, options: ComparisonOptions) {
    this.#kind = object.kind;
    this.#options = options;
    this.#isNoise = options.all ? () => false : noiseOf(groupKindKey(groupKindOf(object)));
    const group = currentGroup(groupOf(object.apiVersion), object.kind);
    this.#isCustom = group.includes('.') && !group.endsWith('.k8s.io');
  }

  /** Compares two values of the field named `field`, at `path`. */
  values(before: unknown, after: unknown, path: string, field: string): void {
    if (this.#isIgnored(path)) return;
    const [left, right] = [mapOrAbsent(before, after), mapOrAbsent(after, before)];
    if (left !== undefined && right !== undefined) this.#objects(left, right, path);
    else if (Array.isArray(before) && Array.isArray(after)) this.#lists(before, after, path, field);
    else if (!this.#equal(before, after, path)) this.#report(path, before, after);
  }

  #isIgnored(path: string): boolean {
    if (identityFields.has(path)) return true;
    return this.#options.ignore?.has(path) === true || this.#isNoise(fieldPattern(path));
  }

  #objects(before: Fields, after: Fields, path: string): void {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const left = Object.hasOwn(before, key) ? before[key] : undefined;
      const right = Object.hasOwn(after, key) ? after[key] : undefined;
      this.values(left, right, joinPath(path, { field: key }), key);
    }
  }

  #lists(before: readonly unknown[], after: readonly unknown[], path: string, field: string): void {
    const keyed = keyedLists(field, before, after, this.#options.mapText);
    if (isSet(field, before) && isSet(field, after)) this.#sets(before, after, path);
    else if (keyed !== undefined) this.#keyed(keyed.before, keyed.after, path);
    else this.#ordered(before, after, path);
  }

  #keyed(
    before: ReadonlyMap<string, unknown>,
    after: ReadonlyMap<string, unknown>,
    path: string,
  ): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      this.#item(before.get(key), after.get(key), path, { key });
    }
  }

  #ordered(before: readonly unknown[], after: readonly unknown[], path: string): void {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      this.#item(before[index], after[index], path, { index });
    }
  }

  // An item that one side lacks is one difference: its fields say nothing by themselves.
  #item(before: unknown, after: unknown, path: string, step: Step): void {
    const itemPath = joinPath(path, step);
    if (before !== undefined && after !== undefined) this.values(before, after, itemPath, '');
    else if (!this.#isIgnored(itemPath)) this.#report(itemPath, before, after);
  }

  #sets(before: readonly unknown[], after: readonly unknown[], path: string): void {
    const left = before.map((value) => this.#mapped(value));
    const same = new Set(left).size === new Set(after).size && left.every((v) => after.includes(v));
    if (!same) this.#report(path, before, after);
  }

  #mapped(value: unknown): unknown {
    return typeof value === 'string' ? this.#options.mapText(value) : value;
  }

  #equal(before: unknown, after: unknown, path: string): boolean {
    if (typeof before === 'string' && typeof after === 'string') {
      const redacted = this.#redacted(before, after);
      if (redacted !== undefined) return redacted;
      if (this.#options.mapText(before) === after) return true;
    }
    // An absent field and one that is null mean the same to the API.
    if ((before ?? undefined) === (after ?? undefined)) return true;
    return this.#isNumeric(path) && sameNumber(before, after);
  }

  /** Whether two redacted values are equal; nothing when either is not redacted. */
  #redacted(before: string, after: string): boolean | undefined {
    const left = parseRedactionMark(before);
    const right = parseRedactionMark(after);
    if (left === undefined || right === undefined) return undefined;
    if (left.digest !== undefined && right.digest !== undefined)
      return left.digest === right.digest;
    this.undecided += 1;
    return true;
  }

  /** Fields in which `1000m` and `1` are one value. In text such as an argument they are two. */
  #isNumeric(path: string): boolean {
    if (/\.(env|args|command)\[|^(data|metadata)[.[]/.test(path)) return false;
    return (
      this.#isCustom ||
      /(requests|limits|hard|capacity|default|defaultRequest|max|min|sizeLimit|divisor|averageValue|[pP]ort)(\.|\[|$)/.test(
        path,
      )
    );
  }

  #report(path: string, before: unknown, after: unknown): void {
    const mapped = this.#mapped(before);
    this.fields.push({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(typeof mapped === 'string' && mapped !== before ? { mapped } : {}),
      category: categorise(this.#kind, path),
    });
  }
}

/**
 * The value if it is an object; an empty one for an absent side whose other side is a map of plain
 * values (labels, annotations, data, limits), in which each key is a setting of its own.
 */
function mapOrAbsent(value: unknown, other: unknown): Fields | undefined {
  if (isFields(value)) return isFields(other) || isValueMap(value) ? value : undefined;
  return value === undefined && isValueMap(other) ? {} : undefined;
}

function isValueMap(value: unknown): boolean {
  return (
    isFields(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((member) => typeof member !== 'object')
  );
}

function sameNumber(before: unknown, after: unknown): boolean {
  const left = quantityValue(before) ?? durationSeconds(before);
  const right = quantityValue(after) ?? durationSeconds(after);
  return left !== undefined && left === right;
}
