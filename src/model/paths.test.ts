import { expect, test } from 'vitest';
import { Paths } from './paths.ts';

const volume = (name: string) => `spec.volumes[name=${name}].secret.secretName`;

test.each([
  'spec.selector',
  '',
  volume('kube-api-access-x7k2p'),
  volume(''),
  volume('a]b'),
  volume('[name=a]'),
  'spec.volumes[name=never closed',
  'spec.containers[name=web].env[name=PORT].valueFrom.configMapKeyRef.name',
  'spec.volumes[name=a].projected.sources[0].secret.name',
])('the path %j is put together as it was written', (path) => {
  const paths = new Paths();
  const { template, name } = paths.of(path);
  expect(template.with(paths.nameAt(name))).toBe(path);
});

test('paths that differ in a name have one template', () => {
  const paths = new Paths();
  expect(paths.of(volume('a')).template).toBe(paths.of(volume('b')).template);
});

test('an object may say much: its paths are known until the next one begins', () => {
  const paths = new Paths();
  const first = paths.of(volume('0'));
  for (let at = 1; at < 10_000; at++) paths.of(volume(`${at}`));
  expect(paths.of(volume('0'))).toBe(first);
  paths.tidy();
  expect(paths.of(volume('0')).template).toBe(first.template);
  expect(paths.nameAt(paths.of(volume('0')).name)).toBe('0');
});
