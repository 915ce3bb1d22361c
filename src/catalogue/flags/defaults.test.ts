import { expect, test } from 'vitest';
import { defaultOfFlag, departure } from './defaults.ts';

test.each([
  [31, '40s'],
  [32, '50s'],
  [undefined, undefined],
])('of 1.%s a node may be silent for %s by default', (minor, value) => {
  expect(defaultOfFlag('kube-controller-manager', 'node-monitor-grace-period', minor)).toBe(value);
});

test('what the catalogue does not know has no default', () => {
  expect(defaultOfFlag('kube-apiserver', 'constructor', 36)).toBeUndefined();
  expect(defaultOfFlag('constructor', 'name', 36)).toBeUndefined();
});

test.each([
  ['Node,RBAC', 'AlwaysAllow', 'The default is `AlwaysAllow`.'],
  ['6443', '6443', 'That is the default.'],
  // `--leader-elect` alone says the same as `--leader-elect=true`.
  ['', 'true', 'That is the default.'],
  ['/etc/kubernetes/manifests', '', 'By default it is not set.'],
  ['x', undefined, undefined],
])('%j where %j is the default: %s', (value, standard, sentence) => {
  expect(departure(value, standard)).toBe(sentence);
});
