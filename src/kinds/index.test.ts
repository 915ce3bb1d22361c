import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { kindOf, kinds } from './index.ts';

const notKinds = ['generic.ts', 'index.ts', 'kind.ts', 'reference.ts'];

/** `PersistentVolumeClaim` → `persistent-volume-claim.ts`, `HTTPRoute` → `http-route.ts`. */
function fileOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2');
  return `${words.toLowerCase()}.ts`;
}

test('every file of this folder is a kind in the registry', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notKinds.includes(file),
  );
  expect(kinds.map(({ kind }) => fileOf(kind)).sort()).toEqual(files.sort());
});

test('a kind is found in the group it lived in before', () => {
  expect(kindOf({ group: 'extensions', kind: 'Ingress' })?.plural).toBe('ingresses');
  expect(kindOf({ group: 'example.com', kind: 'Ingress' })).toBeUndefined();
});

describe('an object with nothing but a name, or with fields of wrong types, breaks no page', () => {
  const context = { now: Date.parse('2026-11-22T10:00:00Z') };
  const metadata = { name: 'odd' };
  const odd: readonly object[] = [
    {},
    { spec: 'text', status: 5, rules: {}, webhooks: [7], subjects: 'x', data: [1] },
    { spec: [], status: null, roleRef: [], conditions: [null], type: {}, parameters: { a: 1 } },
    {
      spec: { template: 3, rules: [null], listeners: [{}], devices: [] },
      status: { conditions: 1 },
    },
  ];
  test.each(kinds)('$kind', (kind) => {
    for (const fields of odd) {
      const object: KubeObject = { apiVersion: 'v1', kind: kind.kind, metadata, ...fields };
      expect(kind.cells(object, context)).toHaveLength(kind.heads.length);
      expect(kind.wideCells(object, context)).toHaveLength(kind.wideHeads.length);
      kind.facts(object, context);
      kind.health(object, context);
      kind.references(object);
    }
  });
});
