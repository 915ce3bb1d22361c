import type { Manifest } from './manifest.ts';

/** The text of `snapshot.json`: a field a line and a resource a line, so that version control shows which resource changed. */
export function manifestText(manifest: Manifest): string {
  const fields = Object.entries(manifest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${fieldText(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
