import type { Entry } from '#model/model.ts';
import { unhealthy } from '#model/unhealthy.ts';
import type { BookCluster } from './book.ts';

const found = new WeakMap<BookCluster, readonly Entry[]>();

/** What was not well in a cluster, judged once: the hub, the home and the lists of namespaces ask. */
export function unhealthyOf(cluster: BookCluster): readonly Entry[] {
  const known = found.get(cluster) ?? unhealthy(cluster.model);
  found.set(cluster, known);
  return known;
}
