import { expect, test } from 'vitest';
import { redactionMark } from '#snapshot/redaction.ts';
import { object } from '#tests/fixtures/builders.ts';
import { configMap } from './config-map.ts';

const context = { now: 0 };

test('DATA counts text and binary keys', () => {
  const logo = object('v1', 'ConfigMap', 'shop/logo', {
    data: { 'a.txt': 'ü', key: redactionMark({ rule: 'private-key', bytes: 1704 }) },
    binaryData: { 'logo.png': 'iVBOR' },
  });
  expect(configMap.cells(logo, context)[1]).toBe('3');
  expect(configMap.facts(logo, context)).toEqual([
    { label: 'Keys', value: ['a.txt (2 bytes)', 'key (1704 bytes)'] },
    { label: 'Binary keys', value: ['logo.png'] },
  ]);
});
