import type { RedactRule } from '#config/config.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { splitAtMarks } from '#snapshot/redaction.ts';
import { UserError } from '#user-error.ts';
import { isFields, withFields } from './fields.ts';
import type { Mark } from './marker.ts';

interface CompiledRule {
  readonly id: string;
  readonly kind: RegExp;
  /** Steps of the path, each a glob; `undefined` matches every string of the object. */
  readonly path: readonly RegExp[] | undefined;
  readonly pattern: RegExp | undefined;
}

/**
 * The reader's own rules as one function over objects. A rule with a path masks what stands there (all of it, or what its
 * pattern matches); one without a path looks at every string.
 *
 * @throws {UserError} When a pattern is no regular expression.
 */
export function ownRules(
  rules: readonly RedactRule[],
  mark: Mark,
): (object: KubeObject) => KubeObject {
  const compiled = rules.map(compile);
  return (object) =>
    compiled.reduce(
      (result, rule) =>
        rule.kind.test(kindOf(object)) ? (applied(result, rule, 0, mark) as KubeObject) : result,
      object,
    );
}

function kindOf({ kind, apiVersion }: KubeObject): string {
  const group = groupOf(apiVersion);
  return group === '' ? kind : `${kind}.${group}`;
}

function compile({ id, kind = '*', path, pattern }: RedactRule): CompiledRule {
  return {
    id,
    kind: glob(kind),
    path: path?.split('.').map(glob),
    pattern: pattern === undefined ? undefined : expression(id, pattern),
  };
}

function glob(text: string): RegExp {
  const source = text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`);
}

function expression(id: string, pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'g');
  } catch (cause) {
    throw new UserError(
      `The pattern of redaction rule "${id}" is no regular expression: ${pattern}`,
      {
        hint: 'Correct it under "redact" in clusterbook.config.json.',
        cause,
      },
    );
  }
}

function applied(value: unknown, rule: CompiledRule, step: number, mark: Mark): unknown {
  const { path } = rule;
  if (path !== undefined && step === path.length) return masked(value, rule, mark);
  if (typeof value !== 'object' || value === null) {
    return path === undefined ? masked(value, rule, mark) : value;
  }
  const changes: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (path !== undefined && path[step]?.test(key) !== true) continue;
    const changed = applied(member, rule, step + 1, mark);
    if (changed !== member) changes.push([key, changed]);
  }
  return changes.length === 0 ? value : withFields(value, changes);
}

function masked(value: unknown, { id, pattern }: CompiledRule, mark: Mark): unknown {
  if (typeof value === 'string') {
    return pattern === undefined
      ? mark(id, value)
      : replaced(value, pattern, (match) => mark(id, match));
  }
  if (pattern !== undefined || value === null || typeof value === 'boolean') return value;
  if (!isFields(value) && !Array.isArray(value)) return mark(id, String(value));
  const members = Object.entries(value).map(
    ([key, member]) =>
      [key, masked(member, { id, kind: /^/, path: undefined, pattern }, mark)] as const,
  );
  return members.every(([key, member]) => member === (value as Record<string, unknown>)[key])
    ? value
    : withFields(value, members);
}

// What is masked already stays as it is: its mark is made of ordinary words, too.
function replaced(text: string, pattern: RegExp, change: (match: string) => string): string {
  const parts = splitAtMarks(text);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(pattern, change))).join('');
}
