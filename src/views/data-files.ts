import type { KubeObject } from '#snapshot/kube-object.ts';
import { splitAtMarks } from '#snapshot/redaction.ts';
import { escapeText } from './escape-text.ts';

/** One key of a ConfigMap whose value is text: a file, or a setting. */
export interface DataFile {
  readonly key: string;
  /** The text cut at its redaction marks: the odd members are marks. */
  readonly parts: readonly string[];
  readonly lines: number;
  /** Size of the captured text in bytes. */
  readonly bytes: number;
  /** A single line that fits beside its key. */
  readonly isShort: boolean;
}

const encoder = new TextEncoder();
const shortLength = 100;

function dataFile(key: string, text: string): DataFile {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return {
    key,
    parts: splitAtMarks(text),
    lines,
    bytes: encoder.encode(text).length,
    isShort: lines === 1 && text.length <= shortLength,
  };
}

/** The texts that a ConfigMap holds, in its own order; none for other kinds. */
export function dataFilesOf(object: KubeObject): readonly DataFile[] {
  const data = object['data'];
  if (object.kind !== 'ConfigMap' || typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' ? [dataFile(key, value)] : [],
  );
}

/** The text as markup, marks highlighted. A component would add its own white space to it. */
export function dataMarkup(parts: DataFile['parts']): string {
  return parts
    .map((part, i) => (i % 2 === 1 ? `<mark>${escapeText(part)}</mark>` : escapeText(part)))
    .join('');
}
