import type { Diagram, DiagramNode } from '#diagrams/diagram.ts';

type Parts = Pick<Diagram, 'nodes' | 'edges'>;

/** An object that more groups use than this is left out: lines to it would be the figure. */
const mostCopies = 6;

/** What runs nothing: a box of it with each user says as much as one with many lines. */
const passive: ReadonlySet<DiagramNode['category']> = new Set(['config', 'access', 'storage']);

/**
 * Boxes that several groups use and none holds, so that their lines need not cross the figure: drawn in
 * each group, or, where they are many, left out. What became of them is told in sentences.
 */
export function splitShared({
  nodes,
  edges,
}: Parts): Parts & { readonly notes: readonly string[] } {
  const users = usersOf({ nodes, edges });
  const isEverywhere = ({ id }: DiagramNode) => (users.get(id)?.all.size ?? 0) > mostCopies;
  const lost = nodes.filter(isEverywhere);
  const split = nodes.filter((node) => !isEverywhere(node) && groupsUsing(node, users).length > 0);
  const gone = new Set(lost.map(({ id }) => id));
  const copied = new Set(split.map(({ id }) => id));
  const groupOf = new Map(nodes.map(({ id, group }) => [id, group]));
  const lines = edges.filter(({ to }) => !gone.has(to));
  return {
    nodes: nodes.flatMap((node) => {
      if (gone.has(node.id)) return [];
      return copied.has(node.id) ? copiesOf(node, users) : [node];
    }),
    edges: lines.map((edge) => {
      const group = groupOf.get(edge.from);
      const isMoved = copied.has(edge.to) && group !== undefined;
      return isMoved ? { ...edge, to: copyId(edge.to, group) } : edge;
    }),
    notes: [
      ...(split.length === 0
        ? []
        : [`Drawn in each application that uses it: ${split.map(nameOf).join(', ')}.`]),
      ...lost.map(
        (node) => `Left out: ${nameOf(node)}, which ${users.get(node.id)?.all.size} use.`,
      ),
    ],
  };
}

/** Who uses a box: groups, and boxes in none. */
interface Users {
  readonly groups: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

function usersOf({ nodes, edges }: Parts): ReadonlyMap<string, Users> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const using = Map.groupBy(edges, ({ to }) => to);
  const leading = new Set(edges.map(({ from }) => from));
  const shared = nodes.filter(
    ({ id, category, group }) => passive.has(category) && group === undefined && !leading.has(id),
  );
  return new Map(
    shared.map(({ id }) => {
      const from = (using.get(id) ?? []).map((edge) => edge.from);
      const groups = new Set(from.flatMap((user) => byId.get(user)?.group ?? []));
      const all = new Set(from.map((user) => byId.get(user)?.group ?? user));
      return [id, { groups, all }];
    }),
  );
}

function groupsUsing({ id }: DiagramNode, users: ReadonlyMap<string, Users>): readonly string[] {
  const { groups, all } = users.get(id) ?? {};
  return groups === undefined || all === undefined || all.size < 2 ? [] : [...groups];
}

const copyId = (id: string, group: string) => `${id} ${group}`;

/** A box for each group, and the box itself for those that are in none. */
function copiesOf(node: DiagramNode, users: ReadonlyMap<string, Users>): readonly DiagramNode[] {
  const groups = groupsUsing(node, users);
  const copies = groups.map((group) => ({
    ...node,
    id: copyId(node.id, group),
    object: node.id,
    group,
  }));
  return groups.length === users.get(node.id)?.all.size ? copies : [...copies, node];
}

function nameOf({ kind, label }: DiagramNode): string {
  // Without why it is a ghost: `ConfigMap, missing`.
  return `${kind.replace(/,.*/, '')} ${label}`;
}
