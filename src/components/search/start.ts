// On every page, so as little as there can be: all else comes when somebody searches.

const button = document.querySelector<HTMLAnchorElement>('a[data-search]');

async function open(text?: string): Promise<void> {
  if (button === null) return;
  try {
    const { openSearch } = await import('./dialog.ts');
    await openSearch(button, text);
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

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !isTyping(event.target) && !event.altKey;
  const isChord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!isChord && (!isSlash || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void open();
});

const asked = new URLSearchParams(location.search).get('q');
if (asked !== null && document.querySelector('[data-search-page]') !== null) void open(asked);

export {};
