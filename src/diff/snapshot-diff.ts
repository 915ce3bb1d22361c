import type { CoverageStatus } from '#snapshot/manifest.ts';
import type { ObjectId, ObjectName } from '#snapshot/object-id.ts';
import type { ChangeCategory } from './categorise.ts';
import type { Concern } from './concerns.ts';
import type { NameMap } from './mapping.ts';
import type { Writer } from './writers.ts';

/** One field that differs. A side that lacks the field has no value. */
export interface FieldChange {
  /** Lists by key: `spec.template.spec.containers[name=web].image`. Empty for the object itself. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The text of the before side in the after side's names, where the declared mapping changes it. */
  readonly mapped?: string;
  /** Where an item that only the after side has stands in its list, from 0, if the order says something. */
  readonly at?: number;
  readonly category: ChangeCategory;
  /** Who last wrote it, on each side whose `managedFields` say so. */
  readonly writtenBy?: Writers;
}

/** Who wrote on each side, as far as `managedFields` say so. */
export interface Writers {
  readonly before?: Writer;
  readonly after?: Writer;
}

/** One object that differs. */
export interface ObjectChange {
  /** `renamed` is a guess: one side has it under another name, and `similarity` says how alike they are. */
  readonly change: 'added' | 'removed' | 'modified' | 'renamed';
  /** As the side that has it calls it; the after side where both have it. */
  readonly object: ObjectName;
  readonly renamedFrom?: ObjectName;
  /** From 0 to 1: how much of what the two say is the same; for `renamed` only. */
  readonly similarity?: number;
  /** Its id on each side that has it. */
  readonly beforeId?: ObjectId;
  readonly afterId?: ObjectId;
  /** The most consequential of its fields; of an object that one side has, what its kind is about. */
  readonly category: ChangeCategory;
  /** Why it ranks first, if it does: more rights, more exposure, less protection, and on which side. */
  readonly concerns: readonly Concern[];
  /** Empty for objects that only one side has. */
  readonly fields: readonly FieldChange[];
  /** Who last wrote an object that only one side has; of the others each field says it. */
  readonly writtenBy?: Writers;
}

/** A difference that the rules say is meant to be, and why. */
export interface ExpectedChange extends ObjectChange {
  readonly reason: string;
}

/** Objects of which nothing can be said, because one side did not read them. */
export interface NotComparable {
  /** `pods`, `deployments.apps`. */
  readonly resource: string;
  /** The namespace that could not be read, where the others could. */
  readonly namespace?: string;
  readonly side: 'before' | 'after';
  readonly status: CoverageStatus | 'unknown';
  /** The ledger's words, where it has any. */
  readonly message?: string;
  /** Objects that the other side has and nobody can compare. */
  readonly count: number;
}

/** A rule that did nothing: its day is over, or nothing that it expects differs. */
export interface IdleRule {
  readonly why: 'expired' | 'unused';
  /** The rule as JSON, without its reason. */
  readonly rule: string;
  readonly reason: string;
}

/** What differs between two snapshots, as data; text, JSON, Markdown and the site are formats of it. */
export interface SnapshotDiff {
  readonly before: string;
  readonly after: string;
  /** What matters, the most consequential first, in a few words each: `2 RBAC grants wider on prod`. */
  readonly headline: readonly string[];
  /** Names that were declared to mean the same, applied before anything was compared. */
  readonly mapped: readonly NameMap[];
  /** The most consequential first; those of one rank by kind, namespace, name. */
  readonly changes: readonly ObjectChange[];
  readonly expected: readonly ExpectedChange[];
  readonly idleRules: readonly IdleRule[];
  readonly notComparable: readonly NotComparable[];
  /** Pairs that are the same. */
  readonly same: number;
  /** Redacted values that stand on both sides: whether they are equal cannot be told without digests. */
  readonly undecided: number;
  /** The objects that hold them, as the after side calls them. */
  readonly undecidedIn: readonly ObjectName[];
}
