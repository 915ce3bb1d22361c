// On every page, so as little as there can be: all else comes when somebody searches.

const button = document.querySelector<HTMLAnchorElement>('a[data-search]');

// What is typed between the key that opens the search and its field being there.
let typed: string | undefined;

async function open(text?: string): Promise<void> {
  if (button === null) return;
  typed = text ?? '';
  try {
    const { openSearch } = await import('./dialog.ts');
    openSearch(button, typed === '' ? undefined : typed);
    typed = undefined;
  } catch {
    // An old page after a new build, or no connection: the page of search is reached without it.
    location.assign(button.href);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

button?.addEventListener('click', (event) => {
  // In another tab it is a link to a page, as any other.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

/** Keeps a key for the field that is about to open. */
function keep(event: KeyboardEvent, before: string): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.length === 1) typed = before + event.key;
  else if (event.key === 'Backspace') typed = before.slice(0, -1);
  else return;
  event.preventDefault();
}

document.addEventListener('keydown', (event) => {
  if (typed !== undefined) {
    keep(event, typed);
    return;
  }
  const isSlash = event.key === '/' && !isTyping(event.target) && !event.altKey;
  const isChord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!isChord && (!isSlash || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void open();
});

const asked = new URLSearchParams(location.search).get('q');
if (asked !== null && document.querySelector('[data-search-page]') !== null) void open(asked);

export {};
