import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';

/** A box with those that hang on it, in the order of their edges. */
export interface Branch {
  readonly node: DiagramNode;
  /** What joins it to the box it hangs on; the root has none. */
  readonly edge?: DiagramEdge | undefined;
  readonly branches: readonly Branch[];
}

/** A diagram without frames in which every box but one hangs on exactly one other. */
export interface Tree {
  readonly root: Branch;
  /** `out`: edges lead away from the root, which then stands left; `in`: they lead to it. */
  readonly direction: 'out' | 'in';
}

/** The diagram as a tree, if that is what it is. Its boxes must all be joined. */
export function treeIn(diagram: Diagram): Tree | undefined {
  const { nodes, edges, groups } = diagram;
  if (groups.length > 0 || edges.length !== nodes.length - 1) return undefined;
  const out = rootedTree(diagram, 'from', 'to');
  if (out !== undefined) return { root: out, direction: 'out' };
  const into = rootedTree(diagram, 'to', 'from');
  return into && { root: into, direction: 'in' };
}

function rootedTree(
  { nodes, edges }: Diagram,
  near: 'from' | 'to',
  far: 'from' | 'to',
): Branch | undefined {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const hanging = new Set(edges.map((edge) => edge[far]));
  const root = nodes.find(({ id }) => !hanging.has(id));
  const areKnown = edges.every(({ from, to }) => known.has(from) && known.has(to));
  if (hanging.size !== edges.length || root === undefined || !areKnown) return undefined;
  const byNear = Map.groupBy(edges, (edge) => edge[near]);
  const branchAt = (node: DiagramNode, edge?: DiagramEdge): Branch => ({
    node,
    edge,
    branches: (byNear.get(node.id) ?? []).flatMap((next) => {
      const at = known.get(next[far]);
      return at === undefined ? [] : [branchAt(at, next)];
    }),
  });
  return branchAt(root);
}
