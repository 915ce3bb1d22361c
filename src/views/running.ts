import type { Entry } from '#model/model.ts';

const kinds = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
]);

/** Whether an object keeps Pods running, or is one. */
export function isRunning({ kind }: Entry): boolean {
  return kind.category === 'workload' && kinds.has(kind.kind);
}
