import { readAttributes } from './attributes.ts';
import { contentError, type Place } from './place.ts';
import { type HrefTarget, mermaidDirectives } from './vocabulary.ts';

/** A piece of a line of Mermaid: the author's own text, or what the cluster fills in. */
export type MermaidPiece =
  | { readonly type: 'text'; readonly text: string }
  /** The words of a fact, for a label or a message. */
  | { readonly type: 'value'; readonly name: string }
  /** The address of an object or a chapter, in quotes as `click` wants it. */
  | ({ readonly type: 'href' } & HrefTarget);

/** A line of a Mermaid block. It is left out where the snapshot lacks one of its pieces. */
export interface MermaidLine {
  /** In the chapter's file, from 1. */
  readonly line: number;
  readonly pieces: readonly MermaidPiece[];
}

// A colon of Mermaid's own (`A->>B: text`, `:::class`) is followed by a blank or another colon.
const directive = /(?<![:\w]):([a-z-]+)(?:\[([^\]]*)\]|(?=\{))(?:\{([^}]*)\})?/g;

/**
 * The lines of a fenced Mermaid block.
 *
 * @param place - The line of the fence; the block's text begins on the next one.
 * @throws {UserError} On an unknown directive or attribute, with file and line.
 */
export function readMermaidLines(text: string, { file, line }: Place): readonly MermaidLine[] {
  return text.split('\n').map((written, index) => {
    const place = { file, line: line + 1 + index };
    return { line: place.line, pieces: readPieces(written, place) };
  });
}

function readPieces(written: string, place: Place): readonly MermaidPiece[] {
  const pieces: MermaidPiece[] = [];
  let end = 0;
  for (const match of written.matchAll(directive)) {
    const [whole, name = '', label = '', attributes = ''] = match;
    if (match.index > end) pieces.push({ type: 'text', text: written.slice(end, match.index) });
    pieces.push(readPiece(name, label.trim(), attributes, place));
    end = match.index + whole.length;
  }
  if (end < written.length) pieces.push({ type: 'text', text: written.slice(end) });
  return pieces;
}

function readPiece(name: string, label: string, attributes: string, place: Place): MermaidPiece {
  if (name !== 'value' && name !== 'href') {
    const known = Object.keys(mermaidDirectives).map((word) => `:${word}`);
    throw contentError(
      place,
      `there is no directive ":${name}" in a Mermaid figure.`,
      `Known there: ${known.join(', ')}. After a colon of Mermaid's own, write a space.`,
    );
  }
  const given = Object.fromEntries(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const target = readAttributes(mermaidDirectives[name], given, `:${name}`, place);
  if (name === 'value') {
    if (label === '') throw contentError(place, '":value" needs a name: :value[etcd.pod].');
    return { type: 'value', name: label };
  }
  const { fact = label === '' ? undefined : label, ...rest } = target as HrefTarget;
  const ways = [fact, rest.chapter, rest.name].filter((way) => way !== undefined);
  if (ways.length !== 1 || (rest.name === undefined) !== (rest.kind === undefined)) {
    throw contentError(
      place,
      '":href" needs one target.',
      'Write :href[etcd.pod], :href{chapter="dns"} or :href{kind="services" namespace="default" name="kubernetes"}.',
    );
  }
  return { type: 'href', ...rest, ...(fact !== undefined && { fact }) };
}
