import type { BlockContent } from 'mdast';
import { collapse } from '#diagrams/collapse.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { mermaidText } from '#diagrams/mermaid-text.ts';
import { sentences } from '#diagrams/sentences.ts';
import { type Address, linkNode, textNode } from './prose-nodes.ts';

/** A figure as Markdown: what it shows, its Mermaid source, then every edge with what proves it. */
export function figureNodes(diagram: Diagram, address: Address): BlockContent[] {
  const drawn = collapse(diagram);
  const { complete, omitted } = drawn;
  const caption = drawn.caption ?? drawn.description;
  const lines = sentences(drawn);
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [textNode('Figure.')] },
        textNode(` ${[caption, omitted, legendOf(drawn)].filter(Boolean).join(' ')}`),
        ...(complete && omitted
          ? [textNode(' '), linkNode(complete.label, complete.href, address)]
          : []),
      ],
    },
    { type: 'code', lang: 'mermaid', value: mermaidText(drawn).trimEnd() },
    ...(lines.length === 0 ? [] : [listOf(lines)]),
  ];
}

const meanings = {
  proven: 'a solid line is proven by this snapshot',
  typical: 'a dashed line is typical, not proven',
  unseen: 'a dotted line has an end that is not visible',
} as const satisfies Record<Diagram['edges'][number]['evidence'], string>;

/** What the kinds of lines mean, where there is more than one of them. */
function legendOf({ edges }: Diagram): string | undefined {
  const drawn = new Set(edges.map(({ evidence }) => evidence));
  if (drawn.size < 2) return undefined;
  const kinds = (['proven', 'typical', 'unseen'] as const).filter((kind) => drawn.has(kind));
  const words = kinds.map((kind) => meanings[kind]).join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function listOf(lines: readonly string[]): BlockContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map((line) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [textNode(line)] }],
    })),
  };
}
