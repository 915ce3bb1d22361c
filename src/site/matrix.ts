import { matrixJson } from '#diff/format-matrix.ts';
import { type Matrix, matrixOf } from '#diff/matrix.ts';
import type { Book, BookCluster } from './book.ts';

/** The newest snapshot of each cluster, in the order of the columns. */
export function newestOf({ clusters }: Book): readonly BookCluster[] {
  return clusters.filter(({ isNewest }) => isNewest);
}

const made = new WeakMap<Book, Matrix>();

/** All clusters of the book side by side, looked at once; columns are called as their addresses are. */
export function matrixOfBook(book: Book): Matrix {
  const known = made.get(book);
  if (known !== undefined) return known;
  const clusters = newestOf(book);
  const matrix = matrixOf(clusters.map(({ model }) => model.snapshot));
  const named = { ...matrix, columns: clusters.map(({ id }) => id) };
  made.set(book, named);
  return named;
}

/** The matrix as `diff A B C --format json` prints it. */
export function matrixJsonOf(book: Book): string {
  return matrixJson(matrixOfBook(book));
}
