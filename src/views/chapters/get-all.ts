import type { Entry } from '#model/model.ts';
import { groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import type { KubectlTable } from '#views/kubectl-table.ts';
import { kubectlTable } from '#views/table-of.ts';
import type { Cluster } from './cluster.ts';

/** The order in which kubectl prints the kinds of the category `all`; others follow. */
const order = [
  'Pod',
  'ReplicationController',
  'Service',
  'DaemonSet.apps',
  'Deployment.apps',
  'ReplicaSet.apps',
  'StatefulSet.apps',
  'HorizontalPodAutoscaler.autoscaling',
  'CronJob.batch',
  'Job.batch',
];

/** Whether `kubectl get all` would show an object. */
export function inGetAll({ kind, resource }: Entry): boolean {
  return kind.inAll === true || resource.categories.includes('all');
}

function rank({ object }: Entry): number {
  const place = order.indexOf(groupKindKey(groupKindOf(object)));
  return place === -1 ? order.length : place;
}

/** What `kubectl get all` prints in a namespace: a table for each kind, in kubectl's order. */
export function getAllTables(
  { model, links }: Cluster,
  namespace: string,
): readonly KubectlTable[] {
  const command = `kubectl get all -n ${namespace}`;
  const shown = model.inNamespace(namespace).filter(inGetAll);
  const byKind = Map.groupBy(shown, ({ object }) => groupKindKey(groupKindOf(object)));
  const groups = [...byKind.values()];
  const ranked = groups.toSorted((a, b) => (a[0] ? rank(a[0]) : 0) - (b[0] ? rank(b[0]) : 0));
  return ranked.map((entries) =>
    kubectlTable(model, entries, { command, prefixed: true }, links.object),
  );
}
