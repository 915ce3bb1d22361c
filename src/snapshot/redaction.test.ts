import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseRedactionMark, redactionMark, splitAtMarks } from './redaction.ts';

test('a mark tells rule and length, and reads back', () => {
  const mark = redactionMark({ rule: 'password', bytes: 16 });
  expect(mark).toBe('‹redacted password · 16 bytes›');
  expect(parseRedactionMark(mark)).toEqual({ rule: 'password', bytes: 16 });
  expect(parseRedactionMark(`Bearer ${mark}`)).toBeUndefined();
});

test('a mark with a digest reads back', () => {
  const redaction = { rule: 'token', bytes: 1, digest: '0123456789ab' };
  expect(redactionMark(redaction)).toBe('‹redacted token · 1 byte · hmac 0123456789ab›');
  expect(parseRedactionMark(redactionMark(redaction))).toEqual(redaction);
});

test('a mark is one scalar wherever YAML or JSON holds it unquoted or quoted', () => {
  const mark = redactionMark({ rule: 'password', bytes: 16, digest: '0123456789ab' });
  expect(
    parse(`a: ${mark}\nb: {c: ${mark}, d: [${mark}]}\n- "${mark}"`.split('\n- ')[0] ?? ''),
  ).toEqual({
    a: mark,
    b: { c: mark, d: [mark] },
  });
  expect(JSON.stringify(mark)).toBe(`"${mark}"`);
});

test('text is cut at its marks', () => {
  const mark = redactionMark({ rule: 'url-password', bytes: 3 });
  expect(splitAtMarks(`postgres://app:${mark}@db/shop`)).toEqual([
    'postgres://app:',
    mark,
    '@db/shop',
  ]);
  expect(splitAtMarks('nothing here')).toEqual(['nothing here']);
});
