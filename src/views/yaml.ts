import type { KubeObject, ObjectMeta } from '#snapshot/kube-object.ts';
import { fitsBlock, yamlString } from './yaml-scalar.ts';

/** A piece of a line: `plain` is indentation and punctuation. */
export interface YamlToken {
  readonly type: 'key' | 'string' | 'value' | 'plain';
  readonly text: string;
}

/** One line; its number is its place in the list, counted from 1. */
export type YamlLine = readonly YamlToken[];

/** An object as YAML, line by line. */
export interface YamlDocument {
  readonly lines: readonly YamlLine[];
  /** The lines of the entries of each map and list, in their order. */
  readonly places: ReadonlyMap<object, readonly number[]>;
}

interface Writer {
  readonly lines: YamlToken[][];
  readonly places: Map<object, number[]>;
}

/**
 * An object as YAML, as `kubectl get -o yaml` prints it, with two differences that make it easier to
 * read: keys stand in the snapshot's order (`kind` and `metadata` first), and text of several lines is
 * always a `|` block, also where it holds tabs or spaces at the end of a line.
 */
export function yamlDocument(value: object): YamlDocument {
  const writer: Writer = { lines: [[]], places: new Map() };
  writeEntries(writer, value, '');
  return { lines: writer.lines.filter((line) => line.length > 0), places: writer.places };
}

/** The document as text, with a line feed at its end. */
export function yamlText({ lines }: YamlDocument): string {
  return lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');
}

function put(writer: Writer, type: YamlToken['type'], text: string): void {
  writer.lines.at(-1)?.push({ type, text });
}

/** Begins a line, unless the one before is still open for the first entry of a list's item. */
function openLine(writer: Writer, indent: string, inline: boolean): number {
  if (!inline) {
    writer.lines.push([]);
    if (indent !== '') put(writer, 'plain', indent);
  }
  return writer.lines.length - 1;
}

function writeEntries(writer: Writer, container: object, indent: string, inline = false): void {
  const places: number[] = [];
  writer.places.set(container, places);
  if (Array.isArray(container)) {
    for (const [i, item] of container.entries()) {
      places.push(openLine(writer, indent, inline && i === 0));
      put(writer, 'plain', '- ');
      writeItem(writer, item, `${indent}  `);
    }
    return;
  }
  let first = inline;
  for (const [key, value] of Object.entries(container)) {
    if (value === undefined) continue;
    places.push(openLine(writer, indent, first));
    first = false;
    put(writer, 'key', yamlString(key));
    put(writer, 'plain', ':');
    writeValue(writer, value, indent);
  }
}

function writeItem(writer: Writer, item: unknown, indent: string): void {
  if (hasEntries(item)) writeEntries(writer, item, indent, true);
  else writeScalar(writer, item, indent);
}

function writeValue(writer: Writer, value: unknown, indent: string): void {
  if (!hasEntries(value)) {
    put(writer, 'plain', ' ');
    writeScalar(writer, value, `${indent}  `);
    return;
  }
  // kubectl does not indent a list below its key.
  writeEntries(writer, value, Array.isArray(value) ? indent : `${indent}  `);
}

function hasEntries(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function writeScalar(writer: Writer, value: unknown, indent: string): void {
  if (typeof value === 'string') {
    if (fitsBlock(value)) writeBlock(writer, value, indent);
    else put(writer, 'string', yamlString(value));
    return;
  }
  if (Array.isArray(value)) put(writer, 'plain', '[]');
  else if (typeof value === 'object' && value !== null) put(writer, 'plain', '{}');
  else put(writer, 'value', String(value));
}

function writeBlock(writer: Writer, text: string, indent: string): void {
  const body = text.replace(/\n+$/, '');
  const breaks = text.length - body.length;
  put(writer, 'plain', breaks === 0 ? '|-' : breaks === 1 ? '|' : '|+');
  const lines = text.split('\n');
  // What follows the last break is the next line of the document, not one of the block.
  if (breaks > 0) lines.pop();
  for (const line of lines) {
    writer.lines.push([{ type: 'string', text: line === '' ? '' : `${indent}${line}` }]);
  }
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** An object without what a reader of its YAML scrolls past, and what that was. */
export interface ReadableObject {
  readonly object: KubeObject;
  /** Paths, for the line below the YAML. */
  readonly omitted: readonly string[];
}

/** `metadata.managedFields`, which kubectl hides too, and the last-applied annotation are left out. */
export function readableObject(object: KubeObject): ReadableObject {
  const { managedFields, ...metadata } = object.metadata;
  const applied = metadata.annotations?.[lastApplied] !== undefined;
  if (managedFields === undefined && !applied) return { object, omitted: [] };
  return {
    object: { ...object, metadata: applied ? withoutApplied(metadata) : metadata },
    omitted: [
      ...(managedFields === undefined ? [] : ['metadata.managedFields']),
      ...(applied ? [`metadata.annotations["${lastApplied}"]`] : []),
    ],
  };
}

/** An object whose only annotation is left out has none worth a line. */
function withoutApplied(metadata: ObjectMeta): ObjectMeta {
  const { [lastApplied]: _, ...annotations } = metadata.annotations ?? {};
  if (Object.keys(annotations).length > 0) return { ...metadata, annotations };
  const { annotations: _none, ...rest } = metadata;
  return rest;
}
