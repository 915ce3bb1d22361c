import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Dangling, Edge, Model } from '#model/model.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from '#views/folded.ts';
import type { HrefFor } from '#views/ref.ts';
import { absentNode } from './absent-node.ts';
import { edgeWords, isTurned } from './edge-words.ts';
import { objectNode } from './nodes.ts';

/** Which lines a chain follows. */
export interface ChainRule {
  readonly relations: ReadonlySet<Relation>;
  /** Relations whose line runs against the usual way: a request comes to a route from its Gateway. */
  readonly turned?: ReadonlySet<Relation>;
  /** Kinds at which the walk ends; their boxes are drawn. */
  readonly ends?: ReadonlySet<string>;
  /** The object whose box stands for one; itself unless stated. */
  readonly stand?: (id: ObjectId) => ObjectId;
}

type Parts = Pick<Diagram, 'nodes' | 'edges'>;
type Way = 'left' | 'right';

/** More objects than this are not walked to: no figure could show them. */
const mostObjects = 400;

/**
 * What can be reached from some objects along lines of some relations: to the right over what they lead
 * to, to the left over what leads to them, never back. What they name and is missing is drawn too.
 */
export function chain(
  model: Model,
  starts: readonly ObjectId[],
  rule: ChainRule,
  page: {
    readonly hrefFor: HrefFor;
    readonly namespace?: string | undefined;
    /** Boxes stand in frames of their namespaces, which they then need not say. */
    readonly framed?: boolean | undefined;
  },
): Parts {
  const nodes = new Map<string, DiagramNode>();
  const edges = new Map<string, DiagramEdge>();
  const draw = (id: ObjectId) => {
    const group = page.framed ? namespaceOf(model, id) : undefined;
    const namespace = group ?? page.namespace;
    nodes.set(id, { ...objectNode(model, id, page.hrefFor, { namespace }), group });
  };
  for (const start of starts) draw(start);
  for (const way of ['left', 'right'] as const) {
    const { reached, lines } = walk(model, starts, rule, way);
    for (const line of lines) {
      draw(way === 'right' ? line.to : line.from);
      addEdge(edges, line, rule);
    }
    for (const id of reached) drawAbsent(model, id, way, rule, page, nodes, edges);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function namespaceOf(model: Model, id: ObjectId): string | undefined {
  return model.get(id)?.object.metadata.namespace || undefined;
}

function walk(
  model: Model,
  starts: readonly ObjectId[],
  rule: ChainRule,
  way: Way,
): { readonly reached: ReadonlySet<ObjectId>; readonly lines: readonly Line[] } {
  const reached = new Set(starts);
  const lines: Line[] = [];
  // A set is walked in the order in which it grows.
  for (const id of reached) {
    if (reached.size > mostObjects) break;
    for (const line of linesAt(model, id, way, rule)) {
      const next = way === 'right' ? line.to : line.from;
      lines.push(line);
      if (rule.ends?.has(parseObjectId(next).kind) !== true) reached.add(next);
    }
  }
  return { reached, lines };
}

type Line = Pick<Edge, 'from' | 'to' | 'relation' | 'path'>;

function linesAt(model: Model, id: ObjectId, way: Way, rule: ChainRule): readonly Line[] {
  const { relations, stand = (one) => one } = rule;
  return familyOf(model, id, rule)
    .flatMap((member) => [...model.edgesFrom(member), ...model.edgesTo(member)])
    .flatMap((edge): readonly Line[] => {
      if (!relations.has(edge.relation)) return [];
      const [left, right] = isTurnedEdge(edge, rule) ? [edge.to, edge.from] : [edge.from, edge.to];
      const [from, to] = [stand(left), stand(right)];
      const isThisWay = way === 'right' ? from === id : to === id;
      return isThisWay && from !== to
        ? [{ from, to, relation: edge.relation, path: edge.path }]
        : [];
    });
}

/** Where other objects stand for themselves, what is folded into one has a box of its own. */
function familyOf(model: Model, id: ObjectId, { stand }: ChainRule): readonly ObjectId[] {
  return stand === undefined ? [id] : [id, ...foldedOn(model, id).map((entry) => entry.id)];
}

// Volume and claim name each other; the line goes from the claim to the volume.
function isTurnedEdge({ relation, from }: Edge, rule: ChainRule): boolean {
  const { kind } = parseObjectId(from);
  return isTurnedIn(relation, rule) || (relation === 'bound' && kind === 'PersistentVolume');
}

function isTurnedIn(relation: Relation, { turned }: ChainRule): boolean {
  return isTurned(relation) !== (turned?.has(relation) ?? false);
}

/** Read along the line: a Gateway has a route, which attaches to it. */
function labelOf(relation: Relation, { turned }: ChainRule): string {
  return turned?.has(relation) ? 'has' : edgeWords[relation].label;
}

function addEdge(
  edges: Map<string, DiagramEdge>,
  { from, to, relation, path }: Line,
  rule: ChainRule,
): void {
  const key = JSON.stringify([from, to]);
  if (edges.has(key)) return;
  edges.set(key, { from, to, label: labelOf(relation, rule), evidence: 'proven', proof: path });
}

function drawAbsent(
  model: Model,
  id: ObjectId,
  way: Way,
  rule: ChainRule,
  { hrefFor, namespace }: Parameters<typeof chain>[3],
  nodes: Map<string, DiagramNode>,
  edges: Map<string, DiagramEdge>,
): void {
  const isDrawn = ({ reference: { relation }, reason }: Dangling) =>
    rule.relations.has(relation) &&
    reason !== 'optional' &&
    isTurnedIn(relation, rule) === (way === 'left');
  const absent = familyOf(model, id, rule).flatMap((member) => model.danglingFrom(member));
  for (const one of absent.filter(isDrawn)) {
    const node = absentNode(model, { ...one, from: id }, hrefFor, namespace);
    const { relation, path } = one.reference;
    const [from, to] = way === 'left' ? [node.id, id] : [id, node.id];
    nodes.set(node.id, node);
    edges.set(JSON.stringify([from, to]), {
      from,
      to,
      label: labelOf(relation, rule),
      evidence: one.reason === 'not-captured' ? 'unseen' : 'proven',
      proof: path,
    });
  }
}

/** The same boxes, the one of the page set off from the others. */
export function withSelf(nodes: readonly DiagramNode[], id: ObjectId): readonly DiagramNode[] {
  return nodes.map((node) => (node.id === id ? { ...node, role: 'self' as const } : node));
}
