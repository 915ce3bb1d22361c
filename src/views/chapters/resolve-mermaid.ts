import { mermaidWords } from '#diagrams/mermaid-text.ts';
import type { MermaidLine, MermaidPiece } from '#markdown/mermaid-lines.ts';
import { contentError } from '#markdown/place.ts';
import type { Block } from '#markdown/tree.ts';
import { objectNamed } from './coverage.ts';
import { type ChapterBlock, type Prose, proseText } from './prose.ts';
import { hrefOfChapter } from './resolve-inlines.ts';
import { factNamed, type Scope } from './scope.ts';

/**
 * A figure of an author with the values of a cluster. A line that needs what the snapshot lacks is left
 * out. Words from objects are written in character codes, so that they are shown and never read as Mermaid.
 *
 * @throws {UserError} With file and line, when a fact or a chapter does not exist.
 */
export function resolveMermaid(
  { lines, caption, line }: Extract<Block, { type: 'mermaid' }>,
  scope: Scope,
): ChapterBlock {
  const text = lines.flatMap((one) => resolveLine(one, scope) ?? []).join('\n');
  return { type: 'mermaid', text, caption, line };
}

function resolveLine({ pieces, line }: MermaidLine, scope: Scope): string | undefined {
  const words = pieces.map((piece) => resolvePiece(piece, line, scope));
  // A fact that is only known to be so adds no word, and leaves the space before it.
  return words.every((word) => word !== undefined) ? words.join('').trimEnd() : undefined;
}

function resolvePiece(piece: MermaidPiece, line: number, scope: Scope): string | undefined {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'value': {
      const words = factNamed(scope, piece.name, line);
      return words && mermaidWords(proseText(words));
    }
    case 'href': {
      const href = hrefOf(piece, line, scope);
      return href === undefined ? undefined : `"${href}"`;
    }
  }
}

type Href = Extract<MermaidPiece, { type: 'href' }>;

function hrefOf(
  { fact, chapter, kind = '', namespace, name }: Href,
  line: number,
  scope: Scope,
): string | undefined {
  const { cluster, file } = scope;
  if (fact !== undefined) return linkIn(factNamed(scope, fact, line), fact, { file, line });
  if (chapter !== undefined) return hrefOfChapter(chapter, line, scope);
  const entry = name === undefined ? undefined : objectNamed(cluster, { kind, namespace, name });
  return entry && cluster.links.object(entry.id);
}

/** The address of the first link among the words of a fact. */
function linkIn(
  words: readonly Prose[] | undefined,
  fact: string,
  place: { readonly file: string; readonly line: number },
): string | undefined {
  if (words === undefined) return undefined;
  const link = words.find((word) => word.type === 'link');
  if (link !== undefined) return link.href;
  throw contentError(place, `the fact "${fact}" is no link.`, 'Write :value[…] for its words.');
}
