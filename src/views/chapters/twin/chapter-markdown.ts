import type { PhrasingContent, RootContent } from 'mdast';
import { markdownText } from '#markdown/markdown-text.ts';
import type { ChapterView } from '#views/chapters/chapter-view.ts';
import { blockNodes } from './block-nodes.ts';
import { type Address, linkNode, proseNodes, textNode } from './prose-nodes.ts';

/** What the twin of a chapter says of where it comes from. */
export interface TwinOf {
  /** Id of the cluster. */
  readonly id: string;
  /** When its snapshot was taken; RFC 3339. */
  readonly takenAt: string;
  /** Of the page that a person reads. */
  readonly page: string;
  /** Of the same chapter of the same cluster as Markdown, from the address of its page. */
  readonly twin: (page: string) => string;
  readonly address: Address;
}

/** A chapter as a Markdown file, complete: tables, notes, and figures as their Mermaid source. */
export function chapterMarkdown(chapter: ChapterView, of: TwinOf): string {
  const { address } = of;
  const { title, lead, leadSource, summary, intro, sections } = chapter;
  return markdownText([
    { type: 'heading', depth: 1, children: [textNode(title)] },
    { type: 'paragraph', children: originOf(chapter, of) },
    { type: 'paragraph', children: proseNodes(lead, address) },
    ...blockNodes(
      leadSource.length === 0 ? [] : [{ type: 'source', children: leadSource }],
      address,
    ),
    { type: 'paragraph', children: [textNode(`What you will know: ${summary}`)] },
    ...blockNodes(intro, address),
    ...sections.flatMap(({ title: words, blocks }): RootContent[] => [
      { type: 'heading', depth: 2, children: proseNodes(words, address) },
      ...blockNodes(blocks, address),
    ]),
    ...wayOn(chapter, of),
  ]);
}

function originOf({ number }: ChapterView, { id, takenAt, page, address }: TwinOf) {
  return [
    textNode(`Chapter ${number} of the walkthrough of the cluster `),
    { type: 'inlineCode', value: id },
    textNode(`, from a snapshot taken at ${takenAt}. `),
    linkNode('The page', page, address),
    textNode('.'),
  ] satisfies PhrasingContent[];
}

/** Upstream documentation, and the chapters before and after. */
function wayOn({ docs, previous, next }: ChapterView, { twin, address }: TwinOf): RootContent[] {
  const links = [
    ...docs.map((doc) => ({ label: 'Upstream documentation', words: doc.title, href: doc.href })),
    ...[previous, next].flatMap((chapter) =>
      chapter === undefined
        ? []
        : [
            {
              label: `Chapter ${chapter.number}`,
              words: chapter.title,
              href: twin(chapter.href),
            },
          ],
    ),
  ];
  if (links.length === 0) return [];
  return [
    { type: 'thematicBreak' },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: links.map(({ label, words, href }) => ({
        type: 'listItem',
        spread: false,
        children: [
          { type: 'paragraph', children: [textNode(`${label}: `), linkNode(words, href, address)] },
        ],
      })),
    },
  ];
}
