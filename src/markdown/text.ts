import type { Inline } from './tree.ts';

/** The words of running text, without notes and without values. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'ref':
      return plainText(inline.children);
    case 'value':
    case 'field':
    case 'note':
    case 'certainty':
      return '';
  }
}

/** `'Who may talk to it?'` → `'who-may-talk-to-it'`: the id of a section. */
export function headingId(inlines: readonly Inline[]): string {
  const id = plainText(inlines)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? 'section' : id;
}
