import type { Code, Heading, List, Paragraph, RootContent, Table } from 'mdast';
import { readAttributes } from './attributes.ts';
import { placeOf, readInlines } from './inlines.ts';
import { readMermaidLines } from './mermaid-lines.ts';
import { contentError } from './place.ts';
import { headingId } from './text.ts';
import type { Block, Inline } from './tree.ts';
import {
  type BlockDirective,
  containerDirectives,
  type LeafName,
  leafDirectives,
} from './vocabulary.ts';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

/**
 * Blocks as data. An `otherwise` becomes part of the `when` before it.
 *
 * @throws {UserError} On an unknown directive or attribute, an `otherwise` without a `when`, raw HTML.
 */
export function readBlocks(nodes: readonly RootContent[], file: string): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    if (node.type === 'containerDirective' && node.name === 'otherwise') {
      blocks.push(joinOtherwise(blocks.pop(), node, file));
    } else {
      blocks.push(readBlock(node, file));
    }
  }
  return blocks;
}

function joinOtherwise(before: Block | undefined, node: ContainerDirective, file: string): Block {
  const place = placeOf(node, file);
  readAttributes(containerDirectives.otherwise, node.attributes, ':::otherwise', place);
  if (before?.type !== 'when' || before.otherwise.length > 0) {
    throw contentError(place, '":::otherwise" stands directly after a ":::when".');
  }
  return { ...before, otherwise: readBlocks(node.children, file) };
}

function readBlock(node: RootContent, file: string): Block {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, file);
    case 'heading':
      return readHeading(node, file);
    case 'list':
      return readList(node, file);
    case 'code':
      return readCode(node, file);
    case 'table':
      return readGrid(node, file);
    case 'leafDirective':
      return readLeaf(node, file);
    case 'containerDirective':
      return readContainer(node, file);
    case 'html':
      throw contentError(
        placeOf(node, file),
        `raw HTML is not passed through: ${node.value}`,
        'Write it in Markdown, or in a fenced block to show it as text.',
      );
    default:
      throw contentError(
        placeOf(node, file),
        `there is no place here for Markdown of type "${node.type}".`,
      );
  }
}

function readParagraph(node: Paragraph, file: string): Block {
  const children = readInlines(node.children, file);
  const [, second] = children.filter(({ type }) => type === 'note');
  if (second?.type === 'note') {
    throw contentError(
      { file, line: second.line },
      'a paragraph has one note at most.',
      'Split the paragraph, or say both things in one note.',
    );
  }
  return { type: 'paragraph', children };
}

function readHeading(node: Heading, file: string): Block {
  const place = placeOf(node, file);
  if (node.depth !== 2 && node.depth !== 3) {
    throw contentError(
      place,
      `a heading of level ${node.depth} has no place in a chapter.`,
      'The title stands in the front matter; use ## for a section and ### inside one.',
    );
  }
  const children = readInlines(node.children, file);
  return { type: 'heading', depth: node.depth, id: headingId(children), children };
}

function readList(node: List, file: string): Block {
  const items = node.children.map(({ children }) => readBlocks(children, file));
  return { type: 'list', ordered: node.ordered === true, items };
}

function readCode(node: Code, file: string): Block {
  const { value: text, lang, meta } = node;
  if (lang !== 'mermaid') return { type: 'code', language: lang ?? undefined, text };
  const place = placeOf(node, file);
  const caption = meta?.trim() ?? '';
  if (caption === '') {
    throw contentError(
      place,
      'a Mermaid figure needs a caption.',
      'Write it after the language: ```mermaid How a pod finds its node.',
    );
  }
  return { type: 'mermaid', lines: readMermaidLines(text, place), caption, line: place.line };
}

function readGrid(node: Table, file: string): Block {
  const cells = (row: Table['children'][number] | undefined): Inline[][] =>
    (row?.children ?? []).map(({ children }) => readInlines(children, file));
  const [head, ...rows] = node.children;
  return { type: 'grid', heads: cells(head), rows: rows.map(cells) };
}

function isLeafName(name: string): name is LeafName {
  return Object.hasOwn(leafDirectives, name);
}

function readLeaf(node: LeafDirective, file: string): BlockDirective {
  const place = placeOf(node, file);
  const { name } = node;
  if (!isLeafName(name)) throw unknownBlock(`::${name}`, place);
  const attributes = readAttributes(leafDirectives[name], node.attributes, `::${name}`, place);
  return { type: name, line: place.line, ...attributes } as BlockDirective;
}

function readContainer(node: ContainerDirective, file: string): Block {
  const place = placeOf(node, file);
  const { line } = place;
  const { name, attributes } = node;
  switch (name) {
    case 'when': {
      const condition = readAttributes(containerDirectives.when, attributes, ':::when', place);
      const children = readBlocks(node.children, file);
      return { type: 'when', condition, children, otherwise: [], line };
    }
    case 'lead': {
      readAttributes(containerDirectives.lead, attributes, ':::lead', place);
      return { type: 'lead', children: readBlocks(node.children, file), line };
    }
    case 'hidden': {
      const { hidden } = containerDirectives;
      const { title, always } = readAttributes(hidden, attributes, ':::hidden', place);
      return { type: 'hidden', title, always, children: readBlocks(node.children, file), line };
    }
    default:
      throw unknownBlock(`:::${name}`, place);
  }
}

function unknownBlock(written: string, place: ReturnType<typeof placeOf>) {
  const known = [
    ...Object.keys(leafDirectives).map((name) => `::${name}`),
    ...Object.keys(containerDirectives).map((name) => `:::${name}`),
  ];
  return contentError(
    place,
    `there is no directive "${written}".`,
    `Known between paragraphs: ${known.join(', ')}.`,
  );
}
