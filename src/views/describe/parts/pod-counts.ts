import { part, text } from '#kinds/parts/schema.ts';
import { countOfKind } from '#model/count-of-kind.ts';
import type { Subject } from '#views/describe/describer.ts';
import { type Item, value } from '#views/describe/description.ts';

const Phase = part({ status: part({ phase: text }) });
const phases = { Running: 'Running', Waiting: 'Pending', Succeeded: 'Succeeded', Failed: 'Failed' };

/** `Pods Status`: the Pods that a workload controls, counted by phase. */
export function podsStatusItem({ model, entry }: Subject): Item | undefined {
  const { metadata } = entry.object;
  const pods = model.owned(entry.id).filter(({ object }) => object.kind === 'Pod');
  const pool = { group: '', kind: 'Pod' };
  if (
    pods.length === 0 &&
    !model.holdsAll(pool, metadata.namespace) &&
    countOfKind(model, pool) === 0
  ) {
    return value('Pods Status', '<not captured>');
  }
  const counts = Map.groupBy(pods, ({ object }) => Phase.read(object)?.status?.phase);
  const text = Object.entries(phases)
    .map(([word, phase]) => `${counts.get(phase)?.length ?? 0} ${word}`)
    .join(' / ');
  return value('Pods Status', text);
}
