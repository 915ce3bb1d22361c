import { expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

test('an ordinary Kubernetes name stays as it is', () => {
  expect(safeName('kube-root-ca.crt')).toBe('kube-root-ca.crt');
});

test('every byte that a host or a file system could read differently is escaped', () => {
  expect(
    ['system:node', 'Admin', '../etc', '.', 'a/b', 'a b', '100%', 'a~b', 'é', '\0'].map(safeName),
  ).toEqual([
    'system~3anode',
    '~41dmin',
    '~2e.~2fetc',
    '~2e',
    'a~2fb',
    'a~20b',
    '100~25',
    'a~7eb',
    '~c3~a9',
    '~00',
  ]);
});
