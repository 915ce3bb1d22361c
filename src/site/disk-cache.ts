import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TextCache } from '#diagrams/text-cache.ts';

/** Folder of what a later build may use again; below the working folder, and safe to delete. */
export const figuresFolder = '.cache/figures';

let drafts = 0;

/**
 * A cache of one file per entry, named by the SHA-256 of its key. `area` keeps different things apart.
 * A cache that cannot be read or written only costs time, so nothing fails because of it.
 */
export function diskCache(area: string, folder: string = figuresFolder): TextCache {
  const home = resolve(folder, area);
  const fileOf = (key: string) => join(home, createHash('sha256').update(key).digest('hex'));
  return {
    get: (key) => readFile(fileOf(key), 'utf8').catch(() => undefined),
    set: async (key, text) => {
      const file = fileOf(key);
      // Two figures of one build may be drawn alike at once: each writes a draft of its own.
      const draft = `${file}.${process.pid}-${++drafts}.draft`;
      try {
        await mkdir(home, { recursive: true });
        await writeFile(draft, text);
        await rename(draft, file);
      } catch {
        // A read-only folder: the next build draws it again.
      }
    },
  };
}

/**
 * Removes files below a folder that were written more than `days` ago; those still of use are made once more.
 * What cannot be removed stays.
 */
export async function forgetOld(days: number, folder: string): Promise<void> {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const written = await stat(file).catch(() => undefined);
    if (written !== undefined && written.mtimeMs < oldest) await rm(file).catch(() => {});
  }
}
