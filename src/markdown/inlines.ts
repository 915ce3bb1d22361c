import type { Nodes, PhrasingContent } from 'mdast';
import { readAttributes } from './attributes.ts';
import { contentError, type Place } from './place.ts';
import { safeLink } from './safe-link.ts';
import type { Inline } from './tree.ts';
import { inlineDirectives } from './vocabulary.ts';

type TextDirective = Extract<PhrasingContent, { type: 'textDirective' }>;

/** Links within the site: to a chapter, to a section of the page. */
const siteLink = /^(chapter:|#)/;
const degrees = ['proven', 'typical'] as const;

/** Line of a node, for messages and for the nodes that the views resolve. */
export function placeOf(node: Nodes, file: string): Place {
  return { file, line: node.position?.start.line ?? 1 };
}

/**
 * Running text as data.
 *
 * @throws {UserError} On an unknown directive, raw HTML, an image, or a link that is not safe.
 */
export function readInlines(nodes: readonly PhrasingContent[], file: string): Inline[] {
  return nodes.flatMap((node) => readInline(node, file));
}

function readInline(node: PhrasingContent, file: string): Inline | Inline[] {
  const place = placeOf(node, file);
  switch (node.type) {
    case 'text':
      return { type: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') };
    case 'inlineCode':
      return { type: 'code', text: node.value };
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: readInlines(node.children, file) };
    case 'link': {
      if (!siteLink.test(node.url) && safeLink(node.url) === undefined) {
        throw contentError(
          place,
          `there can be no link to "${node.url}".`,
          'Write https://…, mailto:…, chapter:<slug>, #section, or :ref[…]{…} for an object.',
        );
      }
      const children = readInlines(node.children, file);
      return { type: 'link', href: node.url, children, line: place.line };
    }
    case 'textDirective':
      return readDirective(node, file);
    case 'html':
      throw contentError(
        place,
        `raw HTML is not passed through: ${node.value}`,
        'Write it in Markdown, or put it between `backticks` to show it as text.',
      );
    default:
      throw contentError(place, `there is no place here for Markdown of type "${node.type}".`);
  }
}

function readDirective(node: TextDirective, file: string): Inline {
  const { name } = node;
  // In `10:30` the parser sees a directive named 30. No directive begins with a digit.
  if (/^\d/.test(name)) return { type: 'text', text: `:${name}` };
  const place = placeOf(node, file);
  if (!Object.hasOwn(inlineDirectives, name)) {
    const known = Object.keys(inlineDirectives).map((word) => `:${word}`);
    throw contentError(
      place,
      `there is no directive ":${name}".`,
      `Known inside a sentence: ${known.join(', ')}. For a plain colon write "\\:".`,
    );
  }
  return readKnown(node, name as keyof typeof inlineDirectives, place);
}

function readKnown(node: TextDirective, name: keyof typeof inlineDirectives, place: Place): Inline {
  const { file, line } = place;
  const children = readInlines(node.children, file);
  const attributes = readAttributes(
    inlineDirectives[name].attributes,
    node.attributes,
    `:${name}`,
    place,
  );
  switch (name) {
    case 'value':
      return { type: 'value', name: nameIn(children, ':value', place), line };
    case 'note':
      return { type: 'note', children, line };
    case 'ref': {
      const target = inlineDirectives.ref.attributes.parse(attributes);
      return { type: 'ref', ...target, children, line };
    }
    case 'field': {
      const target = inlineDirectives.field.attributes.parse(attributes);
      return { type: 'field', path: nameIn(children, ':field', place), ...target, line };
    }
    case 'certainty': {
      const degree = degrees.find((word) => word === nameIn(children, ':certainty', place));
      if (degree === undefined) {
        throw contentError(place, `":certainty" is either ${degrees.join(' or ')}.`);
      }
      return { type: 'certainty', degree, line };
    }
  }
}

function nameIn(children: readonly Inline[], written: string, place: Place): string {
  const [only, ...rest] = children;
  if (only?.type === 'text' && rest.length === 0) return only.text.trim();
  throw contentError(place, `"${written}" needs a name between brackets: ${written}[name].`);
}
