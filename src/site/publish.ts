import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { UserError } from '#user-error.ts';
import { readIfThere } from './settings.ts';

/** Beside the site: which files are ours, so that a later build removes what is gone and nothing else. */
export const publishedFile = '.clusterbook.json';

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
 * is interrupted.
 *
 * @returns How many files were written and removed.
 */
export async function publish(
  staging: string,
  out: string,
  base: string,
): Promise<{ readonly written: number; readonly removed: number }> {
  await checkTarget(out);
  const before = (await readPublished(out))?.files ?? [];
  const files = await filesBelow(staging);
  await refuseForeign(out, files, new Set(before));
  await mkdir(out, { recursive: true });
  // Until the end both lists are ours: whatever an interruption leaves behind is known to the next build.
  await writePublished(out, { base, files: [...new Set([...before, ...files])].sort() });
  let written = 0;
  for (const file of assetsFirst(files)) {
    if (await place(join(staging, file), join(out, file))) written++;
  }
  const kept = new Set(files);
  const gone = before.filter((file) => !kept.has(file));
  for (const file of gone) await removeFile(out, file);
  await writePublished(out, { base, files });
  return { written, removed: gone.length };
}

async function writePublished(
  out: string,
  published: { readonly base: string; readonly files: readonly string[] },
): Promise<void> {
  const file = join(out, publishedFile);
  await writeFile(`${file}.new`, `${JSON.stringify(published)}\n`);
  await rename(`${file}.new`, file);
}

/** Paths of all files below a folder, sorted, with `/` on every system. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
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

async function refuseForeign(
  out: string,
  files: readonly string[],
  ours: ReadonlySet<string>,
): Promise<void> {
  const there = new Set(await filesBelow(out).catch(() => []));
  const foreign = files.find((file) => there.has(file) && !ours.has(file));
  if (foreign === undefined) return;
  throw new UserError(`${join(out, foreign)} was not written by Clusterbook and is in the way.`, {
    hint: 'Move it elsewhere, or choose another folder with --out.',
  });
}

/** Puts a file in its place unless the same bytes are there; says whether it did. */
async function place(from: string, to: string): Promise<boolean> {
  const content = await readFile(from);
  const current = await readFile(to).catch(() => undefined);
  if (current?.equals(content)) return false;
  await mkdir(dirname(to), { recursive: true });
  // Written beside and renamed: works across devices, and nobody reads half a file.
  await writeFile(`${to}.new`, content);
  await rename(`${to}.new`, to);
  return true;
}

/** Removes a file, and the folders that it leaves empty. */
async function removeFile(out: string, file: string): Promise<void> {
  await rm(join(out, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const removed = await rmdir(join(out, folder)).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
