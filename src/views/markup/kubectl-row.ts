import type { TableCell } from '#views/kubectl-table.ts';
import { breakableText, escapeText } from './escape-text.ts';
import { refMarkup } from './ref.ts';
import { stateMarkup } from './state.ts';

/**
 * How a column behaves when the table becomes a list of records (`.stack` in tables.css), and whether
 * it holds identifiers. All others are small, with their head as a label.
 */
const columns: Readonly<Record<string, string>> = {
  NAMESPACE: 'id minor ns',
  NAME: 'full nm',
  READY: 'num',
  STATUS: '',
  RESTARTS: 'num minor',
  AGE: 'num minor nowrap',
  IP: 'id ip minor',
  NODE: 'id node minor',
  CONTAINERS: 'id minor',
  IMAGES: 'id minor img',
  SELECTOR: 'id minor',
  'CLUSTER-IP': 'id minor nowrap',
  'EXTERNAL-IP': 'id minor',
  'INTERNAL-IP': 'id minor',
  'PORT(S)': 'id minor',
  ENDPOINTS: 'id minor',
  HOSTS: 'id minor',
  ADDRESS: 'id minor',
  HOLDER: 'id minor',
  SCHEDULE: 'id minor nowrap',
  'LAST SEEN': 'num minor nowrap',
  TYPE: 'minor nowrap',
  REASON: 'full word',
  VOLUME: 'id minor vol',
  CLAIM: 'id minor vol',
  OBJECT: 'id full obj',
  MESSAGE: 'full msg',
  'CREATED AT': 'num minor nowrap',
};
const unlabelled = new Set([
  'NAME',
  'NAMESPACE',
  'READY',
  'STATUS',
  'IP',
  'NODE',
  'TYPE',
  'REASON',
  'OBJECT',
  'MESSAGE',
]);

/** What says nothing without its head: `READY true` of a custom resource. */
const answer = /^(true|false|<?unknown>?)$/i;

/** The cells of a row of kubectl's table. A string and not a component each: a page has thousands. */
export function rowMarkup(cells: readonly TableCell[], heads: readonly string[]): string {
  return cells.map((cell, column) => cellMarkup(cell, heads[column] ?? '')).join('');
}

function cellMarkup(cell: TableCell, head: string): string {
  const label =
    unlabelled.has(head) && !answer.test(cell.text)
      ? ''
      : ` data-l="${escapeText(head.charAt(0) + head.slice(1).toLowerCase())}"`;
  // In a list of records a value that is not there is only noise.
  const absent = cell.text === '<none>' || cell.text === '' ? ' off' : '';
  const identifier = head === 'NAME' && !cell.ref ? ' id' : '';
  const classes = `${columns[head] ?? 'minor'}${absent}${identifier}`.trim();
  const named = classes === '' ? '' : ` class="${classes}"`;
  return `<td${named}${label}>${contentMarkup(cell, head)}</td>`;
}

function contentMarkup({ text, ref, href, health }: TableCell, head: string): string {
  // The reason of an Event stands in the place of its name; it is a word, and every row has the same glyph.
  if (ref !== undefined && head !== 'REASON') return refMarkup(ref);
  const target = ref?.href ?? href;
  if (ref !== undefined || target !== undefined) {
    const address = target === undefined ? '' : ` href="${escapeText(target)}"`;
    return `<a${address}>${escapeText(text)}</a>`;
  }
  return health === undefined ? breakableText(text) : stateMarkup(health);
}
