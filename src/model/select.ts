import type { LabelExpression, LabelSelector } from '#kinds/reference.ts';

/** Labels as an object carries them: nothing at all is common, `null` occurs in hand-made dumps. */
export type Labels = Readonly<Record<string, string>> | null | undefined;

interface Operator {
  /** The API refuses `In` without values and `Exists` with them. */
  readonly takesValues: boolean;
  readonly holds: (value: string | undefined, values: readonly string[]) => boolean;
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement */
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  [
    'In',
    {
      takesValues: true,
      holds: (value, values) => value !== undefined && values.includes(value),
    },
  ],
  [
    'NotIn',
    {
      takesValues: true,
      holds: (value, values) => value === undefined || !values.includes(value),
    },
  ],
  ['Exists', { takesValues: false, holds: (value) => value !== undefined }],
  ['DoesNotExist', { takesValues: false, holds: (value) => value === undefined }],
  // Terms that choose Nodes have these two besides; in a label selector the API refuses them.
  ['Gt', { takesValues: true, holds: (value, [least]) => compares(value, least, (a, b) => a > b) }],
  ['Lt', { takesValues: true, holds: (value, [most]) => compares(value, most, (a, b) => a < b) }],
]);

function compares(
  value: string | undefined,
  limit: string | undefined,
  holds: (a: number, b: number) => boolean,
): boolean {
  const [a, b] = [value, limit].map((text) =>
    /^-?\d+$/.test(text ?? '') ? Number(text) : Number.NaN,
  );
  return holds(a ?? Number.NaN, b ?? Number.NaN);
}

/**
 * Whether labels satisfy every term of a selector, as Kubernetes decides it: an empty selector matches
 * everything, `NotIn` also matches an object without the label, and a term the API would refuse
 * (an unknown operator, `In` without values) makes the selector match nothing.
 */
export function matches(selector: LabelSelector, labels: Labels): boolean {
  const terms = Object.entries(selector.matchLabels ?? {});
  return (
    terms.every(([key, value]) => labelOf(labels, key) === value) &&
    (selector.matchExpressions ?? []).every((term) => satisfies(term, labels))
  );
}

function satisfies({ key, operator, values = [] }: LabelExpression, labels: Labels): boolean {
  const known = operators.get(operator);
  if (known === undefined || known.takesValues !== values.length > 0) return false;
  return known.holds(labelOf(labels, key), values);
}

// An own property only: `constructor` is a legal label key.
function labelOf(labels: Labels, key: string): string | undefined {
  return labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
}
