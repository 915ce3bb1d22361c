import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Edge, Model } from '#model/model.ts';
import { type ObjectId, objectId, parseObjectId } from '#snapshot/object-id.ts';
import type { Links } from '#views/links.ts';
import { count } from '#views/words.ts';
import { byEdgeOrder, edgeWords, isTurned } from './edge-words.ts';

/** Relations named on one line; the rest are only counted. */
const mostWords = 2;

/** What an Event, a status or a schedule writes says nothing of how namespaces depend on each other. */
const passedOver: ReadonlySet<Relation> = new Set<Relation>([
  'about',
  'heartbeat',
  'watches',
  'near',
  'apart',
  'leads',
  'starts',
]);

const cluster = 'cluster';

/**
 * Namespaces among each other: an arrow for all lines between their objects, by relation and number.
 * What the API server itself calls in a namespace is drawn from a box of its own.
 */
export function namespacesAmongEachOther(model: Model, links: Links): Diagram | undefined {
  const lines: Lines = new Map();
  for (const { id } of model.entries) {
    for (const edge of model.edgesFrom(id)) addLine(lines, model, edge);
  }
  const edges = [...lines].map(([key, relations]) => edgeOf(key, relations));
  if (edges.length === 0) return undefined;
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = model.namespaces.filter((name) => !joined.has(name));
  return {
    id: 'namespaces',
    title: 'Namespaces among each other',
    description: 'Which namespaces name objects of which others, by relation and number.',
    caption:
      'An arrow is what objects of one namespace name in another, with the number of objects that do. Calls over the network that no object states are not in it.',
    omitted: alone.length === 0 ? undefined : aloneSentence(alone),
    complete: { label: 'All namespaces', href: links.namespaces() },
    groups: [],
    nodes: [...joined].map((name) => boxOf(model, links, name)),
    edges,
  };
}

/** By both namespaces, then by relation: the objects that say so. */
type Lines = Map<string, Map<Relation, Set<ObjectId>>>;

function addLine(lines: Lines, model: Model, edge: Edge): void {
  const { relation } = edge;
  const [from, to] = [sideOf(model, edge.from, edge), sideOf(model, edge.to, edge)];
  if (from === undefined || to === undefined || from === to || passedOver.has(relation)) return;
  const key = JSON.stringify(isTurned(relation) ? [to, from] : [from, to]);
  const relations = lines.get(key) ?? new Map<Relation, Set<ObjectId>>();
  relations.set(relation, (relations.get(relation) ?? new Set()).add(model.home(edge.from)));
  lines.set(key, relations);
}

/** The namespace of an end; a Namespace that a policy names is itself, what the API server calls comes from it. */
function sideOf(model: Model, id: ObjectId, { relation, from }: Edge): string | undefined {
  const { kind, name } = parseObjectId(id);
  if (relation === 'allows' && kind === 'Namespace') return name;
  if (relation === 'calls' && id === from) return namespaceOf(model, id) ?? cluster;
  return namespaceOf(model, id);
}

function namespaceOf(model: Model, id: ObjectId): string | undefined {
  return model.get(id)?.object.metadata.namespace || undefined;
}

function edgeOf(key: string, relations: ReadonlyMap<Relation, ReadonlySet<ObjectId>>): DiagramEdge {
  const [from = '', to = ''] = JSON.parse(key) as readonly string[];
  const sorted = [...relations].toSorted(
    ([a, many], [b, more]) => more.size - many.size || byEdgeOrder(a, b),
  );
  const words = sorted.map(([relation, { size }]) => {
    const times = size > 1 ? ` × ${size}` : '';
    return `${edgeWords[relation].label}${times}`;
  });
  const rest = words.length - mostWords;
  const label = [...words.slice(0, mostWords), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
  return { from, to, label, evidence: 'proven', proof: rest > 0 ? words.join(', ') : undefined };
}

function boxOf(model: Model, links: Links, name: string): DiagramNode {
  if (name === cluster) {
    return {
      id: cluster,
      label: 'API server',
      kind: 'webhooks, aggregated APIs',
      glyph: 'apiserver',
      category: 'machine',
      role: 'outside',
    };
  }
  const isCaptured = model.get(objectId({ group: '', kind: 'Namespace', name })) !== undefined;
  return {
    id: name,
    label: name,
    kind: isCaptured ? 'Namespace' : 'Namespace, inferred',
    glyph: 'namespace',
    category: 'machine',
    href: links.namespace(name),
    role: 'plain',
  };
}

/** Names are listed while a reader can take them in. */
const mostNames = 8;

function aloneSentence(alone: readonly string[]): string {
  const names = alone.slice(0, mostNames).join(', ');
  const rest = alone.length - mostNames;
  const all = rest > 0 ? `${names} and ${rest} more` : names;
  return `Without an arrow, so not drawn: ${count(alone.length, 'namespace')} (${all}).`;
}
