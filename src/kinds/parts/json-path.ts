import { isFields } from '#snapshot/fields.ts';

/** What a JSONPath names in a value, in document order; empty when there is nothing. */
export type ReadPath = (root: unknown) => readonly unknown[];

type Step = (value: unknown) => readonly unknown[];

interface Token {
  readonly step: Step;
  readonly length: number;
}

/**
 * A reader of the JSONPath that printer columns of custom resources are written in: fields
 * (`.a.b`, escaped `.a\.b`, quoted `['a.b']`), indexes and slices (`[0]`, `[-1:]`, `[*]`), filters
 * (`[?(@.type=="Ready")]`). A path that is written in another way reads nothing.
 *
 * @see https://kubernetes.io/docs/reference/kubectl/jsonpath/
 */
export function readPath(path: string): ReadPath {
  const steps: Step[] = [];
  for (let rest = path; rest !== ''; ) {
    const token = field(rest) ?? bracket(rest);
    if (token === undefined) return () => [];
    steps.push(token.step);
    rest = rest.slice(token.length);
  }
  return (root) => steps.reduce<readonly unknown[]>((values, step) => values.flatMap(step), [root]);
}

function field(text: string): Token | undefined {
  const match = /^\.((?:\\.|[^\\.,[\]$@{}\s])+)/.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const step = name === '*' ? children : member(name.replaceAll('\\', ''));
  return { step, length: match[0].length };
}

// In the order of kubectl's own parser: a filter may hold quotes, colons and commas.
function bracket(text: string): Token | undefined {
  const match = /^\[(?:\?\(((?:'[^']*'|"[^"]*"|[^'")])*)\)|'([^']*)'|([-\d:*]+))\]/.exec(text);
  if (match === null) return undefined;
  const [{ length }, condition, name, range] = match;
  if (condition !== undefined) return { step: filter(condition), length };
  if (name !== undefined) return { step: member(name), length };
  return { step: range === '*' ? slice(':') : slice(range ?? ''), length };
}

function member(name: string): Step {
  return (value) =>
    isFields(value) && Object.hasOwn(value, name) && value[name] !== null ? [value[name]] : [];
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isFields(value) ? Object.values(value) : [];
}

function slice(range: string): Step {
  const [from = '', to] = range.split(':');
  const start = Number(from);
  if (to === undefined) return (value) => (Array.isArray(value) ? itemAt(value, start) : []);
  const end = to === '' ? undefined : Number(to);
  return (value) => (Array.isArray(value) ? value.slice(start, end) : []);
}

function itemAt(items: readonly unknown[], index: number): readonly unknown[] {
  const at = index < 0 ? items.length + index : index;
  return items.slice(at, at + 1);
}

type Compare = (left: unknown, right: unknown) => boolean;

const compares: Readonly<Record<string, Compare>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
};

function filter(condition: string): Step {
  const [, left = '', sign, right = ''] = /^([^!<>=]+)([!<>=]+)(.+)$/.exec(condition) ?? [];
  const compare = compares[sign ?? ''];
  const leftOf = operand(compare === undefined ? condition : left);
  const rightOf = operand(right);
  const holds = (item: unknown): boolean => {
    const [found] = leftOf(item);
    if (compare === undefined) return found !== undefined;
    const [wanted] = rightOf(item);
    return found !== undefined && wanted !== undefined && compare(found, wanted);
  };
  return (value) => (Array.isArray(value) ? value.filter(holds) : []);
}

function operand(text: string): ReadPath {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) return readPath(trimmed.slice(1));
  const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(trimmed);
  if (quoted !== null) return () => [quoted[1] ?? quoted[2]];
  if (trimmed === 'true' || trimmed === 'false') return () => [trimmed === 'true'];
  const parsed = trimmed === '' ? Number.NaN : Number(trimmed);
  return () => (Number.isNaN(parsed) ? [] : [parsed]);
}
