import type { Entry, Model } from '#model/model.ts';
import type { Draft } from './description.ts';

/** What a description is made from. */
export interface Subject {
  readonly model: Model;
  readonly entry: Entry;
  /** What ages are counted up to, in milliseconds since the epoch. */
  readonly now: number;
}

/** Says of an object what `kubectl describe` says, its Events aside. */
export type Describer = (subject: Subject) => Draft;
