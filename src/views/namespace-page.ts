import { matchComponent } from '#catalogue/match-component.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import type { Category, Health } from '#kinds/kind.ts';
import { age } from '#kinds/parts/duration.ts';
import type { Entry, Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { namespaceDiagram } from './diagrams/namespace.ts';
import { categoryNames, pluralKind } from './kind-name.ts';
import { commandName } from './kind-page.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { Links } from './links.ts';
import { contents, purposeOf } from './namespaces.ts';
import type { Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { kubectlTable } from './table-of.ts';
import { count } from './words.ts';

/** Rows of one kind on a namespace's page; the kind's own page has them all. */
const maxRows = 100;

/** Something that runs here, on whose page its Pods are. */
export interface Application {
  readonly ref: Ref;
  readonly kind: string;
  /** What it does, if it is known; else the images it runs. */
  readonly does: string;
  readonly isKnown: boolean;
  readonly health?: Health | undefined;
  readonly age: string;
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
  readonly lead: string;
  /** Page of the Namespace object, where it was captured. */
  readonly objectHref?: string | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly applications: readonly Application[];
  readonly diagram?: Diagram | undefined;
  /** Its objects by category, in the site's order. */
  readonly sections: readonly NamespaceSection[];
  /** Objects in it; none is worth a word. */
  readonly total: number;
}

/** The page of one namespace. */
export function namespaceView(model: Model, links: Links, name: string): NamespaceView {
  const entries = model.inNamespace(name);
  const namespace = model.get(objectId({ group: '', kind: 'Namespace', name }));
  const applications = applicationsIn(model, links, entries);
  return {
    name,
    health: namespace?.kind.health(namespace.object, model.context),
    tag: tagOf(name),
    lead: leadOf(model, name, entries, applications),
    objectHref: namespace && links.object(namespace.id),
    facts: factsOf(model, entries, namespace),
    applications,
    diagram: namespaceDiagram(model, name, links.object),
    sections: sectionsOf(tablesOf(model, links, name, entries)),
    total: entries.length,
  };
}

const tags = { Kubernetes: 'system', distribution: 'distribution', 'add-on': 'add-on' } as const;

function tagOf(name: string): string | undefined {
  const purpose = namespacePurpose(name);
  return purpose && tags[purpose.madeBy];
}

function ofKind(entries: readonly Entry[], kind: string): readonly Entry[] {
  return entries.filter(({ object }) => object.kind === kind);
}

function leadOf(
  model: Model,
  name: string,
  entries: readonly Entry[],
  applications: readonly Application[],
): string {
  const purpose = purposeOf(model, name);
  const ill = applications.filter(
    ({ health }) => health?.state === 'bad' || health?.state === 'warn',
  );
  const names = ill.slice(0, 3).map(({ ref }) => ref.name);
  const more = ill.length > names.length ? ` and ${ill.length - names.length} more` : '';
  const state = ill.length === 0 ? '' : ` Not healthy at capture: ${names.join(', ')}${more}.`;
  const held = namespacePurpose(name) === undefined && purpose !== contents(entries);
  return `${purpose}${held ? ` ${contents(entries)}` : ''}${state}`;
}

function factsOf(
  model: Model,
  entries: readonly Entry[],
  namespace: Entry | undefined,
): NamespaceView['facts'] {
  const kinds = new Set(entries.map(({ object }) => object.kind));
  const created = namespace?.object.metadata.creationTimestamp;
  return [
    {
      label: 'Objects',
      value: `${entries.length.toLocaleString('en')} of ${count(kinds.size, 'kind')}`,
    },
    { label: 'Quota', value: present(model, entries, 'ResourceQuota', '', 'not limited') },
    { label: 'Size limits', value: present(model, entries, 'LimitRange', '', 'no defaults') },
    {
      label: 'Network policy',
      value: present(
        model,
        entries,
        'NetworkPolicy',
        'networking.k8s.io',
        'none, all traffic allowed',
      ),
    },
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

/** Names of the objects of a kind; what their absence means only where the kind was read in full. */
function present(
  model: Model,
  entries: readonly Entry[],
  kind: string,
  group: string,
  absent: string,
): string {
  const names = ofKind(entries, kind).map(({ object }) => object.metadata.name);
  if (names.length > 0) return names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
  return model.resourceOf({ group, kind })?.status === 'complete' ? absent : 'not captured';
}

function applicationsIn(
  model: Model,
  links: Links,
  entries: readonly Entry[],
): readonly Application[] {
  return entries
    .filter(
      ({ id, kind }) => kind.category === 'workload' && model.home(id) === id && runs(kind.kind),
    )
    .map((entry) => application(model, links, entry));
}

const running = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
]);

function runs(kind: string): boolean {
  return running.has(kind);
}

function application(model: Model, links: Links, entry: Entry): Application {
  const match = matchComponent(entry.object);
  return {
    ref: refOf(entry, links.object),
    kind: entry.object.kind,
    does: match?.component.role ?? imagesOf(model, entry),
    isKnown: match !== undefined,
    health: entry.kind.health(entry.object, model.context),
    age: age(entry.object.metadata.creationTimestamp, model.context.now),
  };
}

/** Images as kubectl prints them in the wide columns. */
function imagesOf(model: Model, { kind, object }: Entry): string {
  const column = kind.wideHeads.indexOf('IMAGES');
  return column === -1
    ? ''
    : (kind.wideCells(object, model.context)[column] ?? '').replaceAll(',', ', ');
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
  return [...byKind].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
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
