import type { DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import { readNode } from '#views/chapters/read.ts';
import type { Part } from './server-side.ts';
import { type Survey, serverEvidence } from './survey.ts';

/** Id of the group of what runs on a node without being a Pod. */
export const hostGroup = 'host';

/** The kubelet and the container runtime, which no Pod shows: only the Node tells of them. */
export function nodeSide(seen: Survey): Part {
  const [node] = seen.nodes;
  if (node === undefined) return { nodes: [], edges: [] };
  const isOnly = seen.nodes.length === 1;
  const process = {
    category: 'machine',
    group: hostGroup,
    role: 'outside',
    href: isOnly ? seen.hrefFor(node.id) : undefined,
  } as const;
  const nodes: readonly DiagramNode[] = [
    { ...process, id: 'kubelet', label: 'kubelet', kind: 'Host process', glyph: 'kubelet' },
    {
      ...process,
      id: 'runtime',
      label: runtimeOf(seen),
      kind: 'Container runtime',
      glyph: 'runtime',
    },
  ];
  const toRuntime = {
    from: 'kubelet',
    to: 'runtime',
    label: 'CRI socket',
    evidence: 'typical',
  } as const;
  return { nodes, edges: [kubeletEdge(seen), toRuntime] };
}

/** Name of the group: how many nodes have these processes. */
export function hostLabel({ nodes }: Survey): string {
  return nodes.length === 1
    ? 'Host processes, never pods'
    : `Host processes on all ${nodes.length} nodes`;
}

function kubeletEdge(seen: Survey): DiagramEdge {
  const leases = seen.model
    .inNamespace('kube-node-lease')
    .filter(({ object }) => object.kind === 'Lease');
  const [node] = seen.nodes;
  const back = node && readNode(node).status?.daemonEndpoints?.kubeletEndpoint?.Port;
  const proof = [
    ...(leases.length > 0 ? ['the Leases of the nodes'] : []),
    ...(back === undefined ? [] : ['status.daemonEndpoints of the Node']),
  ].join(' and ');
  const said = proof === '' ? undefined : proof;
  return {
    from: 'kubelet',
    to: 'hub',
    both: true,
    label: `${seen.apiPort.port}, back ${back ?? 10250}`,
    evidence: serverEvidence(seen, said),
    proof: said,
  };
}

/** `docker://29.1.3` → `docker 29.1.3`; only the names where nodes differ. */
function runtimeOf({ nodes }: Survey): string {
  // Nodes that are known by name only say nothing of theirs.
  const versions = nodes.flatMap(
    (node) => readNode(node).status?.nodeInfo?.containerRuntimeVersion ?? [],
  );
  const distinct = [...new Set(versions)];
  if (distinct.length === 0) return 'unknown';
  if (distinct.length === 1) return (distinct[0] ?? '').replace('://', ' ');
  return [...new Set(distinct.map((version) => version.replace(/:\/\/.*/, '')))].join(', ');
}
