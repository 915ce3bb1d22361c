import type { Diagram } from './diagram.ts';

/**
 * A diagram as the diagrams that nothing joins: no edge leads from one to another, and no group holds
 * boxes of two. In the order of their first boxes; every one keeps the order within.
 */
export function partsOf(diagram: Diagram): readonly Diagram[] {
  const sets = new DisjointSets();
  const parents = new Map(diagram.groups.map(({ id, parent }) => [id, parent]));
  for (const { id, group } of diagram.nodes) {
    sets.find(nodeKey(id));
    if (group !== undefined && parents.has(group)) sets.join(nodeKey(id), groupKey(group));
  }
  for (const [id, parent] of parents) {
    if (parent !== undefined && parents.has(parent)) sets.join(groupKey(id), groupKey(parent));
  }
  for (const { from, to } of diagram.edges) {
    if (sets.has(nodeKey(from)) && sets.has(nodeKey(to))) sets.join(nodeKey(from), nodeKey(to));
  }
  const nodes = Map.groupBy(diagram.nodes, ({ id }) => sets.find(nodeKey(id)));
  const edges = Map.groupBy(diagram.edges, ({ from }) => sets.find(nodeKey(from)));
  const groups = Map.groupBy(diagram.groups, ({ id }) => sets.find(groupKey(id)));
  return [...nodes].map(([key, members]) => ({
    ...diagram,
    nodes: members,
    edges: edges.get(key) ?? [],
    groups: groups.get(key) ?? [],
  }));
}

const nodeKey = (id: string) => `n ${id}`;
const groupKey = (id: string) => `g ${id}`;

/** Sets of texts that are joined until each holds what belongs together. */
class DisjointSets {
  readonly #parents = new Map<string, string>();

  has(key: string): boolean {
    return this.#parents.has(key);
  }

  /** The text that stands for the set of this one, which is new and alone if it was not known. */
  find(key: string): string {
    const parent = this.#parents.get(key);
    if (parent === key) return key;
    const root = parent === undefined ? key : this.find(parent);
    this.#parents.set(key, root);
    return root;
  }

  join(a: string, b: string): void {
    this.#parents.set(this.find(b), this.find(a));
  }
}
