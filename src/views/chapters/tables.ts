import { matchesGlob } from '#config/glob.ts';
import type { BlockDirective } from '#markdown/vocabulary.ts';
import type { Entry } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { pluralKind } from '#views/kind-name.ts';
import { kubectlTable } from '#views/table-of.ts';
import type { Cluster } from './cluster.ts';
import { capturedOf, kindNamed, typeNamed } from './coverage.ts';
import { getAllTables } from './get-all.ts';
import { type ChapterBlock, code, type Prose, text } from './prose.ts';
import { readWorkload } from './read.ts';
import { podsOf } from './wording.ts';

type Table = Extract<BlockDirective, { type: 'table' }>;

function matchesSelector({ object }: Entry, selector: string): boolean {
  return selector.split(',').every((term) => {
    const [key = '', value] = term.split('=');
    const label = object.metadata.labels?.[key];
    return value === undefined ? label !== undefined : label === value;
  });
}

function entriesFor(cluster: Cluster, table: Table): readonly Entry[] {
  const { kind, namespace, name, selector, component } = table;
  if (component !== undefined) return podsOf(cluster.component(component));
  const groupKind = kindNamed(cluster, kind);
  if (groupKind === undefined) return [];
  return cluster.model
    .ofKind(groupKind)
    .filter(({ object }) => namespace === undefined || object.metadata.namespace === namespace)
    .filter(({ object }) => name === undefined || matchesGlob(name, object.metadata.name))
    .filter((entry) => selector === undefined || matchesSelector(entry, selector));
}

/** A `::table` of the pods of a component, as one of their namespace and labels. */
function withSelector(cluster: Cluster, table: Table): Table {
  const [running] = table.component === undefined ? [] : cluster.component(table.component);
  if (running === undefined) return table;
  const { namespace, labels: own = {} } = running.root.object.metadata;
  // Static pods have no selector; kubeadm and others give them this label.
  const label = own['component'] === undefined ? {} : { component: own['component'] };
  const labels = readWorkload(running.root).spec?.selector?.matchLabels ?? label;
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return { ...table, namespace, selector: selector.length === 0 ? undefined : selector.join(',') };
}

/** The command a reader would type. kubectl knows no `*` in names, so the names themselves stand there. */
function commandFor(table: Table, entries: readonly Entry[], namespaced: boolean): string {
  const { kind, namespace, name, selector, wide } = table;
  const names = name?.includes('*')
    ? entries.slice(0, 3).map(({ object }) => object.metadata.name)
    : [name ?? ''];
  const everywhere = namespaced && namespace === undefined;
  return [
    'kubectl get',
    // A short plural is unambiguous for the built-in kinds that chapters show.
    kind.split('.')[0],
    ...names,
    everywhere ? '-A' : '',
    namespace === undefined ? '' : `-n ${namespace}`,
    selector === undefined ? '' : `-l ${selector}`,
    wide ? '-o wide' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** `ConfigMaps`, for a resource named as kubectl does. */
function resourceWords(cluster: Cluster, name: string): string {
  const type = typeNamed(cluster, name);
  return type === undefined ? name : pluralKind(type.kind, type.plural);
}

/** One sentence for a table without rows: none there, or not captured. */
function nothing(cluster: Cluster, { kind, namespace, selector }: Table): readonly Prose[] {
  const words = resourceWords(cluster, kind);
  const where = namespace === undefined ? [] : [text(' in '), code(namespace)];
  const which = selector === undefined ? [] : [text(' with the label '), code(selector)];
  switch (capturedOf(cluster, kind, namespace)) {
    case 'complete':
      return [text(`There are no ${words}`), ...which, ...where, text('.')];
    case 'partial':
      return [
        text(`This snapshot holds no ${words}`),
        ...which,
        ...where,
        text('; others may exist.'),
      ];
    case 'not-captured':
      return [text(`${words} were not captured.`)];
  }
}

/** A `::table`: as kubectl prints it, or a sentence that says why there are no rows. */
export function tableBlock(table: Table, cluster: Cluster): ChapterBlock {
  const entries = entriesFor(cluster, table);
  const [first] = entries;
  if (first === undefined) return { type: 'empty', children: nothing(cluster, table) };
  const shown = entries.slice(0, table.limit);
  const { namespaced } = first.resource;
  const namespaces = namespaced && table.namespace === undefined && table.component === undefined;
  const command = commandFor(withSelector(cluster, table), entries, namespaced);
  const { model, links } = cluster;
  const built = kubectlTable(model, shown, { command, wide: table.wide, namespaces }, links.object);
  const rest = entries.length - shown.length;
  const omitted = {
    text: `${rest} more ${rest === 1 ? first.object.kind : resourceWords(cluster, table.kind)}`,
    href: links.kind(resourceKey(first.resource)),
  };
  return { type: 'kubectl', tables: [built], ...(rest > 0 && { omitted }) };
}

/** A `::get-all`: a table for each kind, or a sentence when nothing was there to print. */
export function getAllBlock(
  { namespace }: Extract<BlockDirective, { type: 'get-all' }>,
  cluster: Cluster,
): ChapterBlock {
  const tables = getAllTables(cluster, namespace);
  if (tables.length > 0) return { type: 'kubectl', tables };
  const where = [text(' of '), code(namespace)];
  const isKnown = capturedOf(cluster, 'pods', namespace) === 'complete';
  return {
    type: 'empty',
    children: isKnown
      ? [code(`kubectl get all -n ${namespace}`), text(' prints nothing.')]
      : [text('Pods, Services and workloads'), ...where, text(' were not captured.')],
  };
}
