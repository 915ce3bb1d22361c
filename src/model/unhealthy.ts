import type { Health } from '#kinds/kind.ts';
import type { Entry, Model } from './model.ts';

const severity = { bad: 2, warn: 1, unknown: 0, ok: 0, done: 0 } as const satisfies Record<
  Health['state'],
  number
>;

/**
 * Objects that were not well at capture time, worst first, otherwise in the model's order. What cannot
 * be judged is not among them.
 */
export function unhealthy({ entries, context }: Model): readonly Entry[] {
  const judged = entries.map((entry) => ({
    entry,
    severity: severity[entry.kind.health(entry.object, context)?.state ?? 'ok'],
  }));
  return judged
    .filter((each) => each.severity > 0)
    .sort((a, b) => b.severity - a.severity)
    .map(({ entry }) => entry);
}
