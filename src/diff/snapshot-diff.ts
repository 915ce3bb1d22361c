import type { CoverageStatus } from '#snapshot/manifest.ts';
import type { ObjectId, ObjectName } from '#snapshot/object-id.ts';

/** What a difference is about, so that a reader can start with what matters. */
export type ChangeCategory =
  | 'exposure'
  | 'access'
  | 'image'
  | 'size'
  | 'resources'
  | 'configuration'
  | 'storage'
  | 'scheduling'
  | 'metadata'
  | 'other';

/** One field that differs. A side that lacks the field has no value. */
export interface FieldChange {
  /** Lists by key: `spec.template.spec.containers[name=web].image`. Empty for the object itself. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The text of the before side in the after side's names, where the declared mapping changes it. */
  readonly mapped?: string;
  readonly category: ChangeCategory;
}

/** One object that differs. */
export interface ObjectChange {
  readonly change: 'added' | 'removed' | 'modified' | 'renamed';
  /** As the side that has it calls it; the after side where both have it. */
  readonly object: ObjectName;
  readonly renamedFrom?: ObjectName;
  /** Its id on each side that has it. */
  readonly beforeId?: ObjectId;
  readonly afterId?: ObjectId;
  /** Empty for objects that only one side has. */
  readonly fields: readonly FieldChange[];
}

/** A difference that the rules say is meant to be, and why. */
export interface ExpectedChange extends ObjectChange {
  readonly reason: string;
}

/** Objects of which nothing can be said, because one side did not read them. */
export interface NotComparable {
  /** `pods`, `deployments.apps`. */
  readonly resource: string;
  readonly namespace?: string;
  readonly side: 'before' | 'after';
  readonly status: CoverageStatus | 'unknown';
  /** The ledger's words, where it has any. */
  readonly message?: string;
  /** Objects that the other side has and nobody can compare. */
  readonly count: number;
}

/** What differs between two snapshots, as data; text, JSON, Markdown and the site are formats of it. */
export interface SnapshotDiff {
  readonly before: string;
  readonly after: string;
  /** Sorted by kind, namespace, name. */
  readonly changes: readonly ObjectChange[];
  readonly expected: readonly ExpectedChange[];
  readonly notComparable: readonly NotComparable[];
  /** Pairs that are the same. */
  readonly same: number;
  /** Redacted values that stand on both sides: whether they are equal cannot be told without digests. */
  readonly undecided: number;
}
