import { explainText, keyMeaning } from '#catalogue/config-maps.ts';
import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { parseRedactionMark, splitAtMarks } from '#snapshot/redaction.ts';
import { marked, type Prose } from './chapters/prose.ts';
import { knownConfigMapOf } from './known-config-map.ts';
import { beginningOf, maxLetters } from './long-text.ts';
import { escapeText } from './markup/escape-text.ts';

/** What the catalogue knows of one line of a file. */
interface LineNote {
  /** Counts from 1. */
  readonly line: number;
  /** The line without its indentation. */
  readonly text: string;
  readonly note: readonly Prose[];
}

/** One key of a ConfigMap or Secret: a file, or a setting. */
export interface DataFile {
  readonly key: string;
  /** What the key holds, where the catalogue knows. */
  readonly meaning?: readonly Prose[] | undefined;
  /** Lines of the text, each cut at its redaction marks: the odd members of a line are marks. */
  readonly lines: readonly (readonly string[])[];
  /** Lines beyond those, which the YAML has. */
  readonly hidden: number;
  /** Some lines go on; the YAML has them whole. */
  readonly isCut: boolean;
  /** Size of the captured text in bytes. */
  readonly bytes: number;
  /** A single line that fits beside its key. */
  readonly isShort: boolean;
  readonly notes: readonly LineNote[];
}

const encoder = new TextEncoder();
const shortLength = 100;
/** Lines shown of one file: a dashboard has thousands, and nobody reads them here. */
const maxLines = 400;
const kinds = new Set(['ConfigMap', 'Secret']);

/** The texts that a ConfigMap or a Secret holds, in its own order; none for other kinds. */
export function dataFilesOf(object: KubeObject): readonly DataFile[] {
  const { data } = object;
  if (!kinds.has(object.kind) || object.apiVersion !== 'v1' || !isFields(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' ? [dataFile(object, key, value)] : [],
  );
}

function dataFile(object: KubeObject, key: string, text: string): DataFile {
  const { name } = object.metadata;
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, maxLines);
  const known = knownConfigMapOf(object);
  const meaning = known && keyMeaning(known, key);
  return {
    key,
    meaning: meaning === undefined ? undefined : marked(meaning),
    lines: shown.map((line) => splitAtMarks(beginningOf(line))),
    isCut: shown.some((line) => line.length > maxLetters),
    hidden: lines.length - shown.length,
    bytes: parseRedactionMark(text)?.bytes ?? encoder.encode(text).length,
    isShort: lines.length === 1 && text.length <= shortLength,
    notes: known === undefined ? [] : notesOf(name, key, text),
  };
}

function notesOf(name: string, key: string, text: string): readonly LineNote[] {
  return explainText(name, key, text).flatMap((line, i) =>
    line.note === undefined
      ? []
      : [{ line: i + 1, text: line.text.trim().replace(/ \{$/, ''), note: marked(line.note) }],
  );
}

/** A line as markup, marks highlighted. A component would add its own white space to it. */
export function lineMarkup(line: readonly string[]): string {
  return line
    .map((part, i) =>
      i % 2 === 1 ? `<mark>${escapeText(markText(part))}</mark>` : escapeText(part),
    )
    .join('');
}

/** `redacted, 34 bytes`; the YAML keeps the mark as it stands in the snapshot. */
function markText(mark: string): string {
  const bytes = parseRedactionMark(mark)?.bytes;
  if (bytes === undefined) return mark;
  return `redacted, ${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}

/**
 * A file as markup, each line with its number as an anchor.
 *
 * @param prefix Tells the lines of several files of a page apart.
 */
export function fileMarkup({ lines }: DataFile, prefix: string): string {
  return lines
    .map((line, i) => {
      const id = `${prefix}L${i + 1}`;
      const anchor = `<a id="${id}" href="#${id}" data-n="${i + 1}" tabindex="-1" aria-hidden="true"></a>`;
      return `<span class="l">${anchor}${lineMarkup(line)}</span>`;
    })
    .join('');
}
