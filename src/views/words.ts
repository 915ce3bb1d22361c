/** `(1, 'node')` → `'1 node'`, `(1702, 'object')` → `'1,702 objects'`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** The minute of an RFC 3339 time, in UTC: `'2026-11-22T09:00:12+01:00'` → `'2026-11-22 08:00'`. */
export function utcMinute(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** A message of a program as a sentence: a capital first, a full stop last. */
export function sentence(message: string): string {
  const text = message.trim();
  const end = /[.!?…]$/.test(text) ? '' : '.';
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}
