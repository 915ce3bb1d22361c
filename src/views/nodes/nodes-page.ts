/** All nodes of a cluster at a glance. */

import type { Category } from '#kinds/kind.ts';
import { nodeRoles } from '#kinds/node.ts';
import { part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { kindFigures } from '#views/diagrams/figures-of.ts';
import type { PageFigure } from '#views/diagrams/page-figure.ts';
import type { Links } from '#views/links.ts';
import {
  cell,
  type PageSection,
  refProse,
  type SectionCell,
  type SectionRow,
} from '#views/section.ts';
import { count } from '#views/words.ts';
import { amountOf, type NodeRoom, nodeRoom, percentOf, sumOfRooms } from './room.ts';
import { taintsOf, taintText } from './taints.ts';

const nodeKind = { group: '', kind: 'Node' };
const podKind = { group: '', kind: 'Pod' };

/** Rows on the page; the list of the kind has them all. */
const maxRows = 500;

const Node = part({ status: part({ nodeInfo: part({ kubeletVersion: textField }) }) });

/** The page of all nodes. */
export interface NodesView {
  readonly lead: string;
  readonly category: Category;
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly why?: string | undefined;
  }[];
  readonly list: PageSection;
  readonly figures: readonly PageFigure[];
  /** The same as kubectl lists them; absent where there is none. */
  readonly kindHref?: string | undefined;
}

/** The page of all nodes, also of a snapshot that holds none. */
export function nodesView(model: Model, links: Links): NodesView {
  const nodes = model.ofKind(nodeKind);
  const [first] = nodes;
  const rooms = new Map(nodes.map((node) => [node, nodeRoom(model, node)]));
  const isCounted = model.ofKind(podKind).length > 0 || model.holdsAll(podKind, undefined);
  return {
    lead: leadOf(model, nodes),
    category: 'machine',
    facts:
      nodes.length === 0 ? [] : factsOf(model, nodes, sumOfRooms([...rooms.values()]), isCounted),
    list: listOf(links, model, rooms, isCounted),
    figures: first === undefined ? [] : kindFigures(model, links, first),
    kindHref: first && links.kind('nodes'),
  };
}

function leadOf(model: Model, nodes: readonly Entry[]): string {
  const read = nodes.filter(({ inferred }) => inferred === undefined);
  if (nodes.length === 0) {
    return model.holdsAll(nodeKind, undefined)
      ? 'This cluster has no nodes: nothing can run.'
      : 'Nodes were not captured.';
  }
  if (read.length === 0) {
    return `${count(nodes.length, 'node')}, known only by name: other objects name them, the dump does not hold them.`;
  }
  const states = read.map(({ kind, object }) => kind.health(object, model.context)?.state);
  const ill = states.filter((state) => state === 'bad' || state === 'warn').length;
  const unknown = states.filter((state) => state === 'unknown').length;
  const well =
    ill > 0
      ? `${count(ill, 'needs', 'need')} a look`
      : unknown === read.length
        ? 'their status was not captured'
        : `${nodes.length === 1 ? 'it is' : 'all are'} ready`;
  const missed = nodes.length - read.length;
  const inferred = missed > 0 ? ` ${missed} more are known only by name.` : '';
  const zones = new Set(read.flatMap((node) => zoneOf(node) ?? [])).size;
  const where = zones > 1 ? ` in ${zones} zones` : '';
  return `${count(read.length, 'node')}${where}; ${well}.${inferred}`;
}

/** Values, each once, the most frequent first: `v1.30.2 (3), v1.29.1`. */
function distinct(values: readonly string[]): string {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
    value,
    n: all.length,
  }));
  return counts
    .toSorted((a, b) => b.n - a.n)
    .map(({ value, n }) => (counts.length > 1 ? `${value} (${n})` : value))
    .join(', ');
}

function factsOf(
  model: Model,
  nodes: readonly Entry[],
  sum: NodeRoom,
  isCounted: boolean,
): NodesView['facts'] {
  const read = nodes.filter(({ inferred }) => inferred === undefined);
  const zones = read.flatMap((node) => zoneOf(node) ?? []);
  const versions = read.flatMap((node) => versionOf(node) ?? []);
  const room = (label: string, resource: keyof NodeRoom) => {
    const { requested, allocatable } = sum[resource];
    if (allocatable === undefined) return [];
    const asked = isCounted
      ? `Pods ask for ${amountOf(resource, requested)}, ${percentOf(sum[resource])} %`
      : 'Pods were not captured';
    return [{ label, value: amountOf(resource, allocatable), why: asked }];
  };
  return [
    { label: 'Roles', value: distinct(read.map((node) => roleOf(node))) || 'not captured' },
    { label: 'Kubelets', value: distinct(versions) || 'not captured' },
    ...(zones.length > 0 ? [{ label: 'Zones', value: distinct(zones) }] : []),
    ...room('CPUs for Pods', 'cpu'),
    ...room('Memory for Pods', 'memory'),
    ...(sum.pods.allocatable === undefined
      ? []
      : [
          {
            label: 'Pods at most',
            value: amountOf('pods', sum.pods.allocatable),
            why: isCounted ? `${amountOf('pods', sum.pods.requested)} are there` : undefined,
          },
        ]),
    ...(model.ofKind(podKind).length > 0 ? waitingFact(model) : []),
  ].filter(({ value }) => value !== '');
}

