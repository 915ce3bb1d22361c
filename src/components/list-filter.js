// Shows the items of a page that hold all the words, and the groups that hold an item. What is asked for
// stands in the address (`?q=image+shop`), so that a filtered page can be sent to somebody.

document.addEventListener('DOMContentLoaded', () => {
  const input = document.querySelector('[data-list-filter]');
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
});
