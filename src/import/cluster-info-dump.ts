import type { Format } from './format.ts';
import { readSequence } from './json.ts';

const logSection =
  /^==== START logs for container [^\n]*\n[\s\S]*?(?:^==== END logs for [^\n]*$|(?![\s\S]))/gm;

/**
 * What `kubectl cluster-info dump` prints: lists of the API one after the other, and logs between them.
 * The logs go first, since a program may log JSON.
 */
export const clusterInfoDump: Format = {
  name: 'cluster-info dump',
  recognises: (text) => text.includes('\n==== START logs for container '),
  read: (text) => readSequence(text.replace(logSection, '')),
};
