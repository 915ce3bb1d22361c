import type { PhrasingContent } from 'mdast';
import type { Prose } from '#views/chapters/prose.ts';
import type { Ref } from '#views/ref.ts';

/** An address of the site as it stands in a Markdown file: absolute where the site has an address. */
export type Address = (href: string) => string;

/** Running text of a chapter as Markdown. */
export function proseNodes(prose: readonly Prose[], address: Address): PhrasingContent[] {
  return prose.map((part) => proseNode(part, address));
}

function proseNode(part: Prose, address: Address): PhrasingContent {
  switch (part.type) {
    case 'text':
    case 'term':
      return textNode(part.text);
    case 'code':
      return codeNode(part.text);
    case 'strong':
    case 'emphasis':
      return { type: part.type, children: proseNodes(part.children, address) };
    case 'link':
      return {
        type: 'link',
        url: address(part.href),
        children: proseNodes(part.children, address),
      };
    case 'ref':
      return refNode(part.ref, address);
    case 'certainty':
      return textNode(part.degree);
    case 'mark':
      return { type: 'footnoteReference', identifier: `${part.number}`, label: `${part.number}` };
  }
}

/** Text on one line: a line break would end a cell or a heading. */
export function textNode(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s*[\n\r]\s*/g, ' ') };
}

/** An identifier; nothing can be set as code that is empty. */
export function codeNode(value: string): PhrasingContent {
  const flat = value.replace(/[\n\r]+/g, ' ');
  return flat.trim() === '' ? textNode(flat) : { type: 'inlineCode', value: flat };
}

/** A link to an object, or its name where the snapshot does not hold it. */
export function refNode({ name, href }: Ref, address: Address): PhrasingContent {
  return href === undefined ? textNode(name) : linkNode(name, href, address);
}

/** A link that is called by its words. */
export function linkNode(words: string, href: string, address: Address): PhrasingContent {
  return { type: 'link', url: address(href), children: [textNode(words)] };
}
