import { isFields } from '#snapshot/fields.ts';
import { parseJson } from '#snapshot/json.ts';
import { parseCorefile } from './corefile.ts';
import { parseSettings } from './settings.ts';
import { parseYaml } from './yaml.ts';

/** What a text is, besides text. */
export type DocumentFormat = 'json' | 'yaml' | 'corefile' | 'settings';

/** A text read as what it is. */
export interface Document {
  readonly format: DocumentFormat;
  readonly value: unknown;
}

// What is longer is compared by its lines: reading it costs more than it tells.
const maxLength = 500_000;

/**
 * Both texts of a field as the documents they are; nothing unless both are of one format. Comments,
 * indents and the order of keys are no part of a document.
 *
 * @param name Of the key in a ConfigMap: `Corefile`, `config.yaml`.
 */
export function documentsOf(
  name: string,
  before: string,
  after: string,
): readonly [Document, Document] | undefined {
  if (Math.max(before.length, after.length) > maxLength) return undefined;
  for (const [format, parse] of readers) {
    if (!mayBe[format](name, before) || !mayBe[format](name, after)) continue;
    const [left, right] = [parse(before), parse(after)];
    if (isTree(left) && isTree(right)) {
      return [
        { format, value: left },
        { format, value: right },
      ];
    }
  }
  return undefined;
}

const isTree = (value: unknown): boolean => isFields(value) || Array.isArray(value);

/** Whether it is worth trying. */
const mayBe: Readonly<Record<DocumentFormat, (name: string, text: string) => boolean>> = {
  json: (_name, text) => /^\s*[[{]/.test(text),
  corefile: (name, text) => name === 'Corefile' || /^[ \t]*\S*:\d+[ \t]*\{[ \t]*$/m.test(text),
  // A plain text is a scalar in YAML; what begins with a field or an item may be more. Each line is read
  // in one way only: a stranger's text must not make the expression try them all.
  yaml: (name, text) =>
    /\.ya?ml$/.test(name) ||
    /^(?:[ \t]*#.*\n|---\n|[ \t]*\n)*(?:[\w."'/-]+:(?:\s|$)|- )/.test(text),
  settings: (_name, text) => /^[^\n=]+=/m.test(text),
};

const readers: readonly (readonly [DocumentFormat, (text: string) => unknown])[] = [
  ['json', orNothing(parseJson)],
  ['corefile', parseCorefile],
  ['yaml', orNothing(parseYaml)],
  ['settings', parseSettings],
];

function orNothing(parse: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    try {
      return parse(text);
    } catch {
      return undefined;
    }
  };
}
