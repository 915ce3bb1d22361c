import { part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from './folded.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { HrefFor } from './ref.ts';
import { kubectlTable } from './table-of.ts';

/** What happened to an object. */
export interface ObjectEvents {
  readonly table: KubectlTable;
  /** Earlier ones that were left out. */
  readonly hidden: number;
}

const maxRows = 50;

const Times = part({
  eventTime: text,
  lastTimestamp: text,
  deprecatedLastTimestamp: text,
  series: part({ lastObservedTime: text }),
});

function lastSeen({ object }: Entry): number {
  const times = Times.read(object);
  const time =
    times?.series?.lastObservedTime ??
    times?.lastTimestamp ??
    times?.deprecatedLastTimestamp ??
    times?.eventTime;
  return time === undefined ? 0 : Date.parse(time) || 0;
}

/**
 * Events about an object and about those folded into it, the last ones last, as a story is told;
 * nothing when there are none.
 */
export function objectEvents(
  model: Model,
  id: ObjectId,
  hrefFor: HrefFor,
): ObjectEvents | undefined {
  const family = [id, ...foldedOn(model, id).map((entry) => entry.id)];
  const ids = family.flatMap((member) =>
    model.edgesTo(member).flatMap(({ relation, from }) => (relation === 'about' ? [from] : [])),
  );
  const events = [...new Set(ids)]
    .flatMap((event) => model.get(event) ?? [])
    .filter(({ object }) => object.kind === 'Event')
    .toSorted((a, b) => lastSeen(a) - lastSeen(b));
  const shown = events.slice(-maxRows);
  const namespace = shown[0]?.object.metadata.namespace;
  if (namespace === undefined) return undefined;
  const command = `kubectl get events -n ${namespace} --sort-by=.lastTimestamp`;
  return {
    table: kubectlTable(model, shown, { command, isPart: true }, hrefFor),
    hidden: events.length - shown.length,
  };
}
