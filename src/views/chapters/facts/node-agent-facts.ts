import { minorOf } from '#catalogue/versions.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { readNode, readNodeRoom } from '#views/chapters/read.ts';
import { capital, codes, spell } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

type Info = NonNullable<NonNullable<ReturnType<typeof readNode>['status']>['nodeInfo']>;

function infos(cluster: Cluster): readonly Info[] {
  return all(cluster, 'Node').flatMap((node) => readNode(node).status?.nodeInfo ?? []);
}

function distinct(cluster: Cluster, field: (info: Info) => string | undefined): FactValue {
  const values = new Set(infos(cluster).flatMap((info) => field(info) ?? []));
  return values.size === 0 ? undefined : codes([...values].toSorted());
}

/** Nodes whose kubelet is of an older minor version than the API server. */
export function nodesBehind(cluster: Cluster): readonly Entry[] {
  const { minor } = cluster;
  return all(cluster, 'Node').filter((node) => {
    const own = minorOf(readNode(node).status?.nodeInfo?.kubeletVersion);
    return own !== undefined && minor !== undefined && own < minor;
  });
}

/** The processes of the nodes. */
export const nodeAgentFacts = {
  'agents.kubelet-versions': (cluster) => distinct(cluster, (info) => info.kubeletVersion),
  'agents.runtimes': (cluster) => distinct(cluster, (info) => info.containerRuntimeVersion),
  'nodes.capacity': (cluster) =>
    all(cluster, 'Node').some((node) => readNodeRoom(node).status?.allocatable !== undefined),
  'agents.behind': (cluster) => {
    const { length } = nodesBehind(cluster);
    if (length === 0 || cluster.version?.from !== 'the API server') return undefined;
    return `${capital(spell(length, 'node'))} ${length === 1 ? 'runs' : 'run'} an older kubelet`;
  },
} satisfies FactTable;
