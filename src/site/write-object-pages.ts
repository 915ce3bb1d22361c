import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLine } from '#snapshot/json.ts';
import { foldedOn } from '#views/folded.ts';
import { type SplitBatch, type SplitPage, splitBatch } from './batch-split.ts';
import type { Book, BookCluster } from './book.ts';
import { byteText } from './byte-text.ts';
import { digestOf, keptPages } from './kept-pages.ts';
import { batchFolder, objectBatches } from './object-batches.ts';
import type { ObjectPageRef } from './object-pages.ts';
import { printableBytes } from './printable.ts';

/**
 * Splits the rendered batches below `dir` into pages, each with its object as `index.json` beside it. Pages that are
 * as an earlier build published them are left there.
 *
 * @returns The number of pages.
 */
export function writeObjectPages(book: Book, dir: string): number {
  const written = new Set<string>();
  for (const batch of objectBatches(book)) {
    const markup = readFileSync(join(dir, batchFolder, batch.name, 'index.html'), byteText);
    const split = splitBatch(batch, markup);
    const frame = digestOf(split.frame);
    for (const { of, body } of split.pages) {
      // Two objects at one address would be a bug of the model or of `segment`.
      if (written.has(of.path)) throw new Error(`Two objects have the address ${of.path}`);
      written.add(of.path);
      const html = pageToWrite(book, split, frame, { of, body });
      if (html !== undefined) writePage(book, dir, batch.cluster, of, html);
    }
  }
  rmSync(join(dir, batchFolder), { recursive: true, force: true });
  return written.size;
}

/** The markup of a page; nothing where it may stay as it was published. */
function pageToWrite(
  book: Book,
  { html, bodyOf }: SplitBatch,
  frame: string,
  { of, body }: SplitPage,
): string | undefined {
  const kept = keptPages();
  const folder = pageFolder(book, of);
  const isFramedSo = kept?.isFramedSo(folder, frame);
  if (body !== undefined) return html(of, body);
  if (kept === undefined) throw new Error(`Nothing was rendered for ${of.path}.`);
  if (!isFramedSo) return html(of, bodyOf(kept.read(folder)));
  kept.leave(folder);
  return undefined;
}

function writePage(
  book: Book,
  dir: string,
  cluster: BookCluster,
  of: ObjectPageRef,
  html: string,
): void {
  const folder = join(dir, pageFolder(book, of));
  // Synchronous on purpose: one write after the other costs a third of the CPU time of the queue.
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), printableBytes(html), byteText);
  if (of.page === 1) writeFileSync(join(folder, 'index.json'), objectJson(cluster, of));
}

/** Folder of a page below the site's, with a `/` at its end. */
export function pageFolder(book: Book, { path }: ObjectPageRef): string {
  return path.slice(book.routes.hub().length);
}

/** The redacted object; the objects shown on its page are in `folded`, where there are any. */
export function objectJson({ model }: BookCluster, { entry }: ObjectPageRef): string {
  const folded = foldedOn(model, entry.id).map(({ object }) => object);
  return `${jsonLine(folded.length === 0 ? entry.object : { ...entry.object, folded })}\n`;
}
