import type { PhrasingContent, RootContent } from 'mdast';
import { markdownText } from '#markdown/markdown-text.ts';

/** A file that an assistant may read, and what is in it. */
export interface LlmsLink {
  readonly name: string;
  readonly href: string;
  /** Without it the name says enough. */
  readonly about?: string | undefined;
}

/** What stands in an `llms.txt`. */
export interface Llms {
  readonly title: string;
  /** What all of it is, in a sentence or two. */
  readonly summary: string;
  /** What a reader should know before following a link, a paragraph each; identifiers between backticks. */
  readonly remarks: readonly string[];
  /** Links under a heading; those of `Optional` may be left out where there is little room. */
  readonly sections: readonly { readonly title: string; readonly links: readonly LlmsLink[] }[];
}

/**
 * An `llms.txt`: title, summary, remarks, then links by section.
 *
 * @see https://llmstxt.org/
 */
export function llmsText({ title, summary, remarks, sections }: Llms): string {
  return markdownText([
    { type: 'heading', depth: 1, children: [words(title)] },
    { type: 'blockquote', children: [{ type: 'paragraph', children: [words(summary)] }] },
    ...remarks.map((remark): RootContent => ({ type: 'paragraph', children: remarkWords(remark) })),
    ...sections
      .filter(({ links }) => links.length > 0)
      .flatMap(({ title: heading, links }): RootContent[] => [
        { type: 'heading', depth: 2, children: [words(heading)] },
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: links.map((link) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: linkWords(link) }],
          })),
        },
      ]),
  ]);
}

function linkWords({ name, href, about }: LlmsLink): PhrasingContent[] {
  const link: PhrasingContent = { type: 'link', url: href, children: [words(name)] };
  return about === undefined ? [link] : [link, words(`: ${about}`)];
}

function remarkWords(remark: string): PhrasingContent[] {
  return remark
    .split('`')
    .map((piece, i) => (i % 2 === 1 ? { type: 'inlineCode', value: piece } : words(piece)));
}

function words(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}
