import { expect, test } from 'vitest';
import { parseJson } from './json.ts';
import type { KubeObject } from './kube-object.ts';
import { createPartPool } from './part-pool.ts';

function pod(name: string, fields: string): KubeObject {
  const metadata = `{"name":"${name}","labels":{"app.kubernetes.io/name":"shop"}}`;
  return parseJson(
    `{"apiVersion":"v1","kind":"Pod","metadata":${metadata},${fields}}`,
  ) as KubeObject;
}

const spec = '"spec":{"nodeName":"one","containers":[{"name":"web","image":"shop/web:1.4.2"}]}';

test('Pods of one template share their containers and labels, and stay what they are', () => {
  const [first, second] = [pod('web-1', spec), pod('web-2', spec.replace('one', 'two'))];
  const before = JSON.stringify([first, second]);
  const pool = createPartPool();
  for (const object of [first, second]) pool.share(object);
  expect(second['spec']).toHaveProperty(
    'containers',
    expect.toSatisfy(sameAs(first, 'containers')),
  );
  expect(second.metadata.labels).toBe(first.metadata.labels);
  expect(second['spec']).not.toBe(first['spec']);
  expect(JSON.stringify([first, second])).toBe(before);
});

test('what differs only in an integer beyond 2^53 is not taken for the same', () => {
  const withSize = (size: string) => pod('web', `"spec":{"limits":{"bytes":${size}}}`);
  const [first, second] = [withSize('9007199254740993'), withSize('9007199254740992')];
  const pool = createPartPool();
  for (const object of [first, second]) pool.share(object);
  expect(second['spec']).not.toHaveProperty('limits', expect.toSatisfy(sameAs(first, 'limits')));
});

test('a key __proto__ stays a key', () => {
  const hostile = '"spec":{"__proto__":{"isAdmin":"by all means"}}';
  const objects = [pod('one', hostile), pod('two', hostile)];
  const pool = createPartPool();
  for (const object of objects) pool.share(object);
  expect(objects.map((object) => JSON.stringify(object['spec']))).toEqual(
    objects.map(() => '{"__proto__":{"isAdmin":"by all means"}}'),
  );
  expect(objects[1]?.['spec']).not.toHaveProperty('isAdmin');
});

function sameAs({ spec }: KubeObject, key: string): (value: unknown) => boolean {
  return (value) => value === (spec as Readonly<Record<string, unknown>>)[key];
}
