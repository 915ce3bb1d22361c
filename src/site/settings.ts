import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Config, configFile, parseConfig } from '#config/config.ts';

/** What the flags of `build` decide, as the pages of the site need it. Paths are absolute. */
export const Settings = z.strictObject({
  snapshots: z.string(),
  /** Snapshots that this build made of dumps; they stand in the place of those of the same id. */
  imported: z.string().optional(),
  /** Folders of hand-written Markdown; what stands in a later one goes first. */
  content: z.array(z.string()).readonly(),
  /** Folder of `clusterbook.config.json` and of the paths in it. */
  configDir: z.string(),
  /** Path below which the site is served. */
  base: z.string().default('/'),
  /** Origin of the published site, `https://docs.example.com`. */
  site: z.string().optional(),
  /** Ids of the only snapshots to build; all when empty. */
  only: z.array(z.string()).default([]),
  /** Build the samples even beside other snapshots. */
  samples: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;

/** The one thing that reaches Astro's pages from outside: {@link Settings} as JSON. */
export const settingsVariable = 'CLUSTERBOOK_SETTINGS';

/**
 * Settings of this process: those of the running `build`, or for `astro dev` those of a plain
 * `build` in the working folder.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = environment[settingsVariable];
  return Settings.parse(given === undefined ? defaults() : JSON.parse(given));
}

/**
 * Whether the pages of this process are published by `build`, and not shown by `astro dev`. Asked here and
 * not of `import.meta.env`, which any variable of the shell called PROD or DEV would answer.
 */
export function isPublished(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment[settingsVariable] !== undefined;
}

function defaults(): z.input<typeof Settings> {
  return {
    snapshots: resolve('snapshots'),
    content: [resolve('content')],
    configDir: resolve('.'),
  };
}

/**
 * `clusterbook.config.json` of a folder; the defaults where there is none.
 *
 * @throws {UserError} When it cannot be understood.
 */
export async function readConfig(directory: string): Promise<Config> {
  return parseConfig((await readIfThere(resolve(directory, configFile))) ?? '{}');
}

/** Text of a file, or `undefined` when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
