import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent } from 'mdast';
import { howKnown } from '#views/card/how-known.ts';
import type {
  CardLine,
  ChapterBlock,
  ExplainedItem,
  ExplainedItems,
  Profile,
} from '#views/chapters/prose.ts';
import { count } from '#views/words.ts';
import { figureNodes } from './figure-nodes.ts';
import { type Address, codeNode, linkNode, proseNodes, refNode, textNode } from './prose-nodes.ts';
import { kubectlNodes, tableNode } from './table-nodes.ts';

type Block = BlockContent | DefinitionContent;
type Of<Type extends ChapterBlock['type']> = Extract<ChapterBlock, { type: Type }>;

/** Blocks of a chapter as Markdown, in their order and with nothing left out. */
export function blockNodes(blocks: readonly ChapterBlock[], address: Address): Block[] {
  return blocks.flatMap((block) => nodesOf(block, address));
}

function nodesOf(block: ChapterBlock, address: Address): Block[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphNodes(block, address);
    case 'subheading':
      return [{ type: 'heading', depth: 3, children: proseNodes(block.children, address) }];
    case 'list':
      return [
        listNode(
          block.items.map((item) => blockNodes(item, address)),
          block.ordered,
        ),
      ];
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, value: block.text }];
    case 'figure':
      return figureNodes(block.diagram, address);
    case 'mermaid':
      return [
        paragraph([strong('Figure.'), textNode(` ${block.caption}`)]),
        { type: 'code', lang: 'mermaid', value: block.text },
      ];
    case 'kubectl':
      return [...kubectlNodes(block.tables, address), ...omittedNodes(block, address)];
    case 'grid':
      return [gridNode(block, address)];
    case 'explained':
      return explainedNodes(block, address);
    case 'listing':
      return listingNodes(block, address);
    case 'profiles':
      return [listNode(block.profiles.map((profile) => profileNodes(profile, address)))];
    case 'facts':
      return [factsNode(block)];
    case 'source':
      return [paragraph([textNode('How we know: '), ...proseNodes(block.children, address)])];
    case 'empty':
      return [paragraph([{ type: 'emphasis', children: proseNodes(block.children, address) }])];
    case 'hidden':
      return [
        {
          type: 'blockquote',
          children: [paragraph([strong(block.title)]), ...blockNodes(block.blocks, address)],
        },
      ];
  }
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function strong(words: string): PhrasingContent {
  return { type: 'strong', children: [textNode(words)] };
}

function listNode(items: readonly Block[][], ordered = false): List {
  const children = items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: item }),
  );
  return { type: 'list', ordered, spread: false, children };
}

/** A paragraph; its note, which says how it is known, is a footnote right below it. */
function paragraphNodes({ children, note }: Of<'paragraph'>, address: Address): Block[] {
  const said = paragraph(proseNodes(children, address));
  if (note === undefined) return [said];
  return [
    said,
    {
      type: 'footnoteDefinition',
      identifier: `${note.number}`,
      label: `${note.number}`,
      children: [paragraph(proseNodes(note.children, address))],
    },
  ];
}

function omittedNodes({ omitted }: Of<'kubectl'>, address: Address): BlockContent[] {
  if (omitted === undefined) return [];
  return [paragraph([textNode('and '), linkNode(omitted.text, omitted.href, address)])];
}

function gridNode({ heads, rows, numeric }: Of<'grid'>, address: Address): BlockContent {
  const words = (cells: (typeof rows)[number]) => cells.map((cell) => proseNodes(cell, address));
  return tableNode(words(heads), rows.map(words), numeric);
}

function explainedNodes(
  { command, groups, folded }: Of<'explained'>,
  address: Address,
): BlockContent[] {
  const group = ({ title, items }: ExplainedItems) => [
    ...(title === undefined ? [] : [paragraph([strong(title)])]),
    listNode(items.map((item) => [paragraph(explained(item, address))])),
  ];
  return [
    ...(command === undefined ? [] : [paragraph([codeNode(command), textNode(', as captured:')])]),
    ...[...groups, ...(folded === undefined ? [] : [folded])].flatMap(group),
  ];
}

function explained(
  { label, sign, values, meaning, line }: ExplainedItem,
  address: Address,
): PhrasingContent[] {
  const between = sign === '=' ? '=' : ': ';
  const shown = values.join(', ');
  return [
    codeNode(shown === '' ? label : `${label}${between}${shown}`),
    ...(meaning === undefined ? [] : [textNode(': '), ...proseNodes(meaning, address)]),
    ...(line === undefined
      ? []
      : [textNode(' ('), linkNode(`line ${line.number}`, line.href, address), textNode(')')]),
  ];
}

function listingNodes(
  { caption, lines, omitted, folded = [] }: Of<'listing'>,
  address: Address,
): BlockContent[] {
  const noted = [...lines, ...folded].flatMap(({ text, note }) =>
    note === undefined
      ? []
      : [[paragraph([codeNode(text.trim()), textNode(': '), ...proseNodes(note, address)])]],
  );
  const left =
    omitted === 0
      ? ''
      : `. Left out: ${count(omitted, 'line')} with an empty or zero value, which stands for the default`;
  return [
    paragraph([...proseNodes(caption, address), textNode(`${left}:`)]),
    { type: 'code', lang: null, value: lines.map(({ text }) => text).join('\n') },
    ...(noted.length === 0 ? [] : [listNode(noted)]),
  ];
}

function profileNodes(
  { ref, kind, title, text, pods, card, docs }: Profile,
  address: Address,
): BlockContent[] {
  const what = title && title !== ref.name ? `${kind}, ${title}` : kind;
  const names = pods.flatMap((pod, i) => [
    ...(i > 0 ? [textNode(', ')] : []),
    refNode(pod, address),
  ]);
  return [
    paragraph([
      refNode(ref, address),
      textNode(` (${what}): `),
      ...text.flatMap((sentence, i) => [
        ...(i > 0 ? [textNode(' ')] : []),
        ...proseNodes(sentence, address),
      ]),
      ...(names.length === 0 ? [] : [textNode(' Pods: '), ...names, textNode('.')]),
      ...(docs === undefined
        ? []
        : [textNode(' Upstream: '), linkNode(docs.title, docs.href, address), textNode('.')]),
    ]),
    ...cardNodes('Talks to:', card?.talksTo ?? [], address),
    ...cardNodes('Configured by:', card?.configuredBy ?? [], address),
  ];
}

/** Lines of a card as a list below its label, each with how it is known. */
function cardNodes(label: string, lines: readonly CardLine[], address: Address): BlockContent[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => [
    paragraph([
      ...proseNodes(line.says, address),
      textNode(' ('),
      ...proseNodes(howKnown(line), address),
      textNode(')'),
    ]),
  ]);
  return [paragraph([textNode(label)]), listNode(items)];
}

function factsNode({ facts }: Of<'facts'>): BlockContent {
  return listNode(
    facts.map(({ label, value, id, why }) => {
      const shown = typeof value === 'string' ? [value] : value;
      return [
        paragraph([
          textNode(`${label}: `),
          ...shown.flatMap((one, i) => [
            ...(i > 0 ? [textNode(', ')] : []),
            id ? codeNode(one) : textNode(one),
          ]),
          ...(why === undefined ? [] : [textNode(` (${why})`)]),
        ]),
      ];
    }),
  );
}
