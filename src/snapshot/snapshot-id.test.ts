import { expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import { clusterIdOf, defaultSnapshotId, keptSnapshotId } from './snapshot-id.ts';

test('a context name becomes an id in lower case without other signs', () => {
  expect(defaultSnapshotId('arn:aws:eks:eu-1:42:cluster/Prod')).toBe(
    'arn-aws-eks-eu-1-42-cluster-prod',
  );
  expect(defaultSnapshotId('x'.repeat(80))).toHaveLength(63);
});

test.each(['diff', 'matrix', 'search', 'glossary', 'guide', '///'])(
  '%s cannot name a snapshot',
  (name) => {
    expect(() => defaultSnapshotId(name)).toThrow(UserError);
  },
);

test('a kept snapshot carries its capture time', () => {
  const id = keptSnapshotId('prod', '2026-11-22T08:00:12Z');
  expect(id).toBe('prod@2026-11-22T0800Z');
  expect(clusterIdOf(id)).toBe('prod');
});
