import type { Health } from '#kinds/kind.ts';
import { flag, type Infer, intOrString, part, text } from './schema.ts';

/** Fields of the status that a VolumeSnapshot and its content share. */
export const snapshotStatus = {
  readyToUse: flag,
  restoreSize: intOrString,
  error: part({ message: text, time: text }),
};
const Status = part(snapshotStatus);

/** Whether a snapshot is there to be restored; a driver that failed tries again. */
export function snapshotHealth(status: Infer<typeof Status> | undefined): Health | undefined {
  if (status === undefined) return undefined;
  if (status.error !== undefined) return { state: 'bad', word: 'Failed' };
  return status.readyToUse === true
    ? { state: 'ok', word: 'Ready to use' }
    : { state: 'warn', word: 'Not ready' };
}
