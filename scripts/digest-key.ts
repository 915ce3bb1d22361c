import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '#user-error.ts';

const variable = 'CLUSTERBOOK_DIGEST_KEY';
/** Bytes; shorter keys can be tried one by one. */
const shortestKey = 16;
/** Enough that two values of one cluster never meet by chance. */
const digits = 16;

/**
 * Keyed digest of a secret value, so that a diff can tell that two differ; `undefined` without a key.
 *
 * @param file Path of the key; otherwise the variable `CLUSTERBOOK_DIGEST_KEY` holds it.
 * @throws {UserError} When the file cannot be read, or the key is short enough to guess.
 */
export async function digestWith(
  file: string | undefined,
): Promise<((value: string) => string) | undefined> {
  // An unset variable is often passed on as an empty one.
  const given = process.env[variable] || undefined;
  const key = trimmed(file === undefined ? Buffer.from(given ?? '') : await readKey(file));
  if (file === undefined && given === undefined) return undefined;
  if (key.length < shortestKey) {
    throw new UserError(`The key in ${file ?? variable} has less than ${shortestKey} bytes.`, {
      hint: 'Make one with openssl rand -hex 32, and keep it away from the snapshots.',
    });
  }
  return (value) => createHmac('sha256', key).update(value).digest('hex').slice(0, digits);
}

/** The same key in a file and in a variable gives the same digests: an editor ends a file with a newline. */
function trimmed(key: Buffer): Buffer {
  return key.at(-1) === 0x0a ? key.subarray(0, -1) : key;
}

async function readKey(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new UserError(`The digest key ${file} cannot be read.`, {
      hint: 'Correct --digest-key.',
      cause,
    });
  }
}
