import { globPattern } from '#config/glob.ts';
import type { Expectation } from '#config/rules.ts';
import { jsonLine } from '#snapshot/json.ts';
import type { ExpectedChange, FieldChange, IdleRule, ObjectChange } from './snapshot-diff.ts';

/** An expectation, ready to be asked. */
interface Rule extends Expectation {
  readonly covers: (change: ObjectChange) => boolean;
  readonly coversPath: (path: string) => boolean;
}

function ruleOf(expectation: Expectation): Rule {
  const { kind, namespace, name, path } = expectation;
  const matches = (glob: string | undefined) => {
    const pattern = glob === undefined ? undefined : globPattern(glob);
    return (text: string) => pattern?.test(text) ?? true;
  };
  const [kinds, namespaces, names] = [matches(kind), matches(namespace), matches(name)];
  return {
    ...expectation,
    covers: ({ object }) =>
      kinds(object.kind) && namespaces(object.namespace ?? '') && names(object.name),
    coversPath: matches(path),
  };
}

/** Differences told apart by a rules file. */
export interface Judged {
  /** Surprises. */
  readonly changes: readonly ObjectChange[];
  readonly expected: readonly ExpectedChange[];
  readonly idle: readonly IdleRule[];
}

/**
 * Takes what the `expect` list of a rules file expects out of the changes, field by field: the first rule
 * that matches wins.
 *
 * @param day Day of the newer snapshot, `2026-11-22`; a rule whose `until` lies before it is over.
 */
export function judge(
  found: readonly ObjectChange[],
  expect: readonly Expectation[],
  day: string,
): Judged {
  const rules = expect.map(ruleOf);
  const isOver = ({ until }: Expectation) => until !== undefined && until < day;
  const current = rules.filter((rule) => !isOver(rule));
  const used = new Set<Rule>();
  const changes: ObjectChange[] = [];
  const expected: ExpectedChange[] = [];
  for (const change of found) {
    const able = current.filter((rule) => rule.covers(change));
    const judged = judgedFields(change, able);
    for (const { rule, fields } of judged.expected) {
      used.add(rule);
      expected.push({ ...change, fields, reason: rule.reason });
    }
    if (judged.surprises !== undefined) changes.push({ ...change, fields: judged.surprises });
  }
  const idle = rules.flatMap((rule): readonly IdleRule[] => {
    if (isOver(rule)) return [idleRule('expired', rule)];
    return used.has(rule) ? [] : [idleRule('unused', rule)];
  });
  return { changes, expected, idle };
}

interface JudgedFields {
  /** Nothing when no surprise is left. */
  readonly surprises: readonly FieldChange[] | undefined;
  readonly expected: readonly { readonly rule: Rule; readonly fields: readonly FieldChange[] }[];
}

function judgedFields(change: ObjectChange, rules: readonly Rule[]): JudgedFields {
  const whole = rules.find(({ path }) => path === undefined);
  if (change.fields.length === 0 || whole !== undefined) {
    if (whole === undefined) return { surprises: change.fields, expected: [] };
    return { surprises: undefined, expected: [{ rule: whole, fields: change.fields }] };
  }
  const ruled = change.fields.map((field) => ({
    field,
    rule: rules.find(({ coversPath }) => coversPath(field.path)),
  }));
  const surprises = ruled.filter(({ rule }) => rule === undefined).map(({ field }) => field);
  return {
    surprises: surprises.length === 0 ? undefined : surprises,
    expected: ruled.flatMap(({ field, rule }) => (rule ? [{ rule, fields: [field] }] : [])),
  };
}

function idleRule(why: IdleRule['why'], rule: Rule): IdleRule {
  const { reason, covers: _, coversPath: __, ...rest } = rule;
  return { why, rule: jsonLine(rest), reason };
}
