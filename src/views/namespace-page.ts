import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import type { Category, Health } from '#kinds/kind.ts';
import { age } from '#kinds/parts/duration.ts';
import type { Entry, Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { type ApplicationGroup, applicationGroups, besideApplications } from './applications.ts';
import { type Prose, text } from './chapters/prose.ts';
import { namespaceFigures } from './diagrams/figures-of.ts';
import { namespaceDiagram } from './diagrams/namespace.ts';
import type { PageFigure } from './diagrams/page-figure.ts';
import { type FindingsSummary, findingsSummary } from './findings/findings-summary.ts';
import { linkGhosts } from './findings/link-ghosts.ts';
import { categoryNames, pluralKind } from './kind-name.ts';
import { compareKinds } from './kind-order.ts';
import { commandName } from './kind-page.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { Links } from './links.ts';
import { makerCounts } from './made-by.ts';
import { accessSection } from './namespace/access.ts';
import { claimSection } from './namespace/claims.ts';
import { imageSection } from './namespace/images.ts';
import { isolationSection } from './namespace/isolation.ts';
import { notedOwner, type Owner, ownerOf } from './namespace/owner.ts';
import { quotaSection } from './namespace/quotas.ts';
import { contents, problemsIn, purposeOf, purposeSource } from './namespaces.ts';
import type { NoteView } from './notes/note-view.ts';
import type { Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { type PageSection, refsProse } from './section.ts';
import { kubectlTable } from './table-of.ts';
import { count } from './words.ts';

/** Rows of one kind on a namespace's page; the kind's own page has them all. */
const maxRows = 100;

/** Objects named in one fact. */
const maxRefs = 4;

/** A value that a reader compares; objects it names are links. */
export interface NamespaceFact {
  readonly label: string;
  readonly value: string;
  readonly refs?: readonly Ref[];
  /** How it is known. */
  readonly why?: string | undefined;
}

/** Objects of one kind of this namespace. */
export interface NamespaceTable {
  readonly label: string;
  readonly category: Category;
  readonly table: KubectlTable;
  /** Page of the kind, for those that are not shown. */
  readonly href: string;
  readonly hidden: number;
}

export interface NamespaceSection {
  readonly id: Category;
  readonly label: string;
  readonly tables: readonly NamespaceTable[];
}

export interface NamespaceView {
  readonly name: string;
  readonly health?: Health | undefined;
  /** `system`, `add-on`. */
  readonly tag?: string | undefined;
  /** Where its name stands, if the dump holds no Namespace object of this name. */
  readonly inferred?: string | undefined;
  readonly lead: string;
  /** Who says what it is for. */
  readonly leadFrom: string;
  /** Page of the Namespace object, where it was captured. */
  readonly objectHref?: string | undefined;
  readonly facts: readonly NamespaceFact[];
  readonly findings: FindingsSummary;
  readonly runs: readonly ApplicationGroup[];
  /** What several of them share, and what belongs to none. */
  readonly beside: readonly (readonly Prose[])[];
  readonly diagram?: Diagram | undefined;
  /** The way of a request, who may talk to whom, storage. */
  readonly figures: readonly PageFigure[];
  readonly isolation: PageSection;
  readonly access: PageSection;
  readonly claims: PageSection;
  readonly images: PageSection;
  readonly limits: PageSection;
  /** Its objects by category, in the site's order. */
  readonly sections: readonly NamespaceSection[];
  /** Events of it, which stand on the pages of what they are about. */
  readonly events: number;
  readonly eventsHref: string;
  /** Objects in it; none is worth a word. */
  readonly total: number;
}

/** Findings told one by one; the page of all has the rest. */
const maxFindings = 12;

/**
 * The page of a namespace.
 *
 * @param notes - What people wrote about it.
 */
export function namespaceView(
  model: Model,
  links: Links,
  name: string,
  notes: readonly NoteView[] = [],
): NamespaceView {
  const entries = model.inNamespace(name);
  const namespace = model.get(objectId({ group: '', kind: 'Namespace', name }));
  const problems = problemsIn(model).get(name) ?? [];
  const diagram = namespaceDiagram(model, name, links.object);
  return {
    name,
    health: namespace?.kind.health(namespace.object, model.context),
    tag: tagOf(name),
    inferred: namespace?.inferred,
    lead: leadOf(model, name, entries),
    leadFrom: purposeSource(model, name, notes.length > 0),
    objectHref:
      namespace && namespace.inferred === undefined ? links.object(namespace.id) : undefined,
    facts: factsOf(model, links, entries, name, {
      owner: notedOwner(notes) ?? ownerOf(model, name, namespace),
      namespace,
    }),
    findings: findingsSummary(model, links, problems, maxFindings),
    runs: applicationGroups(model, links, name),
    beside: besideSays(model, links, name),
    diagram: diagram && linkGhosts(model, links, diagram),
    figures: namespaceFigures(model, links, name),
    isolation: isolationSection(model, links, name),
    access: accessSection(model, links, name),
    claims: claimSection(model, links, name),
    images: imageSection(model, links, name),
    limits: quotaSection(model, links, name),
    sections: sectionsOf(tablesOf(model, links, name, entries)),
    events: ofKind(entries, 'Event').length,
    eventsHref: links.kind('events'),
    total: entries.length,
  };
}

/** `Used by several of these: Ingress shop.` */
function besideSays(model: Model, links: Links, name: string): readonly (readonly Prose[])[] {
  const { shared, loose } = besideApplications(model, name);
  const line = (label: string, entries: readonly Entry[]) =>
    entries.length === 0 ? [] : [[text(`${label}: `), ...refsProse(links, entries, 8)]];
  return [
    ...line('Used by several of these', shared),
    ...line('Not joined to anything that runs here', loose),
  ];
}

const tags = { Kubernetes: 'system', distribution: 'distribution', 'add-on': 'add-on' } as const;

function tagOf(name: string): string | undefined {
  const purpose = namespacePurpose(name);
  return purpose && tags[purpose.madeBy];
}

function ofKind(entries: readonly Entry[], kind: string): readonly Entry[] {
  return entries.filter(({ object }) => object.kind === kind);
}

function leadOf(model: Model, name: string, entries: readonly Entry[]): string {
  const purpose = purposeOf(model, name);
  const held = contents(model, entries);
  return purpose === held ? purpose : `${purpose} ${held}`;
}

function factsOf(
  model: Model,
  links: Links,
  entries: readonly Entry[],
  name: string,
  { owner, namespace }: { readonly owner: Owner; readonly namespace: Entry | undefined },
): readonly NamespaceFact[] {
  const kinds = new Set(entries.map(({ object }) => object.kind));
  const created = namespace?.object.metadata.creationTimestamp;
  const limit = (label: string, kind: string, group: string, absent: string): NamespaceFact => {
    const refs = ofKind(entries, kind).map((entry) => refOf(entry, links.object));
    const rest = refs.length - maxRefs;
    const more = rest > 0 ? `and ${rest} more` : '';
    if (refs.length > 0) return { label, value: more, refs: refs.slice(0, maxRefs) };
    // Only a list that was read in full proves that there is none.
    const isKnown = model.holdsAll({ group, kind }, name);
    return { label, value: isKnown ? absent : 'not captured' };
  };
  const level = namespace?.object.metadata.labels?.['pod-security.kubernetes.io/enforce'];
  return [
    { label: 'Owner', ...owner },
    {
      label: 'Objects',
      value: `${entries.length.toLocaleString('en')} of ${count(kinds.size, 'kind')}`,
    },
    ...makersFact(entries),
    ...(level === undefined
      ? []
      : [{ label: 'Pods must be', value: level, why: 'Label pod-security.kubernetes.io/enforce' }]),
    limit('Quota', 'ResourceQuota', '', 'no limit'),
    limit('Sizes of containers', 'LimitRange', '', 'no defaults, no limits'),
    limit('Network policy', 'NetworkPolicy', 'networking.k8s.io', 'none, all traffic allowed'),
    ...(created
      ? [
          {
            label: 'Created',
            value: `${created.slice(0, 10)}, ${age(created, model.context.now)} before capture`,
          },
        ]
      : []),
  ];
}

/** `Helm (12), Argo CD (3)`: by the marks that tools left, those that Kubernetes makes itself left out. */
function makersFact(entries: readonly Entry[]): readonly NamespaceFact[] {
  const counts = makerCounts(entries);
  if (counts.length === 0) return [];
  const value = counts.map(({ tool, count: number }) => `${tool} (${number})`).join(', ');
  return [{ label: 'Made by', value }];
}

const shownElsewhere = new Set(['Event']);

function tablesOf(
  model: Model,
  links: Links,
  namespace: string,
  entries: readonly Entry[],
): readonly NamespaceTable[] {
  const byKind = Map.groupBy(
    entries.filter(({ object }) => !shownElsewhere.has(object.kind)),
    ({ resource }) => commandName(resource),
  );
  const lists = [...byKind].flatMap(([key, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{ key, members, first }];
  });
  lists.sort((a, b) => compareKinds(a.first.kind, b.first.kind));
  return lists.flatMap(({ key, members, first }) => {
    const { resource, object, kind } = first;
    const shown = members.slice(0, maxRows);
    const command = `kubectl get ${key} -n ${namespace}`;
    return [
      {
        label: pluralKind(object.kind, resource.plural),
        category: kind.category,
        table: kubectlTable(model, shown, { command }, links.object),
        href: links.kind(
          resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`,
        ),
        hidden: members.length - shown.length,
      },
    ];
  });
}

function sectionsOf(tables: readonly NamespaceTable[]): readonly NamespaceSection[] {
  const byCategory = Map.groupBy(tables, ({ category }) => category);
  return (Object.keys(categoryNames) as Category[]).flatMap((id) => {
    const members = byCategory.get(id);
    return members === undefined ? [] : [{ id, label: categoryNames[id], tables: members }];
  });
}
