import { expect, test } from 'vitest';
import { partsOf } from './format.ts';
import { withQuotedMasks } from './repair-masks.ts';
import { yaml } from './yaml.ts';

test('a mask where a value stands is quoted, and other text stays', () => {
  const text = [
    'ip: ***HIDDEN***',
    'replicas:',
    '- ***HIDDEN***:10000',
    'f:tcp://***HIDDEN***:10000: {}',
    "quoted: '***HIDDEN***'",
    'anchor: *base',
  ];
  expect(withQuotedMasks(text.join('\n'))?.split('\n')).toEqual([
    "ip: '***HIDDEN***'",
    'replicas:',
    "- '***HIDDEN***:10000'",
    'f:tcp://***HIDDEN***:10000: {}',
    "quoted: '***HIDDEN***'",
    'anchor: *base',
  ]);
  expect(withQuotedMasks('kind: Pod\n')).toBeUndefined();
});

test('a document with masks is read', () => {
  const text = '- kind: Engine\n  apiVersion: longhorn.io/v1\n  status:\n    ip: ***HIDDEN***\n';
  expect([...partsOf(yaml, text)]).toMatchObject([
    { type: 'document', value: [{ kind: 'Engine', status: { ip: '***HIDDEN***' } }] },
  ]);
});
