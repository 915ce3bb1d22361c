import type { Diagram, DiagramGroup, DiagramNode } from './diagram.ts';

/** Who stands where, before anything is measured. */
export interface Cast {
  readonly hub: DiagramNode;
  readonly hubGroup: DiagramGroup | undefined;
  /** Groups left of the bar with their nodes, top to bottom. */
  readonly left: readonly {
    readonly group: DiagramGroup;
    readonly nodes: readonly DiagramNode[];
  }[];
  readonly right: readonly DiagramNode[];
  /** Without a group, joined to the bar; each needs a lane of its own. */
  readonly lanes: readonly DiagramNode[];
  /** Without a group, joined to a node on the left. */
  readonly asides: readonly DiagramNode[];
  /** A group around all the others. */
  readonly frame: DiagramGroup | undefined;
}

/**
 * Sorts the nodes of a figure around the node called `hub` into columns.
 *
 * @throws {Error} When there is no such node.
 */
export function castOf({ id, nodes, groups, edges }: Diagram): Cast {
  const hub = nodes.find((node) => node.id === 'hub');
  if (hub === undefined) throw new Error(`Figure ${id} has no hub.`);
  const outside = nodes.filter((node) => node.group === undefined && node !== hub);
  const joinsHub = (node: DiagramNode) =>
    edges.some(({ from, to }) => [from, to].includes(node.id) && [from, to].includes(hub.id));
  const parents = new Set(groups.map(({ parent }) => parent));
  return {
    hub,
    hubGroup: groups.find((group) => group.id === hub.group),
    left: groups
      .filter((group) => group.id !== hub.group && !parents.has(group.id))
      .map((group) => ({ group, nodes: nodes.filter((node) => node.group === group.id) }))
      .filter((members) => members.nodes.length > 0),
    right: nodes.filter((node) => node.group === hub.group && node !== hub),
    lanes: outside.filter(joinsHub),
    asides: outside.filter((node) => !joinsHub(node)),
    frame: groups.find((group) => parents.has(group.id)),
  };
}
