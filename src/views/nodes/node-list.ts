/** The table of all nodes. */
import { nodeRoles } from '#kinds/node.ts';
import type { Entry, Model } from '#model/model.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import type { Links } from '#views/links.ts';
import {
  cell,
  type PageSection,
  refProse,
  type SectionCell,
  type SectionRow,
} from '#views/section.ts';
import { count } from '#views/words.ts';
import { labelOf, roleOf, versionOf, zoneOf } from './node-traits.ts';
import { amountOf, type NodeRoom, percentOf } from './room.ts';
import { taintsOf, taintText } from './taints.ts';

const nodeKind = { group: '', kind: 'Node' };

/** Rows on the page; the list of the kind has them all. */
const maxRows = 500;

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

/** The list of all nodes by pool, with how full each is. */
export function nodeList(
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
  const isNamed = nodes.every(({ inferred }) => inferred !== undefined);
  const pools = [...Map.groupBy(shown, poolOf)];
  const rows = pools.flatMap(([pool, members]): SectionRow[] => [
    ...(pools.length > 1 ? [{ group: `${pool}, ${count(members.length, 'node')}` }] : []),
    ...members.map((node) => ({
      cells: nodeCells(links, model, node, { room: rooms.get(node), isCounted, isNamed }),
    })),
  ]);
  const rest = nodes.length - shown.length;
  return {
    ...section,
    says: isNamed ? [[text(namedSays)]] : [],
    tables: [
      {
        label: 'All nodes',
        heads: isNamed ? [...namedHeads] : [...heads],
        numeric: [],
        searched: 'nodes',
        rows,
      },
    ],
    more:
      rest > 0
        ? { label: `${count(rest, 'more node')}, among all Nodes`, href: links.kind('nodes') }
        : undefined,
  };
}

const heads = ['Node', 'State', 'Version', 'CPU requested', 'Memory requested', 'Pods', 'Taints'];
/** Of nodes that the dump does not hold only what their Pods say is known. */
const namedHeads = ['Node', 'CPU requested', 'Memory requested', 'Pods'];
const namedSays =
  'What their Pods ask for. State, version, room and taints stand in the Node objects, which were not captured.';

function nodeCells(
  links: Links,
  model: Model,
  node: Entry,
  {
    room,
    isCounted,
    isNamed,
  }: {
    readonly room: NodeRoom | undefined;
    readonly isCounted: boolean;
    readonly isNamed: boolean;
  },
): readonly SectionCell[] {
  const { kind, object, inferred } = node;
  const isRead = inferred === undefined;
  const roles = nodeRoles(object.metadata.labels).join(', ');
  const machine = [roles, labelOf(node, 'node.kubernetes.io/instance-type'), zoneOf(node)];
  const health = kind.health(object, model.context);
  const taints = taintsOf(node);
  const amounts = (['cpu', 'memory', 'pods'] as const).map((resource) =>
    roomCell(resource, room, isCounted),
  );
  if (isNamed) return [cell([refProse(links, node)]), ...amounts];
  return [
    cell([refProse(links, node)], {
      why: isRead ? [text(machine.filter(Boolean).join(' · '))] : [text('known only by name')],
    }),
    isRead && health !== undefined ? cell([], { state: health }) : cell('not captured'),
    cell(versionOf(node) ?? 'not captured'),
    ...amounts,
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
    return cell(amount(requested));
  }
  // The unit of the whole is that of the part.
  const part = amount(requested).replace(/ GiB$/, '');
  return cell(`${part} of ${amount(allocatable)}`, {
    percent: percentOf(room[resource]),
  });
}
