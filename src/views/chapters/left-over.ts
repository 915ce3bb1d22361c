import { ownerOfGroup } from '#catalogue/api-groups.ts';
import { type DanglingGroup, groupDangling } from '#model/dangling-groups.ts';
import { all, type Cluster, type Running } from './cluster.ts';

/** Everything that runs, in the order of the namespaces. */
export function allRunning(cluster: Cluster): readonly Running[] {
  return cluster.model.namespaces.flatMap((namespace) => cluster.running(namespace));
}

/** Parts that every cluster has, or that have chapters of their own. */
const core = ['control-plane', 'dns'];

/** What runs beyond the core of Kubernetes and is recognised with certainty. */
export function addOns(cluster: Cluster): readonly Running[] {
  return allRunning(cluster).filter(
    ({ match }) =>
      match?.confidence === 'certain' &&
      !core.includes(match.component.category) &&
      match.component.id !== 'kube-proxy',
  );
}

/** What runs and the catalogue does not know. */
export function unknownWorkloads(cluster: Cluster): readonly Running[] {
  return allRunning(cluster).filter(({ match }) => match?.confidence !== 'certain');
}

/** API groups of CustomResourceDefinitions that the catalogue has no owner for. */
export function unknownGroups(cluster: Cluster): readonly string[] {
  const groups = all(cluster, 'CustomResourceDefinition.apiextensions.k8s.io').map(({ object }) =>
    object.metadata.name.slice(object.metadata.name.indexOf('.') + 1),
  );
  return [...new Set(groups)].filter((group) => ownerOfGroup(group) === undefined);
}

/** What objects name and the snapshot proves not to exist. */
export function missingTargets({ model }: Cluster): readonly DanglingGroup[] {
  return groupDangling(model.dangling).filter(({ reason }) => reason === 'missing');
}
