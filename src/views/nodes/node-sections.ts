/** What the page of a Node says besides what every object's page does. */

import { age } from '#kinds/parts/duration.ts';
import { part, readObject, text as textField } from '#kinds/parts/schema.ts';
import { countOfKind } from '#model/count-of-kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { code, text } from '#views/chapters/prose.ts';
import { podsOn } from '#views/describe/node-resources.ts';
import { workloadOf } from '#views/diagrams/namespace-edges.ts';
import type { Links } from '#views/links.ts';
import { cell, type PageSection, refProse, refsProse, type SectionRow } from '#views/section.ts';
import { utcMinute } from '#views/words.ts';
import { amountOf, type NodeRoom, nodeRoom, percentOf } from './room.ts';
import { type Taint, taintsOf, taintText, toleratingWorkloads } from './taints.ts';

const Lease = part({ spec: part({ renewTime: textField }) });
const podKind = { group: '', kind: 'Pod' };

/** Room, taints and heartbeat of a Node; nothing for any other object. */
export function nodeSections(model: Model, links: Links, entry: Entry): readonly PageSection[] {
  const { kind, resource, inferred } = entry;
  if (kind.kind !== 'Node' || resource.group !== '' || inferred !== undefined) return [];
  return [
    roomSection(model, entry),
    taintSection(model, links, entry),
    leaseSection(model, links, entry),
  ];
}

const resources = { cpu: 'CPU', memory: 'Memory', pods: 'Pods' } as const satisfies Record<
  keyof NodeRoom,
  string
>;

function roomSection(model: Model, node: Entry): PageSection {
  const section = { id: 'room', label: 'How full it is', says: [], tables: [] };
  if (countOfKind(model, podKind) === 0 && !model.holdsAll(podKind, undefined)) {
    return {
      ...section,
      absent: [text('Pods were not captured, so nobody knows what they ask for.')],
    };
  }
  const room = nodeRoom(model, node);
  const names = Object.keys(resources) as (keyof NodeRoom)[];
  if (names.every((name) => room[name].allocatable === undefined)) {
    const says = 'The status of this Node was not captured, so nobody knows how much room it has.';
    return { ...section, absent: [text(says)] };
  }
  return {
    ...section,
    says: [
      [
        text(
          'By what Pods ask for, which is what the scheduler counts; what they use is not in a snapshot.',
        ),
      ],
    ],
    tables: [
      {
        label: 'Requested and allocatable',
        heads: ['Resource', 'Requested', 'May be requested', 'The machine has'],
        numeric: [],
        rows: names.map((name) => roomRow(name, room)),
      },
    ],
  };
}

function roomRow(name: keyof NodeRoom, rooms: NodeRoom): SectionRow {
  const room = rooms[name];
  const percent = percentOf(room);
  const amount = (value: number | undefined) =>
    value === undefined ? 'not captured' : amountOf(name, value);
  const share = percent === undefined ? '' : `, ${percent} %`;
  return {
    cells: [
      cell(resources[name]),
      cell(`${amount(room.requested)}${share}`, { percent }),
      cell(amount(room.allocatable)),
      cell(amount(room.capacity)),
    ],
  };
}

const effects: Readonly<Record<string, string>> = {
  NoSchedule: 'new Pods stay away',
  PreferNoSchedule: 'new Pods go elsewhere if they can',
  NoExecute: 'Pods are driven off, and new ones stay away',
};

function taintSection(model: Model, links: Links, node: Entry): PageSection {
  const taints = taintsOf(node);
  const section = { id: 'taints', label: 'Taints', says: [] };
  if (taints.length === 0) {
    return {
      ...section,
      tables: [],
      absent: [text('No taint: every Pod may come here if there is room.')],
    };
  }
  const here = new Set(
    podsOn(model, node.object.metadata.name).map(({ id }) => workloadOf(model, id)),
  );
  return {
    ...section,
    tables: [
      {
        label: 'Taints, and what tolerates them',
        heads: ['Taint', 'What it does', 'Tolerated by, on it', 'Tolerated by, elsewhere'],
        numeric: [],
        rows: taints.map((taint) => taintRow(model, links, taint, here)),
      },
    ],
  };
}

function taintRow(model: Model, links: Links, taint: Taint, here: ReadonlySet<string>): SectionRow {
  const keepsAway = taint.effect !== 'PreferNoSchedule';
  const found = keepsAway ? toleratingWorkloads(model, taint) : [];
  const entries = found.flatMap((id) => model.get(id) ?? []);
  const on = entries.filter(({ id }) => here.has(id));
  const elsewhere = entries.filter(({ id }) => !here.has(id));
  const names = (some: readonly Entry[]) =>
    cell(
      some.length === 0
        ? keepsAway
          ? 'nothing'
          : 'needs no toleration'
        : refsProse(links, some, 6),
    );
  return {
    cells: [
      cell([code(taintText(taint))]),
      cell((Object.hasOwn(effects, taint.effect) && effects[taint.effect]) || taint.effect),
      names(on),
      names(elsewhere),
    ],
  };
}

function leaseSection(model: Model, links: Links, node: Entry): PageSection {
  const section = { id: 'heartbeat', label: 'Heartbeat', tables: [] };
  const lease = model
    .edgesTo(node.id)
    .filter(({ relation }) => relation === 'heartbeat')
    .flatMap(({ from }) => model.get(from) ?? [])[0];
  if (lease === undefined) {
    const isKnown = model.holdsAll(
      { group: 'coordination.k8s.io', kind: 'Lease' },
      'kube-node-lease',
    );
    const says = isKnown
      ? 'No Lease in kube-node-lease: its kubelet does not say that it is alive, or says it another way.'
      : 'Leases were not captured, so its last sign of life is not known.';
    return { ...section, says: [], absent: [text(says)] };
  }
  const renewed = readObject(Lease, lease.object).spec?.renewTime;
  const when =
    renewed === undefined
      ? ' does not say when it was renewed.'
      : ` was renewed ${age(renewed, model.context.now)} before the snapshot, at ${utcMinute(renewed)} UTC.`;
  return { ...section, says: [[text('Lease '), refProse(links, lease), text(when)]] };
}
