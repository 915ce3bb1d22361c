import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { UserError } from '#user-error.ts';
import { readIfThere } from './settings.ts';

/** Beside the site: which files are ours, so that a later build removes what is gone and nothing else. */
const publishedFile = '.clusterbook.json';

/** What is known of a published site without looking through it. */
export const Published = z.object({
  /** Path below which the site expects to be served. */
  base: z.string(),
  /** Paths below the site's folder, sorted. None leads out of it: what is listed here may be removed. */
  files: z.array(z.string().regex(/^(?!\/)(?!(.*\/)?\.\.(\/|$))/)),
});
export type Published = z.infer<typeof Published>;

/** What an earlier build published here; `undefined` when none did. */
export async function readPublished(out: string): Promise<Published | undefined> {
  const text = await readIfThere(join(out, publishedFile));
  if (text === undefined) return undefined;
  const { success, data } = Published.safeParse(jsonOf(text));
  return success ? data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Refuses a folder whose files are not ours.
 *
 * @throws {UserError} When it holds files and no site of ours.
 */
export async function checkTarget(out: string): Promise<void> {
  if ((await readPublished(out)) !== undefined) return;
  const files = await readdir(out).catch(() => []);
  if (files.length > 0) {
    throw new UserError(
      `${out} holds files that are no site of Clusterbook, such as ${files[0]}.`,
      {
        hint: 'Choose another folder with --out, or empty this one.',
      },
    );
  }
}

/**
 * Moves a finished build to where it is served. Files that did not change stay untouched; new ones
 * come first, what is gone is removed last, so that a reader always finds a whole site, also when this
 * is interrupted. Synchronous inside: thousands of small files cost a third of the CPU time that way.
 *
 * @param left Files of the published site that stay as they are, though the build has none of them.
 * @returns How many pages there are now, and how many files were written and removed.
 */
export async function publish(
  staging: string,
  out: string,
  base: string,
  left: readonly string[] = [],
): Promise<{ readonly pages: number; readonly written: number; readonly removed: number }> {
  await checkTarget(out);
  const before = (await readPublished(out))?.files ?? [];
  const made = filesBelow(staging);
  refuseForeign(out, made, new Set(before));
  const files = [...made, ...left].sort();
  mkdirSync(out, { recursive: true });
  // Until the end both lists are ours: whatever an interruption leaves behind is known to the next build.
  writePublished(out, { base, files: [...new Set([...before, ...files])].sort() });
  const written = placeAll(staging, out, assetsFirst(made));
  const kept = new Set(files);
  const gone = before.filter((file) => !kept.has(file));
  for (const file of gone) removeFile(out, file);
  writePublished(out, { base, files });
  const pages = files.filter((file) => /(?:^|\/)index\.html$/.test(file)).length;
  return { pages, written, removed: gone.length };
}

/** Puts files in their places; returns how many were new or changed. */
function placeAll(staging: string, out: string, files: readonly string[]): number {
  const there = new Set<string>();
  let moved: string | undefined;
  let written = 0;
  for (const file of files) {
    if (moved === undefined || !file.startsWith(moved)) {
      // Whole where `out` has none: making folders and moving files one by one is a twentieth of a first build.
      const folder = newFolder(file, out, there);
      const isMoved = folder !== undefined && move(join(staging, folder), join(out, folder));
      moved = isMoved ? folder : undefined;
    }
    if (moved !== undefined || place(join(staging, file), join(out, file))) written += 1;
  }
  return written;
}

/** The outermost folder of a file that `out` does not have, with its `/`; folders it has are noted in `there`. */
function newFolder(file: string, out: string, there: Set<string>): string | undefined {
  for (let end = file.indexOf('/'); end !== -1; end = file.indexOf('/', end + 1)) {
    const folder = file.slice(0, end);
    if (there.has(folder)) continue;
    if (!existsSync(join(out, folder))) return `${folder}/`;
    there.add(folder);
  }
  return undefined;
}

function writePublished(
  out: string,
  published: { readonly base: string; readonly files: readonly string[] },
): void {
  const file = join(out, publishedFile);
  writeFileSync(`${file}.new`, `${JSON.stringify(published)}\n`);
  renameSync(`${file}.new`, file);
}

/** Paths of all files below a folder, sorted, with `/` on every system. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

/** A page must not go up before the style it asks for. */
function assetsFirst(files: readonly string[]): readonly string[] {
  const isAsset = (file: string) => file.startsWith('_astro/');
  return [...files.filter(isAsset), ...files.filter((file) => !isAsset(file))];
}

function refuseForeign(out: string, files: readonly string[], ours: ReadonlySet<string>): void {
  const foreign = files.find((file) => !ours.has(file) && existsSync(join(out, file)));
  if (foreign === undefined) return;
  throw new UserError(`${join(out, foreign)} was not written by Clusterbook and is in the way.`, {
    hint: 'Move it elsewhere, or choose another folder with --out.',
  });
}

/** Puts a file in its place unless the same bytes are there; says whether it did. */
function place(from: string, to: string): boolean {
  const size = statSync(to, { throwIfNoEntry: false })?.size;
  const same = size === statSync(from).size && readFileSync(to).equals(readFileSync(from));
  if (same) return false;
  if (size === undefined) mkdirSync(dirname(to), { recursive: true });
  if (!move(from, to)) {
    // On another device: copied beside and renamed, so that nobody reads half a file.
    copyFileSync(from, `${to}.new`);
    renameSync(`${to}.new`, to);
  }
  return true;
}

/** Moves a file or a folder, if both places are on one device; says whether they are. */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EXDEV') return false;
    throw error;
  }
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(out: string, file: string): void {
  rmSync(join(out, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const path = join(out, folder);
    if (!existsSync(path)) continue;
    if (readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}
