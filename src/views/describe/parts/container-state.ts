import { type Infer, number, part, text } from '#kinds/parts/schema.ts';
import { type Item, plain, value, valueWith } from '#views/describe/description.ts';
import { timeText } from './go-text.ts';

/** One of the three is set; none of them means that the container waits. */
export const ContainerState = part({
  running: part({ startedAt: text }),
  waiting: part({ reason: text }),
  terminated: part({
    reason: text,
    message: text,
    exitCode: number,
    signal: number,
    startedAt: text,
    finishedAt: text,
  }),
});
type ContainerState = Infer<typeof ContainerState> | undefined;

/** A state of a container, and under it since when, or why. One that nothing is said of is waiting. */
export function stateItem(label: string, state: ContainerState): Item {
  const { running, waiting, terminated } = state ?? {};
  if (running !== undefined) {
    return valueWith(label, 'Running', [value('Started', timeText(running.startedAt))]);
  }
  if (terminated === undefined || waiting !== undefined) {
    return valueWith(label, 'Waiting', [value('Reason', waiting?.reason || undefined)]);
  }
  const { reason, message, exitCode = 0, signal, startedAt, finishedAt } = terminated;
  return valueWith(label, 'Terminated', [
    value('Reason', reason || undefined),
    value('Message', message || undefined),
    plain('Exit Code', exitCode),
    plain('Signal', signal || undefined),
    value('Started', timeText(startedAt)),
    value('Finished', timeText(finishedAt)),
  ]);
}
