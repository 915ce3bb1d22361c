import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLine } from '#snapshot/json.ts';
import { foldedOn } from '#views/folded.ts';
import { splitBatch } from './batch-split.ts';
import type { Book, BookCluster } from './book.ts';
import { batchFolder, objectBatches } from './object-batches.ts';
import type { ObjectPageRef } from './object-pages.ts';
import { printable } from './printable.ts';

/**
 * Splits the rendered batches below `dir` into pages, each with its object as `index.json` beside it.
 *
 * @returns The number of pages.
 */
export function writeObjectPages(book: Book, dir: string): number {
  const written = new Set<string>();
  for (const batch of objectBatches(book)) {
    const markup = readFileSync(join(dir, batchFolder, batch.name, 'index.html'), 'utf8');
    for (const { of, html } of splitBatch(batch, markup)) {
      // Two objects at one address would be a bug of the model or of `segment`.
      if (written.has(of.path)) throw new Error(`Two objects have the address ${of.path}`);
      written.add(of.path);
      const folder = join(dir, of.path.slice(book.routes.hub().length));
      // Synchronous on purpose: one write after the other costs a third of the CPU time of the queue.
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.html'), printable(html));
      if (of.page === 1) writeFileSync(join(folder, 'index.json'), objectJson(batch.cluster, of));
    }
  }
  rmSync(join(dir, batchFolder), { recursive: true, force: true });
  return written.size;
}

/** The redacted object; the objects shown on its page are in `folded`, where there are any. */
export function objectJson({ model }: BookCluster, { entry }: ObjectPageRef): string {
  const folded = foldedOn(model, entry.id).map(({ object }) => object);
  return `${jsonLine(folded.length === 0 ? entry.object : { ...entry.object, folded })}\n`;
}
