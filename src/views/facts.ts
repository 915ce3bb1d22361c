import type { Relation } from '#kinds/reference.ts';
import type { Dangling, Edge, Entry, Model } from '#model/model.ts';
import type { Item, Value } from './describe/description.ts';
import type { DescribedValue, PageDescription } from './describe/page/details.ts';
import type { HrefFor, Ref } from './ref.ts';
import { refTo } from './refs.ts';

/** A value that a reader compares; several stand a line each. */
export interface Fact {
  readonly label: string;
  readonly value: string | readonly string[];
  /** An identifier, so in mono. */
  readonly id: boolean;
  /** The object that the value names, under the words of the value. */
  readonly ref?: Ref | undefined;
}

/** What the other parts of an object's page say, so that the facts need not. */
export interface ToldElsewhere {
  /** Its row as kubectl prints it: texts by head. */
  readonly columns: ReadonlyMap<string, string>;
  /** Labels of facts that a section of the page shows in full: `Conditions`. */
  readonly sections: ReadonlySet<string>;
  /** What `kubectl describe` says, as far as the page shows it. */
  readonly described: PageDescription;
}

/** The column, or the first of these columns, that says the same as a fact, if it holds every line of it. */
const columnOf: Readonly<Record<string, string | readonly string[]>> = {
  'Access Modes': 'ACCESS MODES',
  Address: 'ADDRESS',
  AddressType: 'ADDRESSTYPE',
  AllowVolumeExpansion: 'ALLOWVOLUMEEXPANSION',
  'Applies to': 'POD-SELECTOR',
  Addresses: 'ADDRESS',
  'Cluster IPs': 'CLUSTER-IP',
  'Container runtime': 'CONTAINER-RUNTIME',
  CIDRs: 'CIDRS',
  Capacity: 'CAPACITY',
  Claim: 'CLAIM',
  'Container Runtime Version': 'CONTAINER-RUNTIME',
  Controller: 'CONTROLLER',
  'Current Number of Nodes Scheduled': 'CURRENT',
  Description: 'DESCRIPTION',
  'Desired Number of Nodes Scheduled': 'DESIRED',
  DriverName: 'DRIVERNAME',
  'External Name': 'EXTERNAL-IP',
  Field: 'SUBOBJECT',
  Groups: 'GROUPS',
  GlobalDefault: 'GLOBAL-DEFAULT',
  IP: ['IP', 'CLUSTER-IP'],
  IPs: ['IP', 'CLUSTER-IP'],
  Images: 'IMAGES',
  Kernel: 'KERNEL-VERSION',
  'Ingress Class': 'CLASS',
  'LoadBalancer Ingress': 'EXTERNAL-IP',
  'Max replicas': 'MAXPODS',
  'Max unavailable': 'MAX UNAVAILABLE',
  Message: 'MESSAGE',
  'Min available': 'MIN AVAILABLE',
  'Min replicas': 'MINPODS',
  Node: 'NODE',
  'Node-Selector': 'NODE SELECTOR',
  'Number of Nodes Scheduled with Available Pods': 'AVAILABLE',
  'Number of Nodes Scheduled with Up-to-date Pods': 'UP-TO-DATE',
  PreemptionPolicy: 'PREEMPTIONPOLICY',
  Provisioner: 'PROVISIONER',
  'Node selector': 'NODE SELECTOR',
  'Operating system': 'OS-IMAGE',
  Ranges: 'CIDRS',
  Reason: 'REASON',
  'Reclaim Policy': 'RECLAIM POLICY',
  ReclaimPolicy: 'RECLAIMPOLICY',
  Reference: 'REFERENCE',
  Requests: 'CAPACITY',
  Roles: 'ROLES',
  Schedule: 'SCHEDULE',
  Selector: 'SELECTOR',
  ServiceAccounts: 'SERVICEACCOUNTS',
  Source: 'SOURCE',
  Status: 'STATUS',
  StorageClass: 'STORAGECLASS',
  Suspend: 'SUSPEND',
  'Time Zone': 'TIMEZONE',
  Times: 'COUNT',
  Type: 'TYPE',
  Users: 'USERS',
  Value: 'VALUE',
  Volume: 'VOLUME',
  'Volume mode': 'VOLUMEMODE',
  VolumeBindingMode: 'VOLUMEBINDINGMODE',
  VolumeMode: 'VOLUMEMODE',
};

/** Facts that name an object, which stands among the relations, or among what is missing. */
const relationOf: Readonly<Record<string, Relation>> = {
  'Governing Service': 'governs',
  'Priority class': 'priority',
  'Service account': 'identity',
};

/** What the API server fills in where a manifest says nothing: a choice of nobody. */
const defaults: Readonly<Record<string, string>> = {
  'Completion mode': 'NonIndexed',
  'IP family policy': 'SingleStack',
  'Internal traffic policy': 'Cluster',
  'Pod management': 'OrderedReady',
  'Progress deadline': '600s',
  'Restart policy': 'Always',
  'Revision history limit': '10',
  'Session affinity': 'None',
  'Volume mode': 'Filesystem',
};

