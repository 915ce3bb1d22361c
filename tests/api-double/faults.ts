import type { DoubleCluster } from './cluster.ts';
import type { StatusAnswer } from './status.ts';

/**
 * What goes wrong with a request:
 *
 * - a {@link StatusAnswer} instead of what was asked for
 * - `reset`: the connection is reset without an answer
 * - `silence`: there is never an answer
 * - `reset-in-body`: the connection is reset after half of the answer
 * - `stalled`: half of the answer, then nothing
 * - `truncated`: half of the answer, then the connection ends
 * - `invalid-json`: an answer that ends in the middle of its JSON
 * - `slow`: the answer, byte after byte in the end
 * - `expired`: the continue token is too old; the answer has one that goes on in the list as it is now
 * - `expired-for-good`: the same without another token
 * - `new-token`: the token of the client does not count any more, from now on the next does
 */
export type Mishap =
  | StatusAnswer
  | 'reset'
  | 'silence'
  | 'reset-in-body'
  | 'stalled'
  | 'truncated'
  | 'invalid-json'
  | 'slow'
  | 'expired'
  | 'expired-for-good'
  | 'new-token';

/** Makes some requests go wrong. */
export interface Fault {
  /** Path and query of the requests it meets. */
  readonly at: RegExp;
  /** How many it meets; all when left out. */
  readonly times?: number;
  /** Left out: the request goes well. */
  readonly answer?: Mishap;
  /** What happens in the cluster just before. Lists that have begun do not see it, as their tokens say. */
  readonly change?: (cluster: DoubleCluster) => DoubleCluster;
}

/** Finds the fault a request meets, and counts. */
export function faultFinder(faults: readonly Fault[]): (url: string) => Fault | undefined {
  const met = new Map<Fault, number>();
  return (url) => {
    const fault = faults.find(
      (each) => each.at.test(url) && (met.get(each) ?? 0) < (each.times ?? Infinity),
    );
    if (fault !== undefined) met.set(fault, (met.get(fault) ?? 0) + 1);
    return fault;
  };
}
