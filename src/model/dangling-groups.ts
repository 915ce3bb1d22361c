import type { ObjectId } from '#snapshot/object-id.ts';
import type { Dangling } from './model.ts';

/** One thing that references lead to in vain, with all of them: ten Pods may miss one Secret. */
export interface DanglingGroup {
  readonly reason: Dangling['reason'];
  /** The object that is not there; absent when a selector matched nothing. */
  readonly to?: ObjectId | undefined;
  /** At least one, in the model's order. */
  readonly dangling: readonly Dangling[];
}

const order = [
  'missing',
  'nothing-selected',
  'not-captured',
  'optional',
] as const satisfies readonly Dangling['reason'][];

/** Groups dangling references by what they lead to: what is surely wrong first, then in order of mention. */
export function groupDangling(dangling: readonly Dangling[]): readonly DanglingGroup[] {
  const groups = Map.groupBy(dangling, ({ reason, to, from, reference }) =>
    to === undefined ? `${reason} ${from} ${reference.path}` : `${reason} ${to}`,
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ reason: first.reason, to: first.to, dangling: group }] : [];
    })
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
}
