import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '#user-error.ts';

/**
 * The folders of hand-written Markdown, absolute: the program's own, then the user's, whose files go first.
 * Without a flag the user's is `content` in the working folder, where there is one.
 *
 * @throws {UserError} When the folder of the flag is not there.
 */
export function contentFolders(given: string | undefined): readonly string[] {
  const shipped = resolve(import.meta.dirname, '../content');
  const own = resolve(given ?? 'content');
  if (existsSync(own)) return own === shipped ? [shipped] : [shipped, own];
  if (given === undefined) return [shipped];
  throw new UserError(`The folder ${given} is not there.`, { hint: 'Correct --content.' });
}
