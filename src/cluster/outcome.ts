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

/** The ledger line of a resource that was read in some namespaces, one after the other. */
export function outcomeOfNamespaces(
  readings: ReadonlyMap<string, Reading>,
  whole: { readonly message: string; readonly asAsked: boolean; readonly all: boolean },
): Reading {
  const outcomes = [...readings.values()].map(({ outcome }) => outcome);
  const shortfall = !whole.asAsked || [...readings.values()].some((each) => each.shortfall);
  const [first] = outcomes;
  if (first !== undefined && outcomes.every(({ status }) => status === 'forbidden')) {
    const message = whole.asAsked ? first.message : whole.message;
    return { outcome: { status: 'forbidden', message }, shortfall: true };
  }
  if (whole.all && outcomes.every(({ status }) => status === 'complete')) {
    const message = `Read one namespace after the other: ${whole.message}`;
    return { outcome: { status: 'inconsistent', message }, shortfall };
  }
  const namespaces = Object.fromEntries(
    [...readings].map(
      ([
        namespace,
        {
          outcome: { status, message },
        },
      ]) => [namespace, { status, ...(message === undefined ? {} : { message }) }],
    ),
  );
  return { outcome: { status: 'partial', message: whole.message, namespaces }, shortfall };
}

function remark(status: Remark['status'], message: string): Remark {
  return { status, message, asAsked: false };
}
