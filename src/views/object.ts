import { minorOf } from '#catalogue/versions.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import type { Health } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import { breaksOf } from './breaks.ts';
import { cardOfObject } from './card/component-card.ts';
import type { ComponentCard, ExplainedItems, Prose } from './chapters/prose.ts';
import { type ComponentFlags, componentFlags } from './component-flags.ts';
import { type ConditionRow, conditionsOf } from './conditions.ts';
import { type Contact, contactsOf, contactsOfNotes, distinctContacts } from './contacts.ts';
import { type DataFile, dataFilesOf } from './data-files.ts';
import { type DescribedView, describedOf, describedView } from './described.ts';
import { objectFigures } from './diagrams/figures-of.ts';
import { oneStepFurther } from './diagrams/further.ts';
import { neighbourhood } from './diagrams/neighbourhood.ts';
import type { PageFigure } from './diagrams/page-figure.ts';
import { type EndpointTable, endpointTable } from './endpoints.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Finding, findingOf } from './findings/finding.ts';
import { linkGhosts } from './findings/link-ghosts.ts';
import type { ObjectHistory } from './history.ts';
import { keyFields } from './key-fields.ts';
import type { KubectlTable } from './kubectl-table.ts';
import { type Lead, leadOf } from './lead/lead.ts';
import type { Links } from './links.ts';
import { type MadeBy, madeByOf } from './made-by.ts';
import { type Made, madeOn } from './made-tables.ts';
import { isMirrorPod } from './mirror-pod.ts';
import { type MissingRow, missingRows } from './missing-rows.ts';
import { nodeSections } from './nodes/node-sections.ts';
import type { PlacedNote } from './notes/cluster-notes.ts';
import { type ObjectEvents, objectEvents } from './object-events.ts';
import { type PodsOnNode, podsOnNode } from './pods-on-node.ts';
import { type RuleRow, ruleRows } from './policy-rules.ts';
import type { Ref } from './ref.ts';
import { refTo } from './refs.ts';
import { type RelationTable, relationTable } from './relation-rows.ts';
import { type RelationLine, relationsOf } from './relations.ts';
import type { PageSection } from './section.ts';
import { kubectlTable } from './table-of.ts';
import { readableObject, type YamlLine, yamlDocument } from './yaml.ts';
import { lineOf } from './yaml-line-of.ts';

/** What a page of an object shows, as plain data. */
export interface ObjectView {
  readonly kind: string;
  readonly name: string;
  readonly category: Entry['kind']['category'];
  readonly glyph: string;
  /** Where its name stands, if that is all the dump has of it. */
  readonly inferred?: string | undefined;
  readonly health?: Health | undefined;
  /** What this object is. */
  readonly lead: Lead;
  /** What such an object is, where the lead does not say just that. */
  readonly role?: string | undefined;
  /** Who loses what if it goes. */
  readonly breaks?: readonly Prose[] | undefined;
  /** Controller owner, its owner and so on, nearest first. */
  readonly owners: readonly Ref[];
  /** Its row as `kubectl get -o wide` prints it. */
  readonly row: KubectlTable;
  readonly facts: readonly Fact[];
  /** Text that the object holds, file by file. */
  readonly files: readonly DataFile[];
  /** What a role allows, each with the line of the YAML. */
  readonly rules: readonly (RuleRow & { readonly line?: number | undefined })[];
  /** What the catalogue knows of it as a component: whom it talks to, what configures it. */
  readonly card?: ComponentCard | undefined;
  readonly flags?: ComponentFlags | undefined;
  /** What its most telling fields mean. */
  readonly fields: readonly ExplainedItems[];
  /** Addresses behind a Service. */
  readonly endpoints?: EndpointTable | undefined;
  /** How it fits in; absent when nothing relates to it. */
  readonly diagram?: Diagram | undefined;
  /** The same with what its neighbours are joined to; absent where that adds nothing. */
  readonly further?: Diagram | undefined;
  /** What only the page of a Node says: room, taints, heartbeat. */
  readonly node: readonly PageSection[];
  /** What a reader of this kind looks for besides: who can do what, from workload to disk. */
  readonly figures: readonly PageFigure[];
  /** Who answers for it, as its notes and its annotations say. */
  readonly contacts: readonly Contact[];
  readonly notes: readonly PlacedNote[];
  /** What is wrong with it, the worst first. */
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingRow[];
  readonly uses: RelationTable;
  readonly usedBy: RelationTable;
  /** Pods on a Node. */
  readonly runs?: PodsOnNode | undefined;
  readonly made: Made;
  /** What `kubectl describe` says besides. */
  readonly described?: DescribedView | undefined;
  readonly conditions: readonly ConditionRow[];
  readonly events?: ObjectEvents | undefined;
  /** Who made it. */
  readonly madeBy: MadeBy;
  /** What became of it, where more than one snapshot of the cluster is kept. */
  readonly history?: ObjectHistory | undefined;
  readonly yaml: {
    readonly lines: readonly YamlLine[];
    readonly omitted: readonly string[];
    readonly command: string;
  };
}

