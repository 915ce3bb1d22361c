import { type Category, lacksStatus } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import type { Resource } from '#snapshot/manifest.ts';
import { kindFigures } from './diagrams/figures-of.ts';
import type { PageFigure } from './diagrams/page-figure.ts';
import { pluralKind } from './kind-name.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { Links } from './links.ts';
import { kubectlTable } from './table-of.ts';
import { count } from './words.ts';

/** Rows on one page of a kind; more continue on `/2/`, `/3/` … */
export const rowsPerPage = 500;

/** The page of one kind: everything that `kubectl get` lists of it. */
export interface KindView {
  readonly kind: string;
  /** `Deployments` */
  readonly label: string;
  readonly category: Category;
  readonly glyph: string;
  /** `apps, namespaced` */
  readonly scope: string;
  /** What such an object is, and what the snapshot says of all of them. */
  readonly lead: string;
  /** Of all its objects; on the first page. */
  readonly figures: readonly PageFigure[];
  readonly table: KubectlTable;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Why the list may not be whole, in the ledger's words. */
  readonly gap?: string | undefined;
}

/** How many pages the list of a kind has. */
export function kindPageCount(entries: readonly Entry[]): number {
  return Math.max(1, Math.ceil(entries.length / rowsPerPage));
}

/** @param entries The objects of the kind, at least one, in the snapshot's order. */
export function kindView(
  model: Model,
  links: Links,
  entries: readonly [Entry, ...Entry[]],
  page: number,
): KindView {
  const [{ kind, object, resource }] = entries;
  const shown = entries.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const namespaces = resource.namespaced;
  const command = `kubectl get ${commandName(resource)}${namespaces ? ' -A' : ''}`;
  return {
    kind: object.kind,
    label: pluralKind(object.kind, resource.plural),
    category: kind.category,
    glyph: kind.glyph,
    scope: `${resource.group === '' ? 'core' : resource.group}, ${namespaces ? 'namespaced' : 'cluster-scoped'}`,
    lead: [kind.role, summaryOf(model, entries), leadsTo(entries[0])].filter(Boolean).join(' '),
    figures: page === 1 ? kindFigures(model, links, entries[0]) : [],
    table: kubectlTable(
      model,
      shown,
      { command, namespaces, namespaceHref: links.namespace },
      links.object,
    ),
    total: entries.length,
    page,
    pages: kindPageCount(entries),
    gap: gapOf(resource),
  };
}

/** `deployments`, and for custom resources `certificates.cert-manager.io`. */
export function commandName({ plural, group }: Resource): string {
  const isBuiltIn = !group.includes('.') || group.endsWith('.k8s.io');
  return isBuiltIn ? plural : `${plural}.${group}`;
}

function summaryOf(model: Model, entries: readonly Entry[]): string {
  const states = entries.map((entry) => entry.kind.health(entry.object, model.context)?.state);
  const judged = states.filter((state) => state !== undefined);
  const ill = states.filter((state) => state === 'bad' || state === 'warn').length;
  const namespaces = new Set(entries.map(({ object }) => object.metadata.namespace ?? ''));
  namespaces.delete('');
  const where = namespaces.size > 1 ? ` in ${namespaces.size} namespaces` : '';
  const total = `This snapshot holds ${entries.length.toLocaleString('en')}${where}.${inferredAmong(entries)}`;
  if (judged.length === 0) return total;
  const unseen = entries.filter((entry, i) => states[i] === 'unknown' && lacksStatus(entry.object));
  if (unseen.length === judged.length) return `${total} ${statusMissed(unseen.length)}`;
  const look = ill === 0 ? 'None needs a look.' : `${count(ill, 'needs', 'need')} a look.`;
  if (unseen.length === 0) return `${total} ${look}`;
  return `${total} ${look} The status of ${unseen.length.toLocaleString('en')} was not captured.`;
}

function statusMissed(total: number): string {
  const whose = total === 1 ? 'Its status was' : 'Their status was';
  return `${whose} not captured, so nothing says how ${total === 1 ? 'it does' : 'they do'}.`;
}

function inferredAmong(entries: readonly Entry[]): string {
  const inferred = entries.filter((entry) => entry.inferred !== undefined).length;
  if (inferred === 0) return '';
  const which = inferred === entries.length ? 'All' : inferred.toLocaleString('en');
  return ` ${which} inferred: other objects name them, the dump does not hold them.`;
}

function leadsTo({ kind }: Entry): string {
  if (kind.folded !== true) return '';
  return kind.category === 'network'
    ? 'A name leads to the page of its Service.'
    : 'A name leads to the page of what made it.';
}

const gapWords = {
  complete: undefined,
  inconsistent: 'The list was read in parts, so it may mix two moments.',
  partial: 'The list is not whole.',
  forbidden: 'The API server refused the list.',
  unavailable: 'The API server could not answer.',
  skipped: 'The list was not asked for.',
} as const satisfies Record<Resource['status'], string | undefined>;

function gapOf({ status, message }: Resource): string | undefined {
  const words = gapWords[status];
  return words === undefined || message === undefined ? words : `${words} ${message}`;
}
