import { expect, test } from 'vitest';
import { redactManifests } from './manifest-text.ts';
import { marker } from './marker.ts';

const redacted = (text: string) => redactManifests(text, marker().mark);
const mark = (bytes: number) => `‹redacted secret-data · ${bytes} bytes›`;
const encoded = btoa('hunter2');

test('the values of a Secret in YAML are masked in place', () => {
  const manifest = (a: string, b: string, c: string) =>
    `# a comment\napiVersion: v1\nkind: Secret\ndata:\n  "a.b": ${a} \n  b: |\n    ${b}\nstringData: {${c}}\ntype: Opaque\n`;
  expect(redacted(manifest(encoded, 'aHVudGVy\n    aHVudGVy', 'x: y'))).toBe(
    manifest(mark(7), mark(12), mark(4)),
  );
});

test('other documents of the same text stay', () => {
  const other = 'kind: ConfigMap\ndata:\n  a: b\n';
  expect(redacted(`${other}---\nkind: Secret\ndata:\n  a: ${encoded}\n---\n${other}`)).toBe(
    `${other}---\nkind: Secret\ndata:\n  a: ${mark(7)}\n---\n${other}`,
  );
});

test('a chart template keeps its expressions', () => {
  const template =
    'kind: Secret\ndata:\n  {{- if .x }}\n  a: {{ .Values.a | b64enc }}\n  {{- end }}\n';
  expect(redacted(template)).toBe(template);
});

test('a Secret in JSON that does not parse is masked, too', () => {
  const json = (value: string) =>
    `{{ x }} {"kind": "Secret", "data": {"a": "${value}", "b": "${value}"}}`;
  expect(redacted(json(encoded))).toBe(json(mark(7)));
});

test.each([
  'kind: ConfigMap\ndata:\n  a: b\n',
  'secretName: a\ndata: b\n',
  'kind: SecretStore\ndata:\n  a: b\n',
])('%s stays', (text) => {
  expect(redacted(text)).toBe(text);
});
