import type { Format } from './format.ts';
import { json } from './json.ts';
import { yaml } from './yaml.ts';

/** All formats of texts, the narrowest first: the first that recognises a text reads it. */
const formats: readonly Format[] = [json, yaml];

/** The format of a text that begins so, or `undefined` when it is nothing that could hold objects. */
export function formatOf(head: string): Format | undefined {
  return formats.find((format) => format.recognises(head));
}
