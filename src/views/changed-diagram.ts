import type { Diagram, DiagramNode } from '#diagrams/diagram.ts';
import type { ObjectChange } from '#diff/snapshot-diff.ts';
import { type ObjectId, objectId, parseObjectId } from '#snapshot/object-id.ts';
import { inAppFrames } from './diagrams/app-frames.ts';
import { namespaceBoxes } from './diagrams/namespace.ts';
import { linkGhosts } from './findings/link-ghosts.ts';
import type { Side } from './side.ts';

type NodeChange = NonNullable<DiagramNode['change']>;

const nodeChange = {
  added: 'added',
  removed: 'removed',
  modified: 'changed',
  renamed: 'changed',
} as const satisfies Record<ObjectChange['change'], NodeChange>;

// Colour alone says nothing to some readers, and nothing in Mermaid.
const signs = { added: '+', removed: '−', changed: '~' } as const satisfies Record<
  NodeChange,
  string
>;

/**
 * What differs in a namespace, and what hangs together with it: drawn as on the after side, with what only
 * the before side has. Nothing where no line touches a difference.
 *
 * @param changes Of this namespace, as the after side calls it.
 */
export function changedDiagram(
  namespace: string,
  changes: readonly ObjectChange[],
  before: Side,
  after: Side,
): Diagram | undefined {
  const known = new Map<string, NodeChange>();
  for (const { change, afterId, beforeId } of changes) {
    const id = afterId ?? (beforeId && inNamespace(beforeId, namespace));
    if (id !== undefined) known.set(id, nodeChange[change]);
  }
  const now = namespaceBoxes(after.model, namespace, after.links.object);
  const lost = lostPart(namespace, changes, before);
  const nodes = new Map([...(lost?.nodes ?? []), ...now.nodes].map((node) => [node.id, node]));
  const edges = [...now.edges, ...(lost?.edges ?? [])].filter(
    ({ from, to }) => (known.has(from) || known.has(to)) && nodes.has(from) && nodes.has(to),
  );
  if (edges.length === 0) return undefined;
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = [...nodes.values()].filter(({ id }) => ends.has(id));
  const framed = inAppFrames(after.model, namespace, after.links.object, { nodes: drawn, edges });
  const diagram: Diagram = {
    id: `changes-${namespace}`,
    title: `What differs around ${namespace}`,
    description: describe(drawn, known),
    caption: [
      `What differs in ${namespace}, and what it is joined to.`,
      'The sign says how: + added, − gone, ~ changed.',
      ...framed.meaning,
    ].join(' '),
    omitted: framed.notes.length === 0 ? undefined : framed.notes.join(' '),
    groups: framed.groups,
    nodes: framed.nodes.map((node) => marked(node, known.get(node.object ?? node.id))),
    edges: framed.edges,
  };
  return linkGhosts(after.model, after.links, diagram);
}

function marked(node: DiagramNode, change: NodeChange | undefined): DiagramNode {
  return change === undefined ? node : { ...node, change, kind: `${signs[change]} ${node.kind}` };
}

/** The same object's id in a namespace that is called otherwise. */
function inNamespace(id: string, namespace: string): ObjectId {
  const name = parseObjectId(id as ObjectId);
  return objectId(name.namespace === undefined ? name : { ...name, namespace });
}

/** What only the before side has, with its lines, in the names of the after side. */
function lostPart(
  namespace: string,
  changes: readonly ObjectChange[],
  before: Side,
): Pick<Diagram, 'nodes' | 'edges'> | undefined {
  const lost = changes.filter(({ change }) => change === 'removed');
  const [first] = lost;
  const theirs = first?.beforeId && parseObjectId(first.beforeId).namespace;
  if (theirs === undefined || theirs === '') return undefined;
  const diagram = namespaceBoxes(before.model, theirs, before.links.object);
  const ids = new Set<string>(lost.flatMap(({ beforeId }) => beforeId ?? []));
  const here = (id: string) =>
    parseObjectId(id as ObjectId).namespace === theirs ? inNamespace(id, namespace) : id;
  return {
    nodes: diagram.nodes
      .filter(({ id }) => ids.has(id))
      .map((node) => ({ ...node, id: here(node.id) })),
    edges: diagram.edges
      .filter(({ from, to }) => ids.has(from) || ids.has(to))
      .map((edge) => ({ ...edge, from: here(edge.from), to: here(edge.to) })),
  };
}

function describe(nodes: readonly DiagramNode[], known: ReadonlyMap<string, NodeChange>): string {
  const names = (change: NodeChange) =>
    nodes.filter(({ id }) => known.get(id) === change).map(({ kind, label }) => `${kind} ${label}`);
  const parts = [
    ['Added', names('added')],
    ['Gone', names('removed')],
    ['Changed', names('changed')],
  ] as const;
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => `${word}: ${list.join(', ')}.`)
    .join(' ');
}
