import { rememberIn, wordsOf } from './asked.ts';

/**
 * Shows the items of a page that hold all the words, and the groups that hold an item. What is asked for
 * stands in the address (`?q=image+shop`), so that a filtered page can be sent to somebody.
 */
export function setUpList(input: HTMLInputElement): void {
  const count = document.querySelector('[data-list-count]');
  const chips = [...document.querySelectorAll<HTMLElement>('[data-list-chip]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  // A group that holds groups comes before them in the page, and is judged after them.
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')].reverse();
  const texts = new Map(items.map((item) => [item, (item.textContent ?? '').toLowerCase()]));
  let chosen = '';

  const isChosen = (item: HTMLElement) =>
    chosen === '' || item.closest(`[data-of="${CSS.escape(chosen)}"]`) !== null;

  const apply = () => {
    const words = wordsOf(input.value);
    let shown = 0;
    for (const item of items) {
      item.hidden = !isChosen(item) || !words.every((word) => texts.get(item)?.includes(word));
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) {
      group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
    }
    if (count !== null) {
      count.textContent = `${shown} of ${items.length} ${input.dataset['items']}`;
    }
    rememberIn({ q: input.value });
  };

  input.removeAttribute('disabled');
  input.addEventListener('input', apply);
  for (const chip of chips) {
    chip.removeAttribute('disabled');
    chip.addEventListener('click', () => {
      chosen = chip.dataset['listChip'] ?? '';
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
