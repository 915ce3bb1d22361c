// Enhancements only: every page reads without this file. It runs in the head, before the first paint,
// so that a chosen theme never flashes.

const root = document.documentElement;

function storedTheme() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null; // A private window may refuse storage.
  }
}

function storeTheme(theme) {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // The choice then lasts for the page.
  }
}

function setUpTheme() {
  const button = document.querySelector('[data-theme-switch]');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => button?.setAttribute('aria-pressed', String(isDark()));
  show();
  system.addEventListener('change', show);
  button?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    storeTheme(root.dataset.theme);
    show();
  });
}

/** `2026-11-22 08:00 UTC` gets its distance from today, as text or as a title. */
function setUpTimes() {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const time of document.querySelectorAll('time[data-ago]')) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[4];
    const distance = words.format(Math.trunc(seconds / size), unit);
    if (time.dataset.ago === 'text') [time.title, time.textContent] = [time.textContent, distance];
    else time.title = distance;
  }
}

/** Closes the cluster menu as menus close: by Escape and by a click elsewhere. */
function setUpMenu() {
  const menu = document.querySelector('details.menu');
  if (!menu) return;
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

/** Copies the code below a bar of buttons, a line a line: on the page, lines are blocks. */
function setUpCopying() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const [label] = [...button.childNodes].slice(-1);
    button.addEventListener('click', async () => {
      const lines = button.parentElement.nextElementSibling.querySelectorAll('.l');
      const text = [...lines].map((line) => line.textContent).join('\n');
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      label.textContent = copied ? 'Copied' : 'Select the lines to copy them';
    });
  }
}

/** `6d4h` in seconds, so that ages sort by length; other text sorts as text. */
function sortValue(text) {
  if (!/^(\d+[ydhms])+$/.test(text)) return text;
  const seconds = { y: 31_536_000, d: 86_400, h: 3_600, m: 60, s: 1 };
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+)([ydhms])/g)) total += number * seconds[unit];
  return String(total);
}

/** Filters by words and by state, sorts by column. */
function setUpTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const input = document.querySelector('[data-filter]');
  const count = document.querySelector('[data-count]');
  const empty = document.querySelector('[data-empty]');
  const chips = [...document.querySelectorAll('[data-state-filter]')];
  let state = 'all';

  // Columns keep their widths while rows come and go.
  const holdWidths = () => {
    if (table.style.tableLayout || getComputedStyle(table).display !== 'table') return;
    const widths = heads.map((head) => head.offsetWidth);
    heads.forEach((head, i) => {
      head.style.width = `${widths[i]}px`;
    });
    table.style.tableLayout = 'fixed';
  };
  addEventListener('resize', () => {
    table.style.tableLayout = '';
    for (const head of heads) head.style.width = '';
  });

  const apply = () => {
    holdWidths();
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const inState = state === 'all' || row.dataset.state === state;
      row.hidden = !(inState && words.every((word) => text.includes(word)));
      if (!row.hidden) shown += 1;
    }
    count.textContent = `${shown} of ${rows.length} ${table.dataset.rows}`;
    empty.hidden = shown > 0;
  };
  input.addEventListener('input', apply);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      state = chip.dataset.stateFilter;
      for (const other of chips) other.setAttribute('aria-pressed', String(other === chip));
      apply();
    });
  }
  for (const head of heads) {
    head.querySelector('button')?.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = (row) => sortValue(row.cells[head.cellIndex].textContent.trim());
      const order = (a, b) => key(a).localeCompare(key(b), 'en', { numeric: true });
      body.append(...rows.toSorted((a, b) => order(a, b) * (down ? -1 : 1)));
    });
  }
}

/**
 * Shows the items of a page that hold all the words, and the groups that hold an item. What is asked for
 * stands in the address (`?q=image+shop`), so that a filtered page can be sent to somebody.
 */
function setUpList(input) {
  const count = document.querySelector('[data-list-count]');
  const chips = [...document.querySelectorAll('[data-list-chip]')];
  const items = [...document.querySelectorAll('[data-item]')];
  // A group that holds groups comes before them in the page, and is judged after them.
  const groups = [...document.querySelectorAll('[data-group]')].reverse();
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  let chosen = '';

  const inChosen = (item) => chosen === '' || item.closest(`[data-of="${chosen}"]`) !== null;

  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      item.hidden = !inChosen(item) || !words.every((word) => texts.get(item).includes(word));
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('[data-item]:not([hidden])');
    }
    count.textContent = `${shown} of ${items.length} ${input.dataset.items}`;
    const address = new URL(location.href);
    if (input.value) address.searchParams.set('q', input.value);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  };

  input.addEventListener('input', apply);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chosen = chip.dataset.listChip;
      for (const other of chips) other.setAttribute('aria-pressed', String(other === chip));
      apply();
    });
  }
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    input.value = asked;
    apply();
  }
}

root.classList.add('js');
const chosen = storedTheme();
if (chosen) root.dataset.theme = chosen;

document.addEventListener('DOMContentLoaded', () => {
  setUpTheme();
  setUpTimes();
  setUpMenu();
  setUpCopying();
  const table = document.querySelector('table[data-rows]');
  if (table) setUpTable(table);
  const list = document.querySelector('[data-list-filter]');
  if (list) setUpList(list);
});
