import { loadBook } from '#site/book.ts';
import { matrixJsonOf } from '#site/matrix.ts';

/** The matrix as `diff A B C --format json` prints it. */
export async function GET(): Promise<Response> {
  return new Response(matrixJsonOf(await loadBook()));
}
