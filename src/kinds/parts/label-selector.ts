import type { LabelExpression, LabelSelector } from '#kinds/reference.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { list, part, type Schema, strings, text } from './schema.ts';

const Written = part({
  matchLabels: strings,
  matchExpressions: list(part({ key: text, operator: text, values: list(text) })),
});

/** A `LabelSelector` as workloads, budgets and policies write it; absent when it is not an object. */
export const labelSelector: Schema<LabelSelector> = {
  read(value) {
    const written = Written.read(value);
    if (written === undefined) return undefined;
    const { matchLabels = {}, matchExpressions } = written;
    const terms = matchExpressions.flatMap(({ key, operator, values }) =>
      key === undefined || operator === undefined ? [] : [{ key, operator, values }],
    );
    return terms.length === 0 ? { matchLabels } : { matchLabels, matchExpressions: terms };
  },
};

/**
 * A selector as kubectl prints it: `app=web,tier in (a,b),!legacy`, sorted by key. Empty text for an
 * absent selector and for one without terms.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function formatSelector(selector: LabelSelector | undefined): string {
  const labels = Object.entries(selector?.matchLabels ?? {});
  const terms = [
    ...labels.map(([key, value]) => ({ key, text: `${key}=${value}` })),
    ...(selector?.matchExpressions ?? []).map((term) => ({
      key: term.key,
      text: expression(term),
    })),
  ];
  return terms
    .sort((a, b) => compareCodePoints(a.key, b.key))
    .map((term) => term.text)
    .join(',');
}

function expression({ key, operator, values = [] }: LabelExpression): string {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  return `${key} ${operator.toLowerCase()} (${[...values].sort(compareCodePoints).join(',')})`;
}

/** Labels, or a selector that is a plain map, as kubectl prints them: `a=1,b=2`, or `<none>`. */
export function formatLabels(labels: Readonly<Record<string, string>> | undefined): string {
  return formatSelector({ matchLabels: labels ?? {} }) || '<none>';
}
