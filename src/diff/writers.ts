import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Step } from './path.ts';

/** Who wrote a field, as `metadata.managedFields` names them. */
export interface Writer {
  /** `helm`, `kubectl-edit`, `kube-controller-manager`. */
  readonly manager: string;
  /** RFC 3339. */
  readonly time?: string;
}

interface Entry extends Writer {
  readonly fields: Fields;
  /** Written through `status` or `scale`, not by who decides what the object says. */
  readonly subresource: boolean;
}

/**
 * Who last wrote the field at a path: of all managers whose fields hold it, the latest. Nothing where the
 * object has no `managedFields`, or none of them holds it.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function writerOf(object: KubeObject, steps: readonly Step[]): Writer | undefined {
  return latestOf(entriesOf(object).filter(({ fields }) => holds(fields, object, steps)));
}

/**
 * Who last wrote what an object says: not its status, and its metadata only if it says nothing else, since
 * controllers keep their notes there. Nothing where `managedFields` do not tell.
 */
export function objectWriterOf(object: KubeObject): Writer | undefined {
  const entries = entriesOf(object).filter(
    ({ fields, subresource }) =>
      !subresource && Object.keys(fields).some((key) => key !== 'f:status'),
  );
  const decisive = entries.filter(({ fields }) =>
    Object.keys(fields).some((key) => key !== 'f:status' && key !== 'f:metadata'),
  );
  return latestOf(decisive.length > 0 ? decisive : entries);
}

function latestOf(entries: readonly Entry[]): Writer | undefined {
  const [latest] = entries.toSorted((a, b) => ((a.time ?? '') < (b.time ?? '') ? 1 : -1));
  if (latest === undefined) return undefined;
  const { manager, time } = latest;
  return time === undefined ? { manager } : { manager, time };
}

function entriesOf({ metadata: { managedFields } }: KubeObject): readonly Entry[] {
  return Array.isArray(managedFields) ? managedFields.flatMap(entryOf) : [];
}

function entryOf(value: unknown): readonly Entry[] {
  if (!isFields(value) || !isFields(value['fieldsV1'])) return [];
  const { manager, time, fieldsV1, subresource } = value;
  if (typeof manager !== 'string') return [];
  return [
    {
      manager,
      fields: fieldsV1,
      subresource: typeof subresource === 'string' && subresource !== '',
      ...(typeof time === 'string' ? { time } : {}),
    },
  ];
}

/** Whether a set of fields holds the one at a path, or what it is part of. */
function holds(fields: Fields, value: unknown, steps: readonly Step[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined || isLeaf(fields)) return true;
  if ('field' in step) {
    const key = `f:${step.field}`;
    const inner = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const member =
      isFields(value) && Object.hasOwn(value, step.field) ? value[step.field] : undefined;
    return isFields(inner) && holds(inner, member, rest);
  }
  const item = itemAt(value, step);
  if (!isFields(item)) return false;
  return Object.entries(fields).some(
    ([key, inner]) => isFields(inner) && isKeyOf(key, item) && holds(inner, item, rest),
  );
}

// An atomic list or map is owned as a whole: nothing is written below it.
function isLeaf(fields: Fields): boolean {
  return Object.keys(fields).every((key) => key === '.');
}

/** The item of a list that a step leads to, as this side has it. */
function itemAt(value: unknown, step: Step): unknown {
  if (!Array.isArray(value)) return undefined;
  if ('index' in step) return value[step.index];
  if ('field' in step) return undefined;
  return value.find(
    (item) =>
      isFields(item) &&
      step.match.every(
        ([field, text]) => item[field] === undefined || String(item[field]) === text,
      ),
  );
}

/** `k:{"name":"web"}`: the key fields of an item as JSON. */
function isKeyOf(key: string, item: Fields): boolean {
  if (!key.startsWith('k:')) return false;
  try {
    const fields: unknown = JSON.parse(key.slice(2));
    return (
      isFields(fields) && Object.entries(fields).every(([field, value]) => item[field] === value)
    );
  } catch {
    return false;
  }
}
