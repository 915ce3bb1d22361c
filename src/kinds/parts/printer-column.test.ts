import { expect, test } from 'vitest';
import { printerCell } from './printer-column.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const object = {
  spec: { size: 3, ratio: 0.5, paused: false, hosts: ['a&b'], when: 'soon', note: 'x' },
  metadata: { creationTimestamp: '2026-11-22T09:57:00Z' },
};

test.each([
  ['string', '.spec.size', '3'],
  ['string', '.spec.paused', 'false'],
  ['string', '.spec.hosts', '["a\\u0026b"]'],
  ['string', '.spec.hosts[*]', 'a&b'],
  ['integer', '.spec.size', '3'],
  ['integer', '.spec.ratio', '0'],
  ['integer', '.spec.note', ''],
  ['number', '.spec.ratio', '0.5'],
  ['boolean', '.spec.paused', 'false'],
  ['boolean', '.spec.note', ''],
  ['date', '.metadata.creationTimestamp', '3m'],
  ['date', '.spec.when', '<invalid>'],
  ['date', '.spec.missing', ''],
])('a column of type %s at %s prints %j', (type, jsonPath, cell) => {
  expect(printerCell({ type, jsonPath })(object, now)).toBe(cell);
});
