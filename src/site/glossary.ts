import { join } from 'node:path';
import { parseGlossary, type Term } from '#markdown/glossary.ts';
import type { Book } from './book.ts';
import { readIfThere } from './settings.ts';

const read = new WeakMap<Book, Promise<readonly Term[]>>();

/**
 * The terms of the glossary by name. A term of a later content folder takes the place of the same in an
 * earlier one.
 *
 * @throws {UserError} When a `glossary.yaml` cannot be understood, with file and line.
 */
export function glossaryOf(book: Book): Promise<readonly Term[]> {
  const known = read.get(book);
  if (known !== undefined) return known;
  const terms = readTerms(book.contentDirs);
  read.set(book, terms);
  return terms;
}

async function readTerms(contentDirs: readonly string[]): Promise<readonly Term[]> {
  const lists = await Promise.all(
    contentDirs.map(async (folder) => {
      const file = join(folder, 'glossary.yaml');
      const text = await readIfThere(file);
      return text === undefined ? [] : parseGlossary(text, file);
    }),
  );
  const byName = new Map(lists.flat().map((term) => [term.term, term]));
  return [...byName.values()].sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
