import type { Relation } from '#kinds/reference.ts';
import type { Entry, Model } from '#model/model.ts';

/** A value that a reader compares; several stand a line each. */
export interface Fact {
  readonly label: string;
  readonly value: string | readonly string[];
  /** An identifier, so in mono. */
  readonly id: boolean;
}

/** What the other parts of an object's page say, so that the facts need not. */
export interface ToldElsewhere {
  /** Its row as kubectl prints it: texts by head. */
  readonly columns: ReadonlyMap<string, string>;
  /** Labels of facts that a section of the page shows in full: `Conditions`. */
  readonly sections: ReadonlySet<string>;
}

/** The column that says the same as a fact, if it holds every line of it. */
const columnOf: Readonly<Record<string, string>> = {
  'Applies to': 'POD-SELECTOR',
  Addresses: 'ADDRESS',
  'Cluster IPs': 'CLUSTER-IP',
  'Container runtime': 'CONTAINER-RUNTIME',
  Controller: 'CONTROLLER',
  Description: 'DESCRIPTION',
  Field: 'SUBOBJECT',
  Groups: 'GROUPS',
  IPs: 'IP',
  Images: 'IMAGES',
  Kernel: 'KERNEL-VERSION',
  Message: 'MESSAGE',
  Node: 'NODE',
  'Node selector': 'NODE SELECTOR',
  'Operating system': 'OS-IMAGE',
  Ranges: 'CIDRS',
  Reason: 'REASON',
  Requests: 'CAPACITY',
  Selector: 'SELECTOR',
  ServiceAccounts: 'SERVICEACCOUNTS',
  Source: 'SOURCE',
  Times: 'COUNT',
  Type: 'TYPE',
  Users: 'USERS',
  'Volume mode': 'VOLUMEMODE',
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
  'Cluster IPs',
  'DNS name',
  'Images',
  'Known to the API server as',
  'Node selector',
  'Pod addresses',
  'Ranges',
  'Selector',
  'Taints',
]);

/** Facts of an object that its page does not tell in another place. */
export function factsOf(
  model: Model,
  { id, kind, object }: Entry,
  { columns, sections }: ToldElsewhere,
): readonly Fact[] {
  const related = new Set<Relation>([
    ...model.edgesFrom(id).map(({ relation }) => relation),
    ...model.danglingFrom(id).map(({ reference }) => reference.relation),
  ]);
  const isTold = (label: string, lines: readonly string[]) => {
    if (sections.has(label) || defaults[label] === lines.join()) return true;
    const relation = relationOf[label];
    if (relation !== undefined && related.has(relation)) return true;
    const cell = columns.get(columnOf[label] ?? '');
    return cell !== undefined && lines.every((line) => holds(cell, line));
  };
  return kind
    .facts(object, model.context)
    .filter(({ label, value }) => !isTold(label, typeof value === 'string' ? [value] : value))
    .map((fact) => ({ ...fact, id: identifiers.has(fact.label) }));
}

/** Whether a cell says a line: whole, as one of its list, or without the name that goes before it. */
function holds(cell: string, line: string): boolean {
  const words = cell.split(/[,\s]+/);
  const named = line.indexOf(': ');
  const value = named === -1 ? line : line.slice(named + 2);
  return cell === line || words.includes(line) || words.includes(value);
}
