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
    if (time.dataset.ago === 'instead')
      [time.title, time.textContent] = [time.textContent, distance];
    else if (time.dataset.ago === 'after') time.append(`, ${distance}`);
    else time.title = distance;
  }
}

/** Closes a menu as menus close: by Escape and by a click elsewhere. */
function setUpMenu(menu) {
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

root.classList.add('js');
const chosen = storedTheme();
if (chosen) root.dataset.theme = chosen;

document.addEventListener('DOMContentLoaded', () => {
  setUpTheme();
  setUpTimes();
  for (const menu of document.querySelectorAll('details.menu')) setUpMenu(menu);
  setUpCopying();
});
