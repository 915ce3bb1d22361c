import '#styles/search.css';
import { parseQuery, queryText } from '#views/search/query.ts';
import { scopeChips, toggled } from './chips.ts';
import { makeParts } from './dialog-parts.ts';
import { addSymbols, element } from './elements.ts';
import { type Found, find, type Scope } from './find.ts';
import { loadSite } from './load.ts';
import { resultList } from './result-list.ts';

/** The search of this page, made when it is first asked for. */
let made: { readonly show: (text: string | undefined) => void } | undefined;

/**
 * Opens the search.
 *
 * @param button - The link in the masthead; it says where the indexes are.
 * @param text - To search for at once.
 */
export function openSearch(button: HTMLAnchorElement, text?: string): void {
  made ??= makeSearch(button);
  made.show(text);
}

function makeSearch(button: HTMLAnchorElement) {
  const { search: site = '', searchCluster: cluster, searchIndex: index } = button.dataset;
  const parts = makeParts(cluster);
  const { dialog, input, chips, list, status } = parts;
  let scope: Scope = index === undefined ? 'all' : 'cluster';
  let asked = 0;

  // A command for kubectl as the words and filters that it stands for, so that more can be added.
  const understood = () => queryText(parseQuery(input.value));

  const show = (found: Found) => {
    const { groups, total, words, narrowings } = found;
    list.replaceChildren(...resultList(groups, words));
    list.hidden = groups.length === 0;
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', String(groups.length > 0));
    status.replaceChildren(...statusOf(found, input.value, button.getAttribute('href') ?? '', ask));
    chips.replaceChildren(
      ...scopeChips({ scope, cluster, narrowings, text: understood(), total, choose, filter }),
    );
    chips.hidden = chips.childElementCount === 0;
    select(words.length > 0 ? 0 : -1);
  };
  const run = async () => {
    asked += 1;
    const question = asked;
    const wait = setTimeout(() => status.replaceChildren('Loading the index …'), 200);
    const found = await find({ scope, site, index, query: parseQuery(input.value) });
    clearTimeout(wait);
    // What was typed since has an answer of its own.
    if (question === asked) show(found);
  };
  const ask = (text: string) => {
    input.value = text;
    input.focus();
    void run();
  };
  const choose = (chosen: Scope) => {
    scope = chosen;
    ask(input.value);
  };
  const filter = (part: string) => ask(toggled(understood(), part));
  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const select = (place: number) => selectOption(options(), place, input);

  input.addEventListener('input', () => void run());
  input.addEventListener('keydown', (event) => {
    const found = options();
    // With nothing to open, Enter takes what may have been meant.
    if (event.key === 'Enter' && found.length === 0) status.querySelector('button')?.click();
    steer(event, found, select);
  });
  // An anchor of this very page is reached without leaving it.
  list.addEventListener('click', () => dialog.close());
  loadSite(site)
    .then(({ symbols }) => addSymbols(symbols))
    .catch(() => undefined);
  return {
    show: (text: string | undefined) => {
      if (!dialog.open) dialog.showModal();
      if (text === undefined) input.select();
      else input.value = text;
      void run();
    },
  };
}

function selectOption(options: readonly HTMLElement[], place: number, input: HTMLElement): void {
  for (const [at, option] of options.entries()) {
    option.setAttribute('aria-selected', String(at === place));
  }
  const chosen = options[place];
  if (chosen === undefined) {
    input.removeAttribute('aria-activedescendant');
    return;
  }
  input.setAttribute('aria-activedescendant', chosen.id);
  // The first one stands below the head of its group.
  (place === 0 ? (chosen.previousElementSibling ?? chosen) : chosen).scrollIntoView({
    block: 'nearest',
  });
}

/** Moves through the options and opens one; all other keys edit the text. */
function steer(
  event: KeyboardEvent,
  options: readonly HTMLElement[],
  select: (place: number) => void,
): void {
  const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  const place = nextPlace(event.key, at, options.length);
  if (place === undefined && event.key !== 'Enter') return;
  event.preventDefault();
  if (place === undefined) follow(options[Math.max(0, at)], event);
  else select(place);
}

/** Where a key leads in a list; nowhere for keys that edit the text. */
function nextPlace(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return at <= 0 ? length - 1 : at - 1;
  if (key === 'PageDown') return Math.min(at + 8, length - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return undefined;
}

function follow(option: HTMLElement | undefined, { ctrlKey, metaKey }: KeyboardEvent): void {
  option?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
  );
}

function statusOf(
  { failed, words, total, isNarrowed, meant }: Found,
  text: string,
  page: string,
  ask: (text: string) => void,
): readonly (Node | string)[] {
  if (failed !== undefined) {
    const link = element('a', { href: page }, 'Lists of namespaces and kinds');
    return [`The index of ${failed} could not be loaded. `, link, ' lead on without it.'];
  }
  if (words.length === 0 && !isNarrowed) {
    return ['Type a name, an image, a label, an owner, a key, a host or an IP address.'];
  }
  if (total === 0) {
    const nothing = `Nothing is called “${text.trim()}” here. `;
    if (meant === undefined) return [`${nothing}Fewer letters find more.`];
    const button = element('button', { class: 'meant', type: 'button' }, meant);
    button.addEventListener('click', () => ask(meant));
    return [`${nothing}Did you mean `, button, '?'];
  }
  return [`${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`];
}
