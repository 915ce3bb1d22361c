import { element, glyph } from './elements.ts';

/** The dialog and what in it changes. It closes by Escape, by its button and by a click beside it. */
export function makeParts(cluster: string | undefined) {
  const input = element('input', {
    type: 'search',
    role: 'combobox',
    'aria-label': 'Search',
    'aria-controls': 'find-hits',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    placeholder: 'Name, image, label, address',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    autofocus: '',
  });
  const close = element(
    'button',
    { class: 'btn bare', type: 'button' },
    element('span', { class: 'vh' }, 'Close, '),
    element('kbd', {}, 'Esc'),
  );
  const chips = element('div', {
    class: 'chips',
    role: 'group',
    'aria-label': 'Narrow the results',
  });
  const list = element('div', {
    class: 'hits',
    id: 'find-hits',
    role: 'listbox',
    'aria-label': 'Results',
  });
  list.hidden = true;
  const status = element('p', { class: 'find-say', role: 'status' });
  const dialog = element(
    'dialog',
    { class: 'find-box', 'aria-label': `Search ${cluster ?? 'all clusters'}` },
    element('div', { class: 'field' }, glyph('search'), input, close),
    chips,
    status,
    list,
    foot(),
  );
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    // The first Escape would only empty the field.
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, input, chips, list, status };
}

function foot(): HTMLElement {
  const key = (name: string) => element('kbd', {}, name);
  const code = (text: string) => element('code', { class: 'nb' }, text);
  return element(
    'p',
    { class: 'find-foot' },
    element('span', {}, key('↑'), ' ', key('↓'), ' move'),
    element('span', {}, key('Enter'), ' open'),
    element('span', {}, 'Narrow with ', code('kind:service'), ' or ', code('ns:kube-system')),
  );
}
