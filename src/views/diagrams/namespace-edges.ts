import type { DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Dangling, Edge, Entry, Model } from '#model/model.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import type { HrefFor } from '#views/ref.ts';
import { absentNode } from './absent-node.ts';
import { edgeWords, isTurned } from './edge-words.ts';
import { objectNode } from './nodes.ts';

/** What a request passes through, and what answering it needs: the rest is in the tables. */
const drawnRelations: ReadonlySet<Relation> = new Set<Relation>([
  'owner',
  'routes',
  'selects',
  'scales',
  'mounts',
  'env',
  'claims',
  'identity',
  'certificate',
  'credentials',
  'parameters',
  'attachesTo',
]);

/** Nearly every Pod uses them, so lines to them say nothing. */
const shared: Readonly<Record<string, string>> = {
  ConfigMap: 'kube-root-ca.crt',
  ServiceAccount: 'default',
};

/** Whether nearly every Pod of a namespace uses this object. */
export function isShared(id: ObjectId): boolean {
  const { kind, name } = parseObjectId(id);
  return shared[kind] === name;
}

/** The lines of a namespace, each once, and the boxes they join by id. */
export function namespaceEdges(
  model: Model,
  entries: readonly Entry[],
  namespace: string,
  hrefFor: HrefFor,
): { readonly edges: readonly DiagramEdge[]; readonly nodes: ReadonlyMap<string, DiagramNode> } {
  const nodes: Nodes = new Map();
  const edges = [
    ...knownEdges(model, entries, namespace, hrefFor, nodes),
    ...absentEdges(model, entries, namespace, hrefFor, nodes),
  ];
  return { edges: onceEach(edges), nodes };
}

type Nodes = Map<string, DiagramNode>;

function knownEdges(
  model: Model,
  entries: readonly Entry[],
  namespace: string,
  hrefFor: HrefFor,
  nodes: Nodes,
): readonly DiagramEdge[] {
  const written = entries.flatMap(({ id }) => model.edgesFrom(id));
  const received = entries
    .flatMap(({ id }) => model.edgesTo(id))
    .filter(({ from }) => namespaceOf(model, from) !== namespace);
  return [...written, ...received].flatMap((edge) => {
    const ends = endsOf(model, edge);
    if (ends === undefined) return [];
    for (const id of ends) nodes.set(id, objectNode(model, id, hrefFor, { namespace }));
    return [edgeBetween(ends, edge.relation, edge.path)];
  });
}

/** Both ends, each on the page that shows it, left one first; undefined for a line that is not drawn. */
function endsOf(
  model: Model,
  { from, to, relation }: Edge,
): readonly [ObjectId, ObjectId] | undefined {
  // A policy selects whole namespaces, and hides in a web of lines who serves whom.
  const isPolicy = model.get(from)?.object.kind === 'NetworkPolicy';
  if (isPolicy || isOwnToken(from, relation) || !drawnRelations.has(relation)) return undefined;
  const [left, right] = isTurned(relation) ? [to, from] : [from, to];
  const ends = [workloadOf(model, left), workloadOf(model, right)] as const;
  const isDrawn = ends.every((id) => namespaceOf(model, id) !== undefined && !isShared(id));
  return isDrawn && ends[0] !== ends[1] ? ends : undefined;
}

/** Boxes of these objects that a line joins, by what the objects themselves write. */
export function joinedIn(
  model: Model,
  entries: readonly Entry[],
): readonly (readonly [ObjectId, ObjectId])[] {
  return entries.flatMap(({ id }) =>
    model.edgesFrom(id).flatMap((edge) => {
      const ends = endsOf(model, edge);
      return ends === undefined ? [] : [ends];
    }),
  );
}

function namespaceOf(model: Model, id: ObjectId): string | undefined {
  return model.get(id)?.object.metadata.namespace || undefined;
}

/** The object whose box stands for this one: for a Pod what made it, a Job without an owner included. */
export function workloadOf(model: Model, id: ObjectId): ObjectId {
  if (model.get(id)?.kind.folded !== true) return id;
  const makers = model.ownerChain(id).filter(({ kind }) => kind.category === 'workload');
  return makers.at(-1)?.id ?? model.home(id);
}

function absentEdges(
  model: Model,
  entries: readonly Entry[],
  namespace: string,
  hrefFor: HrefFor,
  nodes: Nodes,
): readonly DiagramEdge[] {
  const dangling = entries.flatMap(({ id }) => model.danglingFrom(id));
  return dangling.flatMap((one) => {
    const { relation, to, path } = one.reference;
    const isTold = drawnRelations.has(relation) && to.namespace !== undefined;
    const isNoise =
      one.reason === 'optional' ||
      isOwnToken(one.from, relation) ||
      isUnseenOwner(one) ||
      (one.to !== undefined && isShared(one.to));
    if (!isTold || isNoise) return [];
    const home = workloadOf(model, one.from);
    const node = absentNode(model, { ...one, from: home }, hrefFor, namespace);
    nodes.set(node.id, node);
    nodes.set(home, objectNode(model, home, hrefFor, { namespace }));
    const ends = isTurned(relation) ? ([node.id, home] as const) : ([home, node.id] as const);
    const edge = edgeBetween(ends, relation, path);
    return [one.reason === 'not-captured' ? { ...edge, evidence: 'unseen' as const } : edge];
  });
}

/**
 * Up to 1.23 every ServiceAccount got a token in a Secret, and OpenShift adds one for its registry: two
 * boxes for each account would hide what the figure is about.
 */
function isOwnToken(from: ObjectId, relation: Relation): boolean {
  return relation === 'credentials' && parseObjectId(from).kind === 'ServiceAccount';
}

/** An owner that was not captured mostly owns all there is: the operator of a distribution. */
function isUnseenOwner({ reference, reason }: Dangling): boolean {
  return reference.relation === 'owner' && reason === 'not-captured';
}

function edgeBetween(
  [from, to]: readonly [string, string],
  relation: Relation,
  path: string,
): DiagramEdge {
  return { from, to, label: edgeWords[relation].label, evidence: 'proven', proof: path };
}

/** What a template and its Pods say alike is one line; two relations of one pair share it. */
function onceEach(edges: readonly DiagramEdge[]): readonly DiagramEdge[] {
  const pairs = Map.groupBy(edges, ({ from, to }) => JSON.stringify([from, to]));
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair;
    const telling = pair.find(({ label }) => label !== edgeWords.owner.label) ?? first;
    return telling === undefined ? [] : [telling];
  });
}
