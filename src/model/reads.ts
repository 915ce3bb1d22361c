import type { Model } from './model.ts';

/** Questions that were put to a model: what was asked (`get`, the name of a table), and of what. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

interface Reading {
  readonly model: Model;
  readonly reads: Map<string, Set<string>>;
}

let reading: Reading | undefined;

/** What was asked of a model that is not the one whose reads are noted: nobody can say whether it changed. */
export const unanswerable = 'anotherModel';

/**
 * Does a piece of work, and notes all that it asks of a noted model (`noted-model.ts`). Work of which every
 * question has the answer of before has the result of before.
 */
export function withReads<Result>(model: Model, work: () => Result): readonly [Result, Reads] {
  const reads = new Map<string, Set<string>>();
  return [during({ model, reads }, work), reads];
}

/** Does a piece of work whose questions are not noted: its result is, where somebody takes it. */
export function unnoted<Result>(work: () => Result): Result {
  return reading === undefined ? work() : during(undefined, work);
}

function during<Result>(next: Reading | undefined, work: () => Result): Result {
  const before = reading;
  reading = next;
  try {
    return work();
  } finally {
    reading = before;
  }
}

/** Notes a question, if somebody wants to know. */
export function noteRead(model: Model, what: string, of: string): void {
  if (reading === undefined) return;
  const asked = reading.model === model ? what : unanswerable;
  const known = reading.reads.get(asked);
  if (known === undefined) reading.reads.set(asked, new Set([of]));
  else known.add(of);
}

/** The work whose questions are noted now: what one found out must not answer another, which would not note it. */
export function notedWork(): object | undefined {
  return reading;
}
