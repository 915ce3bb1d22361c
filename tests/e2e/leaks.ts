import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const shortest = 8;

/**
 * Files below a folder that hold one of these values: plain, in base64, escaped for JSON or HTML, or its
 * longest line. A value of less than 8 characters, a public certificate, and what is among `known` (names of
 * objects, say) prove nothing and are passed over.
 */
export async function leaksIn(
  folder: string,
  values: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const needles = needlesOf(values.filter((value) => isTelling(value, known)));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const leaks: string[] = [];
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    // Byte by byte, so that an index in binary form is looked through as well.
    if (holds(await readFile(path, 'latin1'), needles)) leaks.push(path);
  }
  return leaks;
}

/** Whether finding the value elsewhere would mean that it leaked. */
export function isTelling(value: string, known: ReadonlySet<string>): boolean {
  const isCertificate = value.includes('BEGIN CERTIFICATE') && !value.includes('PRIVATE KEY');
  return value.length >= shortest && !isCertificate && !known.has(value.trim());
}

/** The forms a value may be found in, by their first characters. */
function needlesOf(values: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const forms = values.flatMap((value) => [
    value,
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    value.split('\n').sort((a, b) => b.length - a.length)[0] ?? '',
  ]);
  const bytes = [...new Set(forms)].map((form) => Buffer.from(form).toString('latin1'));
  return Map.groupBy(
    bytes.filter((form) => form.length >= shortest),
    (form) => form.slice(0, shortest),
  );
}

function holds(text: string, needles: ReadonlyMap<string, readonly string[]>): boolean {
  for (let at = 0; at + shortest <= text.length; at++) {
    const candidates = needles.get(text.slice(at, at + shortest));
    if (candidates?.some((needle) => text.startsWith(needle, at))) return true;
  }
  return false;
}
