import { clusterInfoDump } from './cluster-info-dump.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { yaml } from './yaml.ts';

/** All formats, the narrowest first: the first that recognises a text reads it. */
const formats: readonly Format[] = [clusterInfoDump, json, yaml];

/** The format of a text, or `undefined` when it is nothing that could hold objects. */
export function formatOf(text: string): Format | undefined {
  return formats.find((format) => format.recognises(text));
}
