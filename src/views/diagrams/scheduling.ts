import type { Diagram, DiagramGroup, DiagramNode } from '#diagrams/diagram.ts';
import { list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Links } from '#views/links.ts';
import { count } from '#views/words.ts';
import { workloadOf } from './namespace-edges.ts';
import { objectNode } from './nodes.ts';

const NodeFields = part({
  spec: part({ taints: list(part({ key: text, value: text, effect: text })) }),
});

const nodeKind = { group: '', kind: 'Node' };
const podKind = { group: '', kind: 'Pod' };

/** What a reader takes in; more are told by namespace, then by pool. */
const mostBoxes = 40;

/**
 * Nodes: what runs on each, and the taints that keep pods away. What runs on all of them is told once.
 * In a large cluster the boxes are namespaces, and then the frames nodes with the same taints.
 */
export function nodesAndWhatRuns(model: Model, links: Links): Diagram | undefined {
  const nodes = model.ofKind(nodeKind);
  if (nodes.length < 2) return undefined;
  const cast = { model, links, placed: placedPods(model, nodes) };
  const frames = nodes.map((node) => ({ id: node.id as string, nodes: [node] }));
  const pools = [...Map.groupBy(nodes, (node) => taintsOf(node).join(' · '))].map(
    ([taints, members]) => ({ id: `pool ${taints}`, nodes: members }),
  );
  const views = [
    boxesIn(cast, frames, 'workload'),
    boxesIn(cast, frames, 'namespace'),
    boxesIn(cast, pools, 'namespace'),
  ];
  const boxes = views.find(({ length }) => length <= mostBoxes) ?? views.at(-1) ?? [];
  if (boxes.length === 0) return undefined;
  const empty = nodes.filter(({ id }) => (cast.placed.get(id) ?? []).length === 0);
  const unplaced = model.ofKind(podKind).filter(({ id }) => nodeOf(model, id) === undefined);
  const isPooled = boxes === views[2];
  return {
    id: 'scheduling',
    title: 'Nodes and what runs there',
    description: `${count(nodes.length, 'node')}, each with what runs there.`,
    caption: `A frame is ${isPooled ? 'all nodes with the same taints' : 'a node'}, a box in it a ${boxes === views[0] ? 'workload' : 'namespace'} with pods there. A taint keeps away every pod that does not tolerate it.`,
    omitted: omittedSentence(empty, unplaced),
    complete: { label: 'All Pods', href: links.kind('pods') },
    layout: 'packed',
    groups: [
      { id: everywhere, label: 'On every node' },
      ...(isPooled ? pools : frames).map((each) => frameOf(cast, each)),
    ],
    nodes: boxes,
    edges: [],
  };
}

const everywhere = 'everywhere';

interface Cast {
  readonly model: Model;
  readonly links: Links;
  /** Pods by node. */
  readonly placed: ReadonlyMap<ObjectId, readonly ObjectId[]>;
}

/** Nodes of one frame. */
interface Pool {
  readonly id: string;
  readonly nodes: readonly Entry[];
}

function placedPods(model: Model, nodes: readonly Entry[]): Cast['placed'] {
  return new Map(nodes.map((node) => [node.id, podsOn(model, node)]));
}

/** Workloads with pods on every node that has any: the agents that each needs. */
function agentsOf({ model, placed }: Cast): ReadonlySet<ObjectId> {
  const sets = [...placed.values()]
    .filter(({ length }) => length > 0)
    .map((pods) => new Set(pods.map((id) => workloadOf(model, id))));
  const [first, ...others] = sets;
  return others.reduce((shared, each) => shared.intersection(each), first ?? new Set<ObjectId>());
}

function boxesIn(
  cast: Cast,
  pools: readonly Pool[],
  detail: 'workload' | 'namespace',
): readonly DiagramNode[] {
  const { model, links, placed } = cast;
  const agents = agentsOf(cast);
  const shared = [...agents].map((id) => ({
    ...objectNode(model, id, links.object, {}),
    group: everywhere,
  }));
  const own = pools.flatMap(({ id, nodes }) => {
    const pods = nodes
      .flatMap((node) => placed.get(node.id) ?? [])
      .filter((pod) => !agents.has(workloadOf(model, pod)));
    return detail === 'workload'
      ? workloadBoxes(model, links, pods, id)
      : namespaceBoxes(model, links, pods, id);
  });
  return [...shared, ...own];
}

