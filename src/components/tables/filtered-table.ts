import { rememberIn, wordsOf } from './asked.ts';
import { columnOrder, sorted } from './column-order.ts';

type Direction = 'ascending' | 'descending';

/** What a reader chose of a table: it stands in the address too, so that it can be sent to somebody. */
interface Choice {
  words: string;
  state: string;
  sort: { readonly head: HTMLTableCellElement; readonly direction: Direction } | undefined;
}

interface Filtered {
  readonly table: HTMLTableElement;
  /** Every row in the order in which it came, with what it stood in. */
  readonly came: readonly Place[];
  /** In the order in which they came, headings over groups of them left out. */
  readonly rows: readonly HTMLTableRowElement[];
  readonly groups: readonly Group[];
  readonly heads: readonly HTMLTableCellElement[];
  readonly parts: Parts;
  readonly choice: Choice;
}

interface Place {
  readonly body: HTMLTableSectionElement;
  readonly row: HTMLTableRowElement;
}

/** Rows under a heading, a row itself. */
interface Group {
  readonly heading: HTMLTableRowElement;
  readonly rows: HTMLTableRowElement[];
}

/**
 * Gives a table its filter by words and by state, and heads that sort: up, down, and back to the order
 * in which it came. Sorted rows stand in one list, without the headings of groups.
 */
export function setUpTable(table: HTMLTableElement): void {
  const came = [...table.tBodies].flatMap((body) => [...body.rows].map((row) => ({ body, row })));
  const head = table.tHead?.rows[0];
  if (head === undefined) return;
  const parts = partsAround(table);
  const choice: Choice = { words: '', state: 'all', sort: undefined };
  const filtered = { table, came, ...rowsOf(came), heads: [...head.cells], parts, choice };
  listen(filtered);
  addEventListener('resize', () => releaseWidths(filtered));
  restore(filtered);
  if (choice.sort !== undefined) order(filtered);
  if (choice.words !== '' || choice.state !== 'all' || choice.sort !== undefined) show(filtered);
}

function rowsOf(came: readonly Place[]): Pick<Filtered, 'rows' | 'groups'> {
  const rows: HTMLTableRowElement[] = [];
  const groups: Group[] = [];
  for (const { row } of came) {
    if (row.classList.contains('grp')) groups.push({ heading: row, rows: [] });
    else {
      rows.push(row);
      groups.at(-1)?.rows.push(row);
    }
  }
  return { rows, groups };
}

function listen(filtered: Filtered): void {
  const { parts, choice, heads } = filtered;
  parts.input?.removeAttribute('disabled');
  parts.input?.addEventListener('input', () => {
    choice.words = parts.input?.value ?? '';
    show(filtered);
  });
  for (const chip of parts.chips) {
    chip.removeAttribute('disabled');
    chip.addEventListener('click', () => {
      choice.state = chip.dataset['stateFilter'] ?? 'all';
      press(parts.chips, choice.state);
      show(filtered);
    });
  }
  for (const head of heads) {
    const button = head.querySelector('button');
    // Without script there is nothing to press.
    button?.removeAttribute('disabled');
    button?.addEventListener('click', () => {
      choice.sort = next(choice.sort, head);
      order(filtered);
      show(filtered);
    });
  }
}

function show(filtered: Filtered): void {
  const { rows, groups, parts, choice } = filtered;
  holdWidths(filtered);
  const words = wordsOf(choice.words);
  for (const row of rows) {
    const text = (row.textContent ?? '').toLowerCase();
    const inState = choice.state === 'all' || row.dataset['state'] === choice.state;
    row.hidden = !(inState && words.every((word) => text.includes(word)));
  }
  for (const group of groups) {
    group.heading.hidden = choice.sort !== undefined || group.rows.every((row) => row.hidden);
  }
  const shown = rows.filter((row) => !row.hidden).length;
  if (parts.count !== null) parts.count.textContent = counted(filtered, shown);
  if (parts.empty !== null) parts.empty.hidden = shown > 0;
  rememberIn({
    q: choice.words,
    state: choice.state === 'all' ? '' : choice.state,
    sort: choice.sort === undefined ? '' : sortWord(choice.sort),
  });
}

