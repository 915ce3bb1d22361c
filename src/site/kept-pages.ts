import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { jsonLine } from '#snapshot/json.ts';
import { byteText } from './byte-text.ts';
import { programVersion } from './program-version.ts';

/** Folder of what is known of published pages; below the working folder, and safe to delete. */
export const pagesFolder = '.cache/pages';

const Page = z.object({
  /** Digest of what its content was rendered from, and of what stands beside it. */
  content: z.string(),
  /** Digest of the frame around its content. */
  frame: z.string(),
  /** Its files as they were published, `<name> <size> <mtime>`. */
  files: z.array(z.string()),
});
type Page = z.infer<typeof Page>;
const Pages = z.record(z.string(), Page);

/**
 * Pages of objects that an earlier build of this program published in a folder. One whose content would be
 * rendered from the same is not rendered again; one whose frame is the same too is not even written. Pages
 * are named by their folders below the site's, with a `/` at the end.
 */
export interface KeptPages {
  /** Notes what a page's content is made from; says whether it lies there so, and nobody touched it since. */
  has(folder: string, content: string): boolean;
  /** Notes the frame of a page; says whether it was published in the same. */
  isFramedSo(folder: string, frame: string): boolean;
  /** Leaves a page where it is. */
  leave(folder: string): void;
  /** Markup of the page as it was published, as {@link byteText}. */
  read(folder: string): string;
  /** Files of the pages that were left, below the site's folder. */
  left(): readonly string[];
  /** Writes down what this build published, once it has. */
  save(): void;
}

/** Digest of what a page is made of: of one program the same only if all of it is. */
export function digestOf(...parts: readonly unknown[]): string {
  return hash('sha256', `${programVersion()} ${textOf(parts)}`, 'base64url');
}

function textOf(parts: readonly unknown[]): string {
  try {
    return JSON.stringify(parts);
  } catch {
    // An integer beyond 2^53, which only ours writes; it takes several times as long.
    return jsonLine(parts);
  }
}

/** What an earlier build left in `out`, as far as that is known. */
export function openKeptPages(out: string, folder: string = pagesFolder): KeptPages {
  const record = resolve(folder, `${hash('sha256', resolve(out))}.json`);
  const before = readRecord(record);
  const contents = new Map<string, string>();
  const frames = new Map<string, string>();
  const left: string[] = [];
  const isUntouched = (page: string, files: readonly string[]) =>
    files.every((file) => stampOf(join(out, page), nameIn(file)) === file);
  return {
    has: (page, content) => {
      contents.set(page, content);
      const known = before.get(page);
      return known?.content === content && isUntouched(page, known.files);
    },
    isFramedSo: (page, frame) => {
      frames.set(page, frame);
      return before.get(page)?.frame === frame;
    },
    leave: (page) => {
      for (const file of before.get(page)?.files ?? []) left.push(`${page}${nameIn(file)}`);
    },
    read: (page) => readFileSync(join(out, page, 'index.html'), byteText),
    left: () => left,
    save: () => {
      const pages = [...contents].map(([page, content]) => {
        const files = ['index.html', 'index.json'].map((file) => stampOf(join(out, page), file));
        const frame = frames.get(page) ?? '';
        return [page, { content, frame, files: files.filter((file) => file !== undefined) }];
      });
      writeRecord(record, JSON.stringify(Object.fromEntries(pages)));
    },
  };
}

function stampOf(folder: string, file: string): string | undefined {
  const stats = statSync(join(folder, file), { throwIfNoEntry: false });
  return stats && `${file} ${stats.size} ${stats.mtimeMs}`;
}

function nameIn(stamp: string): string {
  return stamp.slice(0, stamp.indexOf(' '));
}

function readRecord(record: string): ReadonlyMap<string, Page> {
  try {
    return new Map(Object.entries(Pages.parse(JSON.parse(readFileSync(record, 'utf8')))));
  } catch {
    // None, or one that is no longer readable: then everything is rendered.
    return new Map();
  }
}

function writeRecord(record: string, text: string): void {
  const draft = `${record}.${process.pid}.draft`;
  try {
    mkdirSync(resolve(record, '..'), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, record);
  } catch {
    // A read-only folder: the next build renders everything.
  }
}

let ofBuild: KeptPages | undefined;

/** From now on pages of objects that are as this knows them are not rendered again. */
export function keepPages(kept: KeptPages): void {
  ofBuild = kept;
}

/** What the build of this process keeps; nothing while nobody said so. */
export function keptPages(): KeptPages | undefined {
  return ofBuild;
}