function namespaceBoxes(
  model: Model,
  links: Links,
  pods: readonly ObjectId[],
  group: string,
): readonly DiagramNode[] {
  const byName = Map.groupBy(pods, (id) => model.get(id)?.object.metadata.namespace ?? '');
  return [...byName].map(([name, members]) => ({
    id: `${group} ${name}`,
    label: name,
    kind: `${count(members.length, 'pod')} of`,
    glyph: 'namespace',
    category: 'machine',
    href: links.namespace(name),
    role: 'plain',
    group,
  }));
}

/** What runs on one node, a frame for each namespace. */
export function whatRunsOn(model: Model, links: Links, node: Entry): Diagram | undefined {
  const boxes = workloadBoxes(model, links, podsOn(model, node), undefined);
  if (boxes.length === 0) return undefined;
  const { name } = node.object.metadata;
  const namespaces = [...new Set(boxes.map(({ group = '' }) => group))];
  const taints = taintsOf(node);
  return {
    id: 'on-node',
    title: `What runs on ${name}`,
    description: `Workloads with pods on ${name}, by namespace.`,
    caption: `Workloads with pods on ${name}, by namespace. ${taints.length === 0 ? 'No taint keeps pods away.' : `Only pods that tolerate ${taints.join(' and ')} come here.`}`,
    complete: { label: 'All pods on it', href: '#runs' },
    layout: 'packed',
    groups: namespaces.map((id) => ({ id, label: id, href: links.namespace(id) })),
    nodes: boxes,
    edges: [],
  };
}

function frameOf({ links, placed }: Cast, { id, nodes }: Pool): DiagramGroup {
  const [node] = nodes;
  const isOne = nodes.length === 1 && node !== undefined;
  const pods = nodes.reduce((sum, each) => sum + (placed.get(each.id)?.length ?? 0), 0);
  const name = isOne ? node.object.metadata.name : count(nodes.length, 'node');
  const taints = node === undefined ? [] : taintsOf(node);
  return {
    id,
    label: [name, count(pods, 'pod'), ...taints].join(' · '),
    href: isOne ? links.object(node.id) : links.kind('nodes'),
  };
}

/** `key=value:NoSchedule`, as kubectl prints them. */
function taintsOf({ object }: Entry): readonly string[] {
  const { spec } = readObject(NodeFields, object);
  return (spec?.taints ?? []).map(({ key = '', value = '', effect = '' }) =>
    value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`,
  );
}

function podsOn(model: Model, node: Entry): readonly ObjectId[] {
  return model
    .edgesTo(node.id)
    .flatMap(({ from, relation }) => (relation === 'node' ? [from] : []))
    .filter((id) => model.get(id)?.object.kind === 'Pod');
}

function nodeOf(model: Model, pod: ObjectId): ObjectId | undefined {
  return model.edgesFrom(pod).find(({ relation }) => relation === 'node')?.to;
}

/** A box for each workload, which says how many of its pods are here; without a group, in its namespace. */
function workloadBoxes(
  model: Model,
  links: Links,
  pods: readonly ObjectId[],
  group: string | undefined,
): readonly DiagramNode[] {
  return [...Map.groupBy(pods, (id) => workloadOf(model, id))].map(([id, members]) => {
    const namespace = model.get(id)?.object.metadata.namespace ?? '';
    const isFramed = group === undefined;
    const box = objectNode(model, id, links.object, isFramed ? { namespace } : {});
    const times = members.length > 1 ? ` × ${members.length}` : '';
    return {
      ...box,
      id: `${group} ${id}`,
      label: `${box.label}${times}`,
      group: group ?? namespace,
    };
  });
}

function omittedSentence(nodes: readonly Entry[], pods: readonly Entry[]): string | undefined {
  const sentences = [
    ...(nodes.length === 0
      ? []
      : [`Without a pod in the snapshot, so not drawn: ${count(nodes.length, 'node')}.`]),
    ...(pods.length === 0 ? [] : [`Not on a node here: ${count(pods.length, 'Pod')}.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
