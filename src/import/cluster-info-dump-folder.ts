import { layoutOf } from './layout.ts';

/**
 * What `kubectl cluster-info dump --output-directory` writes: `nodes.json`, and of every namespace seven
 * kinds and the logs of its Pods. JSON or YAML.
 *
 * @see https://github.com/kubernetes/kubectl/blob/master/pkg/cmd/clusterinfo/clusterinfo_dump.go
 */
export const clusterInfoDumpFolder = layoutOf({
  name: 'cluster-info dump folder',
  // Of a namespace all seven are written, also where they are empty, and nobody else puts that hyphen.
  mark: /\/replication-controllers\.(?:json|ya?ml)$/,
  logs: /(?:^|\/)[^/]+\/[^/]+\/logs\.txt$/,
  objects: [
    [/(?:^|\/)(?<resource>nodes)\.(?:json|ya?ml)$/],
    [
      /(?:^|\/)(?<namespace>[^/]+)\/(?<resource>events|replication-controllers|services|daemonsets|deployments|replicasets|pods)\.(?:json|ya?ml)$/,
    ],
  ],
});
