import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const programRoot = resolve(import.meta.dirname, '../..');

let known: string | undefined;

/**
 * SHA-256 of the program: its sources, what is installed with it, and Node. What a build keeps for later ones
 * is theirs only while this is the same, so that nobody has to remember to raise a number. Some 40 ms, once.
 */
export function programVersion(): string {
  known ??= digestOf(sources());
  return known;
}

function sources(): readonly string[] {
  const inSrc = readdirSync(join(programRoot, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return [
    ...inSrc,
    ...['package-lock.json', 'astro.config.mjs'].map((file) => join(programRoot, file)),
  ];
}

function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256').update(process.version);
  for (const file of files) {
    const bytes = readFileSync(file);
    digest.update(`${file.slice(programRoot.length)} ${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}
