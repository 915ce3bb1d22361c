import type { Outcome } from '#snapshot/manifest.ts';
import type { ListEnd } from './list-pages.ts';

/** A ledger line, and whether it says less than was asked for. */
export interface Reading {
  readonly outcome: Outcome;
  /** Whether something is missing that nobody asked to leave out. */
  readonly shortfall: boolean;
}

/** One reason why a list is not simply complete. */
export interface Remark {
  readonly status: 'inconsistent' | 'partial';
  readonly message: string;
  /** The reader wanted it so. */
  readonly asAsked: boolean;
}

/** The ledger line of a list that was read to its end. `wishes` are remarks on what was asked of it. */
export function outcomeOfWhole(
  end: Extract<ListEnd, { type: 'whole' }>,
  wishes: readonly Remark[],
): Reading {
  const { nameless, inconsistent, resourceVersion } = end;
  const remarks: Remark[] = [...wishes];
  if (nameless > 0) remarks.push(remark('partial', `${nameless} of its items have no name.`));
  if (inconsistent) remarks.push(remark('inconsistent', 'The list changed while it was read.'));
  const partial = remarks.some(({ status }) => status === 'partial');
  const message = remarks.map((each) => each.message).join(' ');
  return {
    outcome: {
      status: partial ? 'partial' : inconsistent ? 'inconsistent' : 'complete',
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(message === '' ? {} : { message }),
    },
    shortfall: remarks.some(({ asAsked }) => !asAsked),
  };
}

/** The ledger line of a list that ended early, or never began. `words` are those of the server. */
export function outcomeOfCut(
  { by, taken }: Extract<ListEnd, { type: 'cut' }>,
  words: string,
): Outcome {
  if (taken > 0) {
    return { status: 'partial', message: `Only the first ${taken} objects; then: ${words}` };
  }
  const forbidden = by.type === 'refused' && by.status === 403;
  return { status: forbidden ? 'forbidden' : 'unavailable', message: words };
}

/** Why a resource was read in some namespaces, one after the other. */
export interface ByNamespace {
  /** The server's words, or the reader's wish. */
  readonly message: string;
  /** The reader wanted it so, or by default. */
  readonly asAsked: boolean;
  /** Whether these are all namespaces there are. */
  readonly all: boolean;
  /** What the ledger says of the other namespaces. Default: `partial`. */
  readonly elsewhere?: 'skipped' | 'partial' | undefined;
}

/** The ledger line of a resource that was read in some namespaces, one after the other. */
export function outcomeOfNamespaces(
  readings: ReadonlyMap<string, Reading>,
  { message, asAsked, all, elsewhere = 'partial' }: ByNamespace,
): Reading {
  const outcomes = [...readings.values()].map(({ outcome }) => outcome);
  const shortfall = !asAsked || [...readings.values()].some((each) => each.shortfall);
  const [first] = outcomes;
  if (first !== undefined && outcomes.every(({ status }) => status === 'forbidden')) {
    const words = asAsked ? first.message : message;
    return { outcome: { status: 'forbidden', message: words }, shortfall: true };
  }
  if (all && outcomes.every(({ status }) => status === 'complete' || status === 'inconsistent')) {
    const words = `Read one namespace after the other: ${message}`;
    return { outcome: { status: 'inconsistent', message: words }, shortfall };
  }
  const namespaces = Object.fromEntries(
    [...readings].map(([namespace, { outcome }]) => [namespace, lineOf(outcome)]),
  );
  return { outcome: { status: elsewhere, message, namespaces }, shortfall };
}

function lineOf({ status, message }: Outcome): Pick<Outcome, 'status' | 'message'> {
  return { status, ...(message === undefined ? {} : { message }) };
}

function remark(status: Remark['status'], message: string): Remark {
  return { status, message, asAsked: false };
}
