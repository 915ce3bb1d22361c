import { age } from './duration.ts';
import { readPath } from './json-path.ts';

/** A column of a custom resource, as its definition writes it. */
export interface PrinterColumn {
  /** `string`, `integer`, `number`, `boolean` or `date`. */
  readonly type: string;
  readonly jsonPath: string;
}

/**
 * The cell of a custom resource under a printer column. The first value that the path finds counts; a
 * value that is not of the column's type is left out. `now` in milliseconds since the epoch.
 */
export function printerCell(column: PrinterColumn): (object: unknown, now: number) => string {
  const read = readPath(column.jsonPath);
  return (object, now) => {
    const [value] = read(object);
    return value === undefined ? '' : cellOf(column.type, value, now);
  };
}

function cellOf(type: string, value: unknown, now: number): string {
  switch (type) {
    case 'string':
      return typeof value === 'object' ? goJson(value) : String(value);
    case 'date':
      return typeof value === 'string' ? dateCell(value, now) : '';
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : '';
    case 'integer':
      return typeof value === 'number' ? String(Math.trunc(value)) : exact(value);
    case 'number':
      return typeof value === 'number' ? String(value) : exact(value);
    default:
      return '';
  }
}

function exact(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : '';
}

function dateCell(value: string, now: number): string {
  return value !== '' && Number.isNaN(Date.parse(value)) ? '<invalid>' : age(value, now);
}

// The API server prints lists and objects with Go's encoder, which escapes these three for HTML.
function goJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? Number(item) : item,
  );
  return text.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
