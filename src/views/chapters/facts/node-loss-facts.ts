import type { Cluster } from '#views/chapters/cluster.ts';
import { boundPods, singleCopies } from '#views/chapters/node-loss.ts';
import type { FactTable } from './fact.ts';
import { gracePeriod } from './lease-facts.ts';

/** Seconds of a duration as flags and we write it: `50 s`, `40s`, `1m0s`. */
function seconds(text: string): number | undefined {
  const match = /^(?:(\d+)m)?(?:(\d+) ?s)?$/.exec(text);
  return match === null ? undefined : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
}

/** The least time from the last heartbeat until pods are deleted. */
function outage(cluster: Cluster): string {
  const silence = seconds(gracePeriod(cluster).text);
  return silence === undefined ? 'some six minutes' : `${silence + 300} s`;
}

/** What the loss of a node would cost. */
export const nodeLossFacts = {
  'node-loss.single-copies': (cluster) => singleCopies(cluster).length > 0,
  'node-loss.volumes': (cluster) => boundPods(cluster).length > 0,
  'node-loss.outage': outage,
} satisfies FactTable;
