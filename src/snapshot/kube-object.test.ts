import { expect, test } from 'vitest';
import { groupOf, isKubeObject, KubeObjectShape, versionOf } from './kube-object.ts';

test('an apiVersion is group and version; the core group has no name', () => {
  expect([groupOf('apps/v1'), versionOf('apps/v1')]).toEqual(['apps', 'v1']);
  expect([groupOf('v1'), versionOf('v1')]).toEqual(['', 'v1']);
});

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };

test.each([
  ['no object', 'Pod'],
  ['nothing', null],
  ['no kind', { ...pod, kind: undefined }],
  ['no metadata', { ...pod, metadata: null }],
  ['a name that is no text', { ...pod, metadata: { name: 7 } }],
])('%s is not named like an object', (_what, value) => {
  expect(isKubeObject(value)).toBe(false);
});

test('a stranger’s object may hold anything but where the model would trip', () => {
  const accepts = (value: unknown) => KubeObjectShape.safeParse(value).success;
  expect(isKubeObject(pod)).toBe(true);
  expect(accepts({ ...pod, spec: 'odd', metadata: { name: 'web', labels: null } })).toBe(true);
  expect(accepts({ ...pod, metadata: { name: 'web', labels: { app: 1 } } })).toBe(false);
  expect(accepts({ ...pod, metadata: { name: 'web', ownerReferences: [{ kind: 'Node' }] } })).toBe(
    false,
  );
});
