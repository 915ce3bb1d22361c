/** All nodes of a cluster at a glance. */

import type { Category } from '#kinds/kind.ts';
import { part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { kindFigures } from '#views/diagrams/figures-of.ts';
import type { PageFigure } from '#views/diagrams/page-figure.ts';
import type { Links } from '#views/links.ts';
import type { PageSection } from '#views/section.ts';
import { count } from '#views/words.ts';
import { nodeList } from './node-list.ts';
import { roleOf, versionOf, zoneOf } from './node-traits.ts';
import { amountOf, type NodeRoom, nodeRoom, percentOf, sumOfRooms } from './room.ts';

const nodeKind = { group: '', kind: 'Node' };
const podKind = { group: '', kind: 'Pod' };

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
    facts: nodes.every(({ inferred }) => inferred !== undefined)
      ? []
      : factsOf(model, nodes, sumOfRooms([...rooms.values()]), isCounted),
    list: nodeList(links, model, rooms, isCounted),
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
    const them = nodes.length === 1 ? 'it' : 'them';
    return `${count(nodes.length, 'node')}, known only by name: other objects name ${them}, the dump does not hold ${them}.`;
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
  const isTelling = counts.length > 1 && counts.some(({ n }) => n > 1);
  return counts
    .toSorted((a, b) => b.n - a.n)
    .map(({ value, n }) => (isTelling ? `${value} (${n})` : value))
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
