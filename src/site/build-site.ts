import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { type Book, loadBook } from './book.ts';
import { tellProgress } from './build-progress.ts';
import { figuresFolder, forgetOld } from './disk-cache.ts';
import { keepFigures } from './figures.ts';
import { keepPages, openKeptPages, pagesFolder } from './kept-pages.ts';
import { checkTarget, publish } from './publish.ts';
import { type Settings, settingsVariable } from './settings.ts';

/** The program's own folder: Astro's root, and of one file system with the staging folder. */
const programRoot = resolve(import.meta.dirname, '../..');

/** After so long what is kept for later builds is forgotten, or else what nobody uses any more would pile up. */
const daysKept = 30;

/** What a build did, for the command to say. */
export interface BuildReport {
  readonly book: Book;
  readonly pages: number;
  /** Files that are new or changed, and files removed. */
  readonly written: number;
  readonly removed: number;
}

/**
 * Renders the site of these settings and publishes it to `out`; until it is rendered whole nothing
 * there changes. Once per process: Astro and the pages keep the book they first saw.
 *
 * @throws {UserError} When there is no snapshot, one cannot be read, or `out` holds something else.
 */
export async function buildSite(settings: Settings, out: string): Promise<BuildReport> {
  await checkTarget(out);
  process.env[settingsVariable] = JSON.stringify(settings);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Vite takes what the shell says of its own work for `dev`.
  process.env['NODE_ENV'] = 'production';
  tellProgress({ done: 0, total: 0, text: 'Reading the snapshots' });
  const book = await loadBook();
  tellProgress({ done: 0, total: 0, text: 'Preparing the pages' });
  // Astro keeps intermediate files below the working folder, which must be of one device with the staging.
  process.chdir(programRoot);
  const staging = await createStaging(join(programRoot, '.cache'));
  try {
    keepFigures();
    const kept = openKeptPages(out);
    keepPages(kept);
    await build({ root: programRoot, outDir: staging, logLevel: 'error' });
    tellProgress({ done: 1, total: 1, text: 'Writing what changed' });
    const published = await publish(staging, out, settings.base, kept.left());
    kept.save();
    return { book, ...published };
  } finally {
    await rm(staging, { recursive: true, force: true });
    for (const folder of [figuresFolder, pagesFolder]) await forgetOld(daysKept, folder);
  }
}

/** An empty folder of this process; those that dead ones left behind are removed. */
async function createStaging(cache: string): Promise<string> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const pid = /^build-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
  return mkdtemp(join(cache, `build-${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else's runs all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
