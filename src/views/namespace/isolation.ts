/** Which Pods of a namespace NetworkPolicies keep from which traffic. */
import { flag, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { matches } from '#model/select.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { workloadOf } from '#views/diagrams/namespace-edges.ts';
import { type Direction, directionsOf, Policy } from '#views/diagrams/network-posture.ts';
import type { Links } from '#views/links.ts';
import { cell, type PageSection, refProse, refsProse, type SectionRow } from '#views/section.ts';
import { count } from '#views/words.ts';

const PodFields = part({
  spec: part({ hostNetwork: flag }),
  status: part({ phase: textField }),
});
const policyKind = { group: 'networking.k8s.io', kind: 'NetworkPolicy' };
const directions = ['Ingress', 'Egress'] as const;
const maxRows = 60;

/** A policy with what matters of it. */
interface ReadPolicy {
  readonly entry: Entry;
  readonly selects: (pod: Entry) => boolean;
  /** By direction: how many rules let traffic through. Absent where it does not restrict. */
  readonly rules: Partial<Record<Direction, number>>;
  readonly isForAll: boolean;
}

/** What is known of the isolation of a namespace's Pods. */
export function isolationSection(model: Model, links: Links, namespace: string): PageSection {
  const entries = model.inNamespace(namespace);
  const policies = entries
    .filter(({ object, resource }) => isPolicy(object.kind, resource.group))
    .map(readPolicy);
  const pods = entries.filter(isLiving);
  const section = { id: 'isolation', label: 'Network isolation' };
  const others = otherPolicies(model, namespace);
  if (policies.length === 0) {
    const isKnown = model.holdsAll(policyKind, namespace);
    const says = isKnown
      ? 'No NetworkPolicy: every Pod here takes and makes any connection, from and to every namespace.'
      : 'NetworkPolicies were not captured, so nobody knows who may talk to whom here.';
    return {
      ...section,
      says: [],
      tables: [],
      absent: [text(says), ...others],
      isUnknown: !isKnown,
    };
  }
  const says = [
    ...directions.map((direction) => postureSays(links, direction, policies, pods)),
    ...(others.length > 0 ? [others] : []),
  ];
  if (pods.length === 0) return { ...section, says, tables: [policyTable(links, policies)] };
  const byWorkload = Map.groupBy(pods, ({ id }) => workloadOf(model, id));
  const rows = [...byWorkload].flatMap(([id, members]): SectionRow[] => {
    const workload = model.get(id);
    return workload === undefined ? [] : [workloadRow(links, workload, members, policies)];
  });
  return {
    ...section,
    says,
    tables: [
      {
        label: 'What runs, and who may talk to it',
        heads: ['Runs', 'Incoming', 'Outgoing', 'Because of'],
        numeric: [],
        rows: rows.slice(0, maxRows),
      },
    ],
    more:
      rows.length > maxRows
        ? {
            label: `${rows.length - maxRows} more; all NetworkPolicies`,
            href: links.kind('networkpolicies.networking.k8s.io'),
          }
        : undefined,
  };
}

function isPolicy(kind: string, group: string): boolean {
  return kind === policyKind.kind && group === policyKind.group;
}

function isLiving({ object }: Entry): boolean {
  const phase = object.kind === 'Pod' ? readObject(PodFields, object).status?.phase : 'Failed';
  return phase !== 'Succeeded' && phase !== 'Failed';
}

function readPolicy(entry: Entry): ReadPolicy {
  const read = readObject(Policy, entry.object);
  const selector = read.spec?.podSelector ?? {};
  const restricted = directionsOf(read);
  const counts = { Ingress: read.spec?.ingress.length ?? 0, Egress: read.spec?.egress.length ?? 0 };
  return {
    entry,
    selects: ({ object }) => matches(selector, object.metadata.labels),
    rules: Object.fromEntries(restricted.map((direction) => [direction, counts[direction]])),
    isForAll:
      Object.keys(selector.matchLabels ?? {}).length === 0 &&
      (selector.matchExpressions ?? []).length === 0,
  };
}

const words = {
  Ingress: { what: 'Incoming', verb: 'take' },
  Egress: { what: 'Outgoing', verb: 'make' },
} as const satisfies Record<Direction, { what: string; verb: string }>;

/** `Incoming: denied by default; default-deny selects every Pod and lets nothing through.` */
function postureSays(
  links: Links,
  direction: Direction,
  policies: readonly ReadPolicy[],
  pods: readonly Entry[],
): readonly Prose[] {
  const { what, verb } = words[direction];
  const restricting = policies.filter(({ rules }) => rules[direction] !== undefined);
  const forAll = restricting.filter(({ isForAll }) => isForAll);
  const denying = forAll.filter(({ rules }) => rules[direction] === 0);
  const head: Prose = { type: 'strong', children: [text(what)] };
  const named = (found: readonly ReadPolicy[]) =>
    enumerate(found.slice(0, 3).map(({ entry }) => [policyLink(links, entry)]));
  if (denying.length > 0) {
    const only = restricting.length - denying.length;
    const rest =
      only === 0
        ? 'and no policy lets anything through.'
        : `${count(only, 'other policy', 'other policies')} let${only === 1 ? 's' : ''} some through.`;
    return [
      head,
      text(': denied by default. '),
      ...named(denying),
      text(` selects every Pod and allows nothing; ${rest}`),
    ];
  }
  if (forAll.length > 0) {
    return [
      head,
      text(': only what policies allow. '),
      ...named(forAll),
      text(' selects every Pod.'),
    ];
  }
  const isolated = pods.filter((pod) => restricting.some(({ selects }) => selects(pod))).length;
  if (restricting.length === 0 || isolated === 0) {
    return [head, text(`: no default deny; every Pod may ${verb} any connection.`)];
  }
  const open = pods.length - isolated;
  return [
    head,
    text(
      `: no default deny. ${isolated} of ${count(pods.length, 'Pod')} ${isolated === 1 ? 'is' : 'are'} isolated` +
        (open > 0 ? `, ${open} may ${verb} any connection.` : '.'),
    ),
  ];
}

function policyLink(links: Links, { id, object }: Entry): Prose {
  return { type: 'link', href: links.object(id), children: [code(object.metadata.name)] };
}

function workloadRow(
  links: Links,
  workload: Entry,
  pods: readonly Entry[],
  policies: readonly ReadPolicy[],
): SectionRow {
  const selecting = policies.filter(({ selects }) => pods.some(selects));
  const isHost = pods.some(({ object }) => readObject(PodFields, object).spec?.hostNetwork);
  const because = selecting.map(({ entry }) => entry);
  return {
    cells: [
      cell([refProse(links, workload)]),
      cell(stateOf('Ingress', selecting)),
      cell(stateOf('Egress', selecting)),
      isHost
        ? cell('nothing: it shares the network of its node, which policies do not reach')
        : cell(because.length === 0 ? 'no policy' : refsProse(links, because)),
    ],
  };
}

function stateOf(direction: Direction, selecting: readonly ReadPolicy[]): string {
  const rules = selecting.flatMap(({ rules: each }) => each[direction] ?? []);
  if (rules.length === 0) return 'anything';
  return rules.some((number) => number > 0) ? 'as allowed' : 'nothing';
}

/** Without Pods nobody knows whom a policy selects; what it restricts is still known. */
function policyTable(links: Links, policies: readonly ReadPolicy[]) {
  return {
    label: 'NetworkPolicies',
    heads: ['Policy', 'Restricts', 'Selects'],
    numeric: [],
    rows: policies.map(({ entry, rules, isForAll }) => ({
      cells: [
        cell([refProse(links, entry)]),
        cell(Object.keys(rules).join(' and ').toLowerCase()),
        cell(isForAll ? 'every Pod' : 'some Pods'),
      ],
    })),
  };
}

/** Kinds of network plugins and later APIs that also let through and deny. */
const otherKinds = new Set([
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
]);

function otherPolicies(model: Model, namespace: string): readonly Prose[] {
  const found = model.snapshot.manifest.resources.flatMap(({ group, kind }) => {
    const isOther =
      otherKinds.has(kind) || (kind === policyKind.kind && group !== policyKind.group);
    return isOther ? model.ofKind({ group, kind }) : [];
  });
  const here = found.filter(({ object }) => (object.metadata.namespace ?? namespace) === namespace);
  const kinds = new Set(here.map(({ object }) => object.kind));
  return kinds.size === 0
    ? []
    : [
        text(
          ` Not read here, and they count too: ${[...kinds].map((kind) => `${kind} objects`).join(', ')}.`,
        ),
      ];
}
