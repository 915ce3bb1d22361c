import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { yamlMarkup } from './markup/yaml.ts';
import { readableObject, yamlDocument, yamlText } from './yaml.ts';
import { lineOf } from './yaml-line-of.ts';

const parseJson = (text: string): { readonly items?: readonly KubeObject[] | null } =>
  JSON.parse(text);
const printed = (value: object) => yamlText(yamlDocument(value));
const readBack = (text: string): unknown => parse(text, { intAsBigInt: false });

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', creationTimestamp: '2026-11-22T08:00:00Z', annotations: {} },
  spec: {
    ports: [
      { name: 'web', port: 80 },
      { name: 'metrics', port: 9090 },
    ],
    selector: { 'app.io/name': 'web' },
    externalIPs: [],
    sessionAffinity: 'None',
  },
};

test('an object reads as kubectl prints it: lists under their key, times and empties in its style', () => {
  expect(printed(service)).toBe(`apiVersion: v1
kind: Service
metadata:
  name: web
  creationTimestamp: "2026-11-22T08:00:00Z"
  annotations: {}
spec:
  ports:
  - name: web
    port: 80
  - name: metrics
    port: 9090
  selector:
    app.io/name: web
  externalIPs: []
  sessionAffinity: None
`);
});

test('text of several lines is a block that keeps its tabs and the breaks at its end', () => {
  const data = { Corefile: '.:53 {\n\terrors \n}\n', none: 'a\nb', two: 'a\nb\n\n' };
  expect(printed({ data })).toBe(`data:
  Corefile: |
    .:53 {
    	errors${' '}
    }
  none: |-
    a
    b
  two: |+
    a
    b

`);
  expect(readBack(printed({ data }))).toEqual({ data });
});

test('a string that YAML would read as something else is quoted', () => {
  const strings = ['true', 'off', 'y', 'null', '', '~', '1', '0x1f', '1e3', '12:30', '1_000', '.5'];
  for (const text of strings) expect(printed({ text })).toBe(`text: "${text}"\n`);
});

test('an integer beyond 2^53 is printed exactly', () => {
  expect(printed({ spec: { big: 9007199254740993n } })).toBe('spec:\n  big: 9007199254740993\n');
});

test('hostile text comes back as it was', () => {
  const hostile = [
    ['- a', '? b', ': c', 'd: e', 'f #g', '#h', '&i', '*j', '!k', '%l', '@m', '`n`', "'o'", '"p"'],
    ['{q}', '[r]', '|', '>', ' s', 't ', 'u:', '---', '...', '-', '<<', '=', '\t', '\n', '\n\na'],
    [
      '  lead\nx',
      'a\r\nb',
      'a\u0085b\nc',
      '\u2028',
      '\ufeff',
      '\0',
      'a\u0007',
      '😀',
      'é',
      'a\n \n',
    ],
    ['yes: no', '2026-11-22', '0o17', '+12', '-.5', '1.', 'a,b', 'x[0]', 'key: |\n  v', '\\n'],
  ].flat();
  const keys = Object.fromEntries(hostile.map((text) => [text, [text, { [text]: text }, [text]]]));
  expect(readBack(printed({ hostile, keys }))).toEqual({ hostile, keys });
});

test('lists of lists and empty items stay what they are', () => {
  const value = {
    matrix: [[1, [2]], [], {}, [{ a: [] }], null],
    deep: [{ a: { b: [{ c: 1 }] }, d: 2 }],
  };
  expect(readBack(printed(value))).toEqual(value);
});

test('a field leads to its line, by list keys, by number and through names with dots', () => {
  const yaml = yamlDocument(service);
  const line = (path: string) => lineOf(yaml, service, path);
  expect([
    line('kind'),
    line('spec.ports'),
    line('spec.ports[name=metrics]'),
    line('spec.ports[name=metrics].port'),
    line('spec.ports[0].port'),
    line('spec.selector.app.io/name'),
    line('spec.selector["app.io/name"]'),
    line("spec.selector['app.io/name']"),
    line('spec.sessionAffinity'),
  ]).toEqual([2, 8, 11, 12, 10, 14, 14, 14, 16]);
});

test('a path that leads past the object stops at the last line on its way', () => {
  const yaml = yamlDocument(service);
  expect(lineOf(yaml, service, 'spec.ports[name=gone].port')).toBe(8);
  expect(lineOf(yaml, service, 'status.loadBalancer')).toBe(undefined);
});

test('managed fields and the last-applied annotation are left out, and said to be', () => {
  const object: KubeObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      managedFields: [],
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', own: 'x' },
    },
  };
  expect(readableObject(object)).toEqual({
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', annotations: { own: 'x' } },
    },
    omitted: [
      'metadata.managedFields',
      'metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]',
    ],
  });
});

test('an object whose only annotation is left out has no empty list of them', () => {
  const { object } = readableObject({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
    },
  });
  expect(object.metadata).toEqual({ name: 'a' });
});

test('content cannot leave its line of markup', () => {
  const { lines } = yamlDocument({ a: '<script>"&\'' });
  expect(yamlMarkup(lines)).toBe(
    '<span class="l"><a id="L1" href="#L1" data-n="1" tabindex="-1" aria-hidden="true"></a>' +
      '<span class="y-k">a</span>: <span class="y-s">&lt;script&gt;&quot;&amp;&#39;</span></span>',
  );
});

const samples = '../shared/samples';
test.skipIf(!existsSync(samples))(
  'every object of the samples comes back from its YAML',
  { timeout: 60_000 },
  () => {
    const seen = new Set<string>();
    for (const file of globSync(`${samples}/*/raw/*.*.json`)) {
      for (const item of parseJson(readFileSync(file, 'utf8')).items ?? []) {
        const { object } = readableObject(item);
        // Built-in objects are the same in every cluster but for these.
        const { uid, creationTimestamp, resourceVersion, ...metadata } = object.metadata;
        const text = printed({ ...object, metadata });
        if (seen.has(text)) continue;
        seen.add(text);
        expect(readBack(text)).toEqual({ ...object, metadata });
      }
    }
    expect(seen.size).toBeGreaterThan(1000);
  },
);