/** What an object's page is made from. */
export interface ObjectViewInput {
  readonly model: Model;
  readonly links: Links;
  /** The object the page is about. */
  readonly entry: Entry;
  /** Counts from 1; later pages show the next of many folded objects (`folded.ts`). */
  readonly page: number;
  /** What people wrote about it, and about what is shown on its page. */
  readonly notes?: readonly PlacedNote[];
  /** What became of it, where more than one snapshot of the cluster is kept. */
  readonly history?: ObjectHistory | undefined;
}

/** A page of an object. */
export function objectView(input: ObjectViewInput): ObjectView {
  const { model, links, entry, page, notes = [], history } = input;
  const { id, object } = entry;
  const readable = readableObject(object);
  const document = yamlDocument(readable.object);
  const line = (path: string) => lineOf(document, readable.object, path);
  const target = commandTarget(entry);
  const get = `kubectl get ${target}`;
  const rowOptions = { command: `${get} -o wide`, wide: true, atHome: true };
  const row = kubectlTable(model, [entry], rowOptions, links.object);
  const files = dataFilesOf(object);
  const rules = ruleRows(object).map((rule) => ({ ...rule, line: line(rule.path) }));
  const conditions = conditionsOf(object);
  const sections = sectionFacts({ files, rules, conditions });
  const described = describedOf(model, entry);
  const missing = missingRows(model, id, line, links);
  const related = relationsAt(input, line);
  const told = { columns: columnsOf(row), sections, described };
  return {
    ...headOf(input),
    owners: model.ownerChain(id).map((owner) => refTo(model, owner.id, links.object)),
    row,
    facts: factsOf(model, entry, told, links.object),
    files,
    rules,
    card: page === 1 ? cardOfObject(input, entry) : undefined,
    flags: componentFlags(object, line, minorOf(model.snapshot.manifest.cluster.version)),
    fields: entry.inferred === undefined ? keyFields(object, line) : [],
    endpoints: endpointTable(model, entry, links.object),
    ...fitsIn(input, {
      missing: missing.length > 0 ? '#missing' : undefined,
      rest: related.uses.rows.length + related.usedBy.rows.length > 0 ? '#uses' : undefined,
    }),
    node: page === 1 ? nodeSections(model, links, entry) : [],
    figures: page === 1 ? objectFigures(model, links, entry) : [],
    contacts: distinctContacts([
      ...contactsOfNotes(notes),
      ...contactsOf(object).map((one) => ({ ...one, line: line(one.path) })),
    ]),
    notes,
    findings: findingsAt(input, line),
    missing,
    ...related,
    runs: podsOnNode(model, links, entry),
    made: madeOn(model, entry, page, links.object),
    described: describedView(model, described, `kubectl describe ${target}`, links.object),
    conditions,
    events: objectEvents(model, id, links.object),
    madeBy: madeByOf(input, line),
    history,
    yaml: { lines: document.lines, omitted: readable.omitted, command: `${get} -o yaml` },
  };
}

function findingsAt(
  { model, links, entry }: ObjectViewInput,
  lineOf: (path: string) => number | undefined,
): readonly Finding[] {
  const at = { model, links, page: entry.id, lineOf };
  return problemsOf(model)
    .at(entry.id)
    .flatMap((problem) => findingOf(at, problem));
}