const identifiers = new Set([
  'Address',
  'CIDRs',
  'Cluster IPs',
  'DNS name',
  'Images',
  'Known to the API server as',
  'IP',
  'IPs',
  'LoadBalancer Ingress',
  'NewReplicaSet',
  'Node selector',
  'OldReplicaSets',
  'Pod addresses',
  'PodCIDR',
  'PodCIDRs',
  'ProviderID',
  'Ranges',
  'Selector',
  'Taints',
]);

/** The words of kubectl that say what a fact of ours would say again. */
const describedAs: Readonly<Record<string, readonly string[]>> = {
  'Active deadline': ['Active Deadline Seconds'],
  'Applies to': ['Spec'],
  Certificates: ['TLS'],
  'Claim templates': ['Volume Claims'],
  'Cluster IPs': ['IPs', 'IP'],
  'Default limits': ['Resource Limits'],
  'Egress to': ['Spec'],
  Images: ['Pod Template', 'Containers'],
  'Ingress from': ['Spec'],
  'Init containers': ['Pod Template', 'Init Containers'],
  'Jobs kept': ['Successful Job History Limit', 'Failed Job History Limit'],
  'Kept on': ['Source'],
  Limits: ['Pod Template', 'Containers'],
  'Node selector': ['Pod Template', 'Node-Selectors'],
  Platform: ['System Info'],
  'Pod addresses': ['PodCIDR', 'PodCIDRs'],
  Pods: ['Pods Statuses'],
  'Pods counted': ['Status'],
  'Healthy pods': ['Status'],
  Ports: ['Port'],
  Requests: ['Pod Template', 'Containers'],
  Restricts: ['Spec'],
  'Scale-down stabilization': ['Behavior'],
  'Scale-up stabilization': ['Behavior'],
  Strategy: ['StrategyType'],
  'TTL after finished': ['TTL Seconds After Finished'],
  'Usable on nodes with': ['Node Affinity'],
  'Volumes at most': ['Spec'],
};

/** Facts of an object that its page does not tell in another place: kubectl's, then ours. */
export function factsOf(
  model: Model,
  entry: Entry,
  told: ToldElsewhere,
  hrefFor: HrefFor,
): readonly Fact[] {
  const { id, kind, object } = entry;
  const { values, details } = told.described;
  const edges = model.edgesFrom(id);
  const dangling = model.danglingFrom(id);
  const isOurs = isToldBy({ edges, dangling, ...told });
  const labels = new Set([...values, ...details].map(labelOf));
  const isDescribed = (label: string) =>
    labels.has(words(label)) || describedAs[label]?.some((other) => labels.has(words(other)));
  const named = new Set([...edges.map(({ to }) => to), ...dangling.map(({ to }) => to)]);
  return [
    ...values
      // What an object refers to stands among the relations.
      .filter((item) => !item.values.every(({ names }) => names !== undefined && named.has(names)))
      .filter((item) => !isOurs(item.label, linesOf(item)))
      .map((item) => describedFact(model, item, hrefFor)),
    ...kind
      .facts(object, model.context)
      .filter(({ label }) => !isDescribed(label))
      .filter(({ label, value }) => !isOurs(label, typeof value === 'string' ? [value] : value))
      .map((fact) => ({ ...fact, id: identifiers.has(fact.label) })),
  ];
}

function describedFact(model: Model, item: DescribedValue, hrefFor: HrefFor): Fact {
  const [first, ...others] = item.values;
  const lines = linesOf(item);
  const fact = {
    label: item.label,
    value: lines.length === 1 ? (lines[0] ?? '') : lines,
    id: identifiers.has(item.label),
  };
  if (first?.names === undefined || others.length > 0) return fact;
  return { ...fact, ref: { ...refTo(model, first.names, hrefFor), name: first.text } };
}

function linesOf({ values, joint }: DescribedValue): readonly string[] {
  const lines = values.map(lineOf);
  return joint === undefined ? lines : [lines.join(joint)];
}

function lineOf({ text, aside }: Value): string {
  return aside === undefined ? text : `${text} ${aside}`;
}

function labelOf(item: Item): string {
  if (item.type === 'note') return '';
  return words(item.type === 'titled' ? item.title : (item.label ?? ''));
}

/** A label as two sides may write it: `QoS Class`, `QoS class`. */
function words(label: string): string {
  return label.toLowerCase().replaceAll(' ', '');
}

/** Whether another place of the page says the same. */
function isToldBy({
  columns,
  sections,
  edges,
  dangling,
}: ToldElsewhere & { readonly edges: readonly Edge[]; readonly dangling: readonly Dangling[] }) {
  const related = new Set<Relation>([
    ...edges.map(({ relation }) => relation),
    ...dangling.map(({ reference }) => reference.relation),
  ]);
  return (label: string, lines: readonly string[]) => {
    if (sections.has(label) || defaults[label] === lines.join()) return true;
    const relation = relationOf[label];
    if (relation !== undefined && related.has(relation)) return true;
    const cells = [columnOf[label] ?? []].flat().flatMap((head) => columns.get(head) ?? []);
    return cells.some((cell) => lines.every((line) => holds(cell, line)));
  };
}

/** Whether a cell says a line: whole, as one of its list, or without the name that goes before it. */
function holds(cell: string, line: string): boolean {
  const parts = cell.split(/[,\s]+/);
  const named = line.indexOf(': ');
  const value = named === -1 ? line : line.slice(named + 2);
  return cell === line || parts.includes(line) || parts.includes(value);
}