function order({ came, rows, heads, choice }: Filtered): void {
  for (const head of heads) head.removeAttribute('aria-sort');
  if (choice.sort === undefined) {
    for (const { body, row } of came) body.append(row);
    return;
  }
  const { head, direction } = choice.sort;
  head.setAttribute('aria-sort', direction);
  const cellOf = (row: HTMLTableRowElement) => sortedBy(row.cells[head.cellIndex]);
  const compare = columnOrder(nameOf(head), rows.map(cellOf));
  came[0]?.body.append(...sorted(rows, cellOf, compare, direction));
}

/** A cell may say by what it sorts, where its words are not that. */
function sortedBy(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
}

function nameOf(head: HTMLTableCellElement): string {
  return head.textContent?.trim() ?? '';
}

interface Parts {
  readonly input: HTMLInputElement | null;
  readonly chips: readonly HTMLElement[];
  readonly count: HTMLElement | null;
  readonly empty: HTMLElement | null;
}

/** What belongs to a table stands beside it, in the same element. */
function partsAround(table: HTMLTableElement): Parts {
  const around: ParentNode = table.parentElement ?? document;
  return {
    input: around.querySelector<HTMLInputElement>('[data-filter]'),
    chips: [...around.querySelectorAll<HTMLElement>('[data-state-filter]')],
    count: table.querySelector<HTMLElement>('[data-count]'),
    empty: around.querySelector<HTMLElement>('[data-empty]'),
  };
}

function next(sort: Choice['sort'], head: HTMLTableCellElement): Choice['sort'] {
  if (sort?.head !== head) return { head, direction: 'ascending' };
  return sort.direction === 'ascending' ? { head, direction: 'descending' } : undefined;
}

function press(chips: readonly HTMLElement[], state: string): void {
  for (const chip of chips) {
    chip.setAttribute('aria-pressed', String(chip.dataset['stateFilter'] === state));
  }
}

/** `12 of 62 Pods, by AGE, descending` */
function counted({ table, rows, choice }: Filtered, shown: number): string {
  const [some, all] = [shown, rows.length].map((number) => number.toLocaleString('en'));
  const numbers = `${some} of ${all} ${table.dataset['rows']}`;
  if (choice.sort === undefined) return numbers;
  return `${numbers}, by ${nameOf(choice.sort.head)}, ${choice.sort.direction}`;
}

function sortWord({ head, direction }: NonNullable<Choice['sort']>): string {
  return `${direction === 'descending' ? '-' : ''}${nameOf(head)}`;
}

/** Takes up what the address asks for. */
function restore({ choice, heads, parts: { input, chips } }: Filtered): void {
  const asked = new URLSearchParams(location.search);
  choice.words = asked.get('q') ?? '';
  if (input !== null && choice.words !== '') input.value = choice.words;
  const state = asked.get('state');
  if (state !== null && chips.some((chip) => chip.dataset['stateFilter'] === state)) {
    choice.state = state;
    press(chips, state);
  }
  const [, sign, name] = /^(-?)(.+)$/.exec(asked.get('sort') ?? '') ?? [];
  const head = heads.find((each) => nameOf(each) === name);
  if (head !== undefined) choice.sort = { head, direction: sign ? 'descending' : 'ascending' };
}

/** Columns keep their widths while rows come and go. */
function holdWidths({ table, heads }: Filtered): void {
  if (table.style.tableLayout !== '' || getComputedStyle(table).display !== 'table') return;
  const widths = heads.map((head) => head.offsetWidth);
  for (const [i, head] of heads.entries()) head.style.width = `${widths[i]}px`;
  table.style.tableLayout = 'fixed';
}

function releaseWidths({ table, heads }: Filtered): void {
  table.style.tableLayout = '';
  for (const head of heads) head.style.width = '';
}