/** Sections of the page that a figure leads to; each only where the page has it. */
interface FigureSections {
  /** Where a box of something that is not there leads, if no finding tells of it. */
  readonly missing: string | undefined;
  /** The list of all that the figure shows a part of. */
  readonly rest: string | undefined;
}

function fitsIn(
  { model, links, entry, page }: ObjectViewInput,
  { missing, rest }: FigureSections,
): Pick<ObjectView, 'diagram' | 'further'> {
  const near = neighbourhood(model, entry.id, links.object);
  if (near === undefined) return {};
  // What a Node has besides are Pods, which have a section of their own.
  const href = rest ?? (entry.object.kind === 'Node' ? '#runs' : undefined);
  const complete = href === undefined ? undefined : near.complete && { ...near.complete, href };
  const diagram = linkGhosts(model, links, { ...near, complete }, missing);
  // Once is enough for an object with many pages.
  return page > 1
    ? { diagram }
    : { diagram, further: oneStepFurther(model, entry.id, diagram, links.object) };
}

type Head = Pick<
  ObjectView,
  'kind' | 'name' | 'category' | 'glyph' | 'inferred' | 'health' | 'lead' | 'role' | 'breaks'
>;

function headOf(input: ObjectViewInput): Head {
  const { model, entry } = input;
  const { object, kind } = entry;
  const lead = leadOf(input);
  return {
    kind: object.kind,
    name: object.metadata.name,
    category: kind.category,
    glyph: kind.glyph,
    inferred: entry.inferred,
    health: entry.inferred === undefined ? kind.health(object, model.context) : undefined,
    lead: lead ?? { says: [{ type: 'text', text: kind.role }] },
    role: lead === undefined ? undefined : isMirrorPod(entry) ? mirrorRole : kind.role,
    breaks: breaksOf(input),
  };
}

const mirrorRole =
  'A mirror Pod: the kubelet of its node runs the containers from a file there, and shows them through the API.';

/** Facts that a section of the page shows in full. */
function sectionFacts({
  files,
  rules,
  conditions,
}: Pick<ObjectView, 'files' | 'rules' | 'conditions'>): ReadonlySet<string> {
  return new Set([
    ...(files.length > 0 ? ['Keys'] : []),
    ...(rules.length > 0 ? ['Allows'] : []),
    ...(conditions.length > 0 ? ['Conditions', 'Message', 'Trouble', 'Why it failed'] : []),
  ]);
}

function columnsOf({ heads, rows }: KubectlTable): ReadonlyMap<string, string> {
  return new Map(heads.map((head, i) => [head, rows[0]?.cells[i]?.text ?? '']));
}

function relationsAt(
  { model, links, entry }: ObjectViewInput,
  line: (path: string) => number | undefined,
): Pick<ObjectView, 'uses' | 'usedBy'> {
  const { id, object } = entry;
  const { uses, usedBy } = relationsOf(model, id);
  const { namespace } = object.metadata;
  const page = { model, hrefFor: links.object, namespace, lineOf: line };
  return {
    // The title names the owners.
    uses: relationTable(
      uses.filter(({ relation }) => relation !== 'owner'),
      page,
    ),
    usedBy: relationTable(
      usedBy.filter((line) => !hasOwnTable(object.kind, line)),
      page,
    ),
  };
}

/** Events, and the Pods of a Node, have tables of their own on the page. */
function hasOwnTable(kind: string, { relation, other }: RelationLine): boolean {
  if (relation === 'about') return true;
  return kind === 'Node' && (relation === 'node' || parseObjectId(other).kind === 'Pod');
}

/** `deployment coredns -n kube-system`; with the group where kubectl needs it. */
function commandTarget({ object, resource }: Entry): string {
  const { name, namespace } = object.metadata;
  const isBuiltIn = !resource.group.includes('.') || resource.group.endsWith('.k8s.io');
  const type = isBuiltIn ? resource.singular || resource.plural : resourceKey(resource);
  return namespace === undefined ? `${type} ${name}` : `${type} ${name} -n ${namespace}`;
}
