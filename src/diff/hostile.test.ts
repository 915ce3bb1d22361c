/** What a stranger may have written into an object: it costs no more than any other. */
import { expect, test } from 'vitest';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { diffSnapshots } from './diff-snapshots.ts';

const compared = (before: ReturnType<typeof object>, after: ReturnType<typeof object>) =>
  diffSnapshots(snapshotOf(before), snapshotOf(after));

test('a text of blank lines is no riddle', () => {
  const config = (end: string) =>
    object('v1', 'ConfigMap', 'shop/c', { data: { text: `${'\n'.repeat(400_000)}${end}` } });
  expect(compared(config('!'), config('?')).changes).toHaveLength(1);
});

test('a role of a thousand verbs, groups and resources is weighed no further than it helps', () => {
  const names = (prefix: string) => Array.from({ length: 1_000 }, (_, i) => `${prefix}${i}`);
  const role = (extra: string) =>
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', {
      rules: [{ verbs: [extra, ...names('v')], apiGroups: names('g'), resources: names('r') }],
    });
  expect(compared(role('a'), role('b')).changes).toHaveLength(1);
});

test('long lists without keys are compared by what is written', () => {
  const rules = (first: string) =>
    Array.from({ length: 20_000 }, (_, i) => ({ verbs: [`${first}${i}`], resources: ['pods'] }));
  const role = (first: string) =>
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop/r', { rules: rules(first) });
  expect(compared(role('a'), role('b')).changes[0]?.fields).toHaveLength(20_000);
});
