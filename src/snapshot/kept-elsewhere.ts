import type { Outcome } from './manifest.ts';

/** The ledger line of a legacy group whose objects are the same as those of another; `''` is the core group. */
export function keptElsewhere(group: string): Outcome {
  const name = group === '' ? 'the core group' : group;
  return {
    status: 'skipped',
    message: `The same objects as in ${name}, where they are kept once.`,
  };
}