const PodFields = part({ spec: part({ nodeName: textField }), status: part({ phase: textField }) });

function waitingFact(model: Model): NodesView['facts'] {
  const waiting = model.ofKind(podKind).filter(({ object }) => {
    const { spec, status } = readObject(PodFields, object);
    return !spec?.nodeName && status?.phase === 'Pending';
  });
  return waiting.length === 0
    ? []
    : [{ label: 'Without a node', value: count(waiting.length, 'Pod') }];
}

function roleOf({ object }: Entry): string {
  return nodeRoles(object.metadata.labels).join(', ') || 'no role';
}

function labelOf({ object }: Entry, ...keys: readonly string[]): string | undefined {
  const { labels = {} } = object.metadata;
  return keys.map((key) => (Object.hasOwn(labels, key) ? labels[key] : undefined)).find(Boolean);
}

function zoneOf(node: Entry): string | undefined {
  return labelOf(node, 'topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone');
}

function versionOf({ object }: Entry): string | undefined {
  return readObject(Node, object).status?.nodeInfo?.kubeletVersion || undefined;
}

/** Labels by which clouds and autoscalers name the group a machine belongs to. */
const poolLabels = [
  'eks.amazonaws.com/nodegroup',
  'alpha.eksctl.io/nodegroup-name',
  'karpenter.sh/nodepool',
  'cloud.google.com/gke-nodepool',
  'kubernetes.azure.com/agentpool',
] as const;

/** The pool that a Node is in; else its roles. */
function poolOf(node: Entry): string {
  const pool = labelOf(node, ...poolLabels);
  return pool === undefined ? capital(roleOf(node)) : `Pool ${pool}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function listOf(
  links: Links,
  model: Model,
  rooms: ReadonlyMap<Entry, NodeRoom>,
  isCounted: boolean,
): PageSection {
  const nodes = [...rooms.keys()];
  const section = { id: 'list', label: 'All nodes', says: [] };
  if (nodes.length === 0) {
    const says = model.holdsAll(nodeKind, undefined)
      ? 'The list of Nodes was read, and it is empty.'
      : 'The snapshot holds no Node and no object that names one. Whatever ran, and where, is not known.';
    return { ...section, tables: [], absent: [text(says)] };
  }
  const shown = nodes.slice(0, maxRows);
  const pools = [...Map.groupBy(shown, poolOf)];
  const rows = pools.flatMap(([pool, members]): SectionRow[] => [
    ...(pools.length > 1 ? [{ group: `${pool}, ${count(members.length, 'node')}` }] : []),
    ...members.map((node) => ({
      cells: nodeCells(links, model, node, rooms.get(node), isCounted),
    })),
  ]);
  const rest = nodes.length - shown.length;
  return {
    ...section,
    tables: [
      {
        label: 'All nodes',
        heads: ['Node', 'State', 'Version', 'CPU requested', 'Memory requested', 'Pods', 'Taints'],
        numeric: [],
        rows,
      },
    ],
    more:
      rest > 0
        ? { label: `${count(rest, 'more node')}, among all Nodes`, href: links.kind('nodes') }
        : undefined,
  };
}

function nodeCells(
  links: Links,
  model: Model,
  node: Entry,
  room: NodeRoom | undefined,
  isCounted: boolean,
): readonly SectionCell[] {
  const { kind, object, inferred } = node;
  const isRead = inferred === undefined;
  const roles = nodeRoles(object.metadata.labels).join(', ');
  const machine = [roles, labelOf(node, 'node.kubernetes.io/instance-type'), zoneOf(node)];
  const health = kind.health(object, model.context);
  const taints = taintsOf(node);
  const amount = (resource: keyof NodeRoom) => roomCell(resource, room, isCounted);
  return [
    cell([refProse(links, node)], {
      why: isRead ? [text(machine.filter(Boolean).join(' · '))] : [text('known only by name')],
    }),
    isRead && health !== undefined ? cell([], { state: health }) : cell('not captured'),
    cell(versionOf(node) ?? 'not captured'),
    amount('cpu'),
    amount('memory'),
    amount('pods'),
    cell(
      isRead ? (taints.length === 0 ? 'none' : taintProse(taints.map(taintText))) : 'not captured',
    ),
  ];
}

function taintProse(taints: readonly string[]): readonly Prose[] {
  return taints.flatMap((taint, i) => [...(i > 0 ? [text(' ')] : []), code(taint)]);
}

function roomCell(
  resource: keyof NodeRoom,
  room: NodeRoom | undefined,
  isCounted: boolean,
): SectionCell {
  if (room === undefined || !isCounted) return cell('not captured');
  const { requested, allocatable } = room[resource];
  const amount = (value: number) => amountOf(resource, value);
  if (allocatable === undefined) {
    return cell(amount(requested), { why: [text('room not captured')] });
  }
  return cell(`${amount(requested)} of ${amount(allocatable)}`, {
    percent: percentOf(room[resource]),
  });
}
