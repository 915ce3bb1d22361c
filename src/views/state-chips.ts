import type { Health } from '#kinds/kind.ts';
import type { KubectlTable } from './kubectl-table.ts';

/** A choice above a list: the rows of one state. */
export interface StateChip {
  readonly state: Health['state'];
  readonly word: string;
  readonly count: number;
}

type Words = Readonly<Record<Health['state'], string>>;

/** In the order of the chips: what needs a look first. */
const general: Words = {
  bad: 'Failing',
  warn: 'Warning',
  ok: 'Good',
  done: 'Done',
  unknown: 'Unknown',
};
const readiness: Words = { ...general, warn: 'Not ready', ok: 'Ready' };

/** The state of each row, where it has one. */
export function rowStates({ rows }: KubectlTable): readonly (Health | undefined)[] {
  return rows.map(({ cells }) => cells.find(({ health }) => health)?.health);
}

/**
 * The states that a list has rows of. Each is called what kubectl calls it, if that is one word for all
 * of them and for no other state: `Bound`, `Pending`.
 *
 * @param states - That of each row; `undefined` for a row without one.
 */
export function stateChips(
  states: readonly (Health | undefined)[],
  heads: readonly string[],
): readonly StateChip[] {
  const byState = Map.groupBy(
    states.filter((health) => health !== undefined),
    ({ state }) => state,
  );
  const own = new Map(
    [...byState].map(([state, healths]) => {
      const words = new Set(healths.map(({ word }) => word));
      return [state, words.size === 1 ? [...words][0] : undefined];
    }),
  );
  const isDistinct =
    new Set(own.values()).size === own.size && ![...own.values()].includes(undefined);
  const words = heads.includes('READY') ? readiness : general;
  return (Object.keys(general) as Health['state'][]).flatMap((state) => {
    const count = byState.get(state)?.length ?? 0;
    const word = (isDistinct ? own.get(state) : undefined) ?? words[state];
    return count === 0 ? [] : [{ state, word, count }];
  });
}
