import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactor } from '#redact/redact.ts';
import { canonicalLine } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { fieldSetParser } from './field-sets.ts';

interface Managed {
  readonly metadata: { readonly managedFields: readonly { readonly fieldsV1: object }[] };
}

/** Text of an object that several managers wrote fields of. */
function textOf(sets: readonly unknown[], rest: object = {}): string {
  const managedFields = sets.map((fieldsV1) => ({ manager: 'm', fieldsV1, subresource: 'status' }));
  const metadata = { name: 'web', managedFields };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata, ...rest });
}

const set = { 'f:spec': { 'k:{"name":"a}\\""}': { '.': {}, 'f:name': {} } } };

test('objects with the same field set get one tree of it', () => {
  const parse = fieldSetParser();
  const [first, second] = [textOf([set, {}]), textOf([{}, set])].map((text) => parse(text));
  expect([first, second]).toEqual([textOf([set, {}]), textOf([{}, set])].map((t) => JSON.parse(t)));
  expect((second as Managed).metadata.managedFields[1]?.fieldsV1).toBe(
    (first as Managed).metadata.managedFields[0]?.fieldsV1,
  );
});

test('what only looks like a field set is read as it stands', () => {
  const parse = fieldSetParser();
  const texts = [
    textOf([set], { spec: { fieldsV1: { password: 'hunter2' } } }),
    textOf([{ ...set, fieldsV1: set }], { '"fieldsV1': set }),
    textOf([null, 1, 'a', [set]], { note: '"fieldsV1":{' }),
    `{"metadata":{"managedFields":[{"fieldsV1":{"f:a":{}},"fieldsV1":{"f:b":{}}}]}}`,
    `{"metadata":{"managedFields":[]},"metadata":{},"fieldsV1":{}}`,
    '{"fieldsV1": {}}',
  ];
  expect(texts.map((text) => parse(text))).toEqual(texts.map((text) => JSON.parse(text)));
});

test('a field set that does not end is no JSON, and does not harm the next object', () => {
  const whole = textOf([set, set]);
  const parse = fieldSetParser();
  for (let at = 1; at < whole.length; at++) {
    expect(() => parse(whole.slice(0, at))).toThrow(SyntaxError);
    expect(parse(whole)).toEqual(JSON.parse(whole));
  }
});

test('an object whose sets are shared is written like any other, whatever is in them', () => {
  const parse = fieldSetParser();
  const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', '1', 'f:\u{1F680}', 'f:\uFF5E'));
  const sets = fc.array(fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 })), { maxLength: 3 });
  fc.assert(
    fc.property(sets, fc.dictionary(keys, fc.jsonValue()), (given, spec) => {
      const text = textOf([set, ...given], { spec });
      expect(canonicalLine(parse(text))).toBe(canonicalLine(JSON.parse(text)));
    }),
  );
});

test('a secret in a shared field set is redacted in every object that has it', () => {
  const parse = fieldSetParser();
  const { redact, counts } = redactor();
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const text = textOf([{ 'f:spec': { [`k:{"name":"${token}"}`]: {} } }, set]);
  const lines = [text, text].map((each) => canonicalLine(redact(parse(each) as KubeObject)));
  const alone = canonicalLine(redactor().redact(JSON.parse(text)));
  expect(lines).toEqual([alone, alone]);
  expect([lines.join().includes(token), counts()]).toEqual([false, { 'github-token': 2 }]);
});
