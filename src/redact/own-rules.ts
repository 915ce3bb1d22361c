import type { RedactRule } from '#config/config.ts';
import { globPattern } from '#config/glob.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { splitAtMarks } from '#snapshot/redaction.ts';
import { UserError } from '#user-error.ts';
import { withMembers } from './fields.ts';
import type { Mark } from './marker.ts';

interface CompiledRule {
  readonly id: string;
  readonly kind: RegExp;
  /** What may stand at each step of the path; `undefined` matches every string of the object. */
  readonly path: readonly (readonly Way[])[] | undefined;
  readonly pattern: RegExp | undefined;
}

/** A key that a step of a path names, and the step below it. */
interface Way {
  readonly key: RegExp;
  readonly next: number;
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
    kind: globPattern(kind),
    path: path === undefined ? undefined : waysOf(path.split('.')),
    pattern: pattern === undefined ? undefined : expression(id, pattern),
  };
}

// Keys may hold dots themselves: `annotations.example.io/owner` names one key below `annotations`, not two.
function waysOf(steps: readonly string[]): readonly (readonly Way[])[] {
  return steps.map((_, from) =>
    steps.slice(from).map((_, more) => {
      const next = from + more + 1;
      return { key: globPattern(steps.slice(from, next).join('.')), next };
    }),
  );
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
  if (path === undefined || step === path.length) return masked(value, rule, mark);
  if (typeof value !== 'object' || value === null) return value;
  const ways = path[step] ?? [];
  return withMembers(value, (member, key) =>
    ways
      .filter((way) => way.key.test(key))
      .reduce((result, { next }) => applied(result, rule, next, mark), member),
  );
}

/** The value with everything below it masked, or what the rule's pattern matches in its strings. */
function masked(value: unknown, rule: CompiledRule, mark: Mark): unknown {
  const { id, pattern } = rule;
  if (typeof value === 'string') {
    return pattern === undefined
      ? mark(id, value)
      : replaced(value, pattern, (match) => mark(id, match));
  }
  if (typeof value === 'object' && value !== null) {
    return withMembers(value, (member) => masked(member, rule, mark));
  }
  return pattern !== undefined || value === null || typeof value === 'boolean'
    ? value
    : mark(id, String(value));
}

// What is masked already stays as it is: its mark is made of ordinary words, too.
function replaced(text: string, pattern: RegExp, change: (match: string) => string): string {
  const parts = splitAtMarks(text);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(pattern, change))).join('');
}
