import { isFields } from '#snapshot/fields.ts';
import { jsonLine } from '#snapshot/json.ts';
import { visibleJson } from './visible.ts';

/**
 * A value as indented JSON for scripts, with every digit of a `bigint`, and escapes in place of what a
 * terminal would obey. Ends in a line feed.
 */
export function jsonText(value: unknown): string {
  return `${visibleJson(indented(value, '\n'))}\n`;
}

function indented(value: unknown, line: string): string {
  const inner = `${line}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => indented(item ?? null, inner));
    return items.length === 0 ? '[]' : `[${inner}${items.join(`,${inner}`)}${line}]`;
  }
  if (!isFields(value)) return jsonLine(value);
  const fields = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${indented(member, inner)}`);
  return fields.length === 0 ? '{}' : `{${inner}${fields.join(`,${inner}`)}${line}}`;
}
