import { matchesGlob } from '#config/glob.ts';
import type { Expectation } from '#config/rules.ts';
import type { FieldChange, ObjectChange } from './snapshot-diff.ts';

const matches = (glob: string | undefined, text: string): boolean =>
  glob === undefined || matchesGlob(glob, text);

/** A difference that is meant to be, until a day. */
export interface Judge {
  /** The rule for an object that only one side has; `day` is compared with `until`. */
  object(change: ObjectChange): Expectation | undefined;
  field(change: ObjectChange, field: FieldChange): Expectation | undefined;
}

/**
 * Judges differences by the `expect` list of a rules file: the first rule that matches wins.
 *
 * @param day Day of the newer snapshot, `2026-11-22`; a rule whose `until` lies before it is over.
 */
export function judgeBy(expect: readonly Expectation[], day: string): Judge {
  const current = expect.filter(({ until }) => until === undefined || until >= day);
  const ofObject = (rule: Expectation, { object }: ObjectChange): boolean =>
    matches(rule.kind, object.kind) &&
    matches(rule.namespace, object.namespace ?? '') &&
    matches(rule.name, object.name);
  return {
    object: (change) => current.find((rule) => rule.path === undefined && ofObject(rule, change)),
    field: (change, { path }) =>
      current.find((rule) => ofObject(rule, change) && matches(rule.path, path)),
  };
}
