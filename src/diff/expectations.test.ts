import { expect, test } from 'vitest';
import { snapshotOf } from '#tests/fixtures/builders.ts';
import { deployment, rules } from '#tests/fixtures/differences.ts';
import { diffSnapshots } from './diff-snapshots.ts';

test('an expected difference is told apart, until its day', () => {
  const web = (replicas: number) => [deployment('shop/web', { replicas, paused: replicas > 1 })];
  const expectation = { kind: 'Deployment', path: 'spec.replicas', reason: 'Staging is small' };
  const diff = (until: string) =>
    diffSnapshots(snapshotOf(...web(1)), snapshotOf(...web(3)), {
      rules: rules({ expect: [{ ...expectation, until }] }),
    });
  expect(diff('9999-12-31')).toMatchObject({
    changes: [{ fields: [{ path: 'spec.paused' }] }],
    expected: [{ reason: 'Staging is small', fields: [{ path: 'spec.replicas' }] }],
  });
  expect(diff('2000-01-01').expected).toEqual([]);
});

test('what is over and what nothing needs is told of a rules file', () => {
  const expectation = (name: string, until?: string) => ({
    name,
    reason: 'because',
    ...(until ? { until } : {}),
  });
  const { idleRules } = diffSnapshots(
    snapshotOf(deployment('shop/web', { replicas: 1 })),
    snapshotOf(deployment('shop/web', { replicas: 2 })),
    {
      rules: rules({
        expect: [expectation('web'), expectation('gone'), expectation('web', '2000-01-01')],
      }),
    },
  );
  expect(idleRules).toEqual([
    { why: 'unused', rule: '{"name":"gone"}', reason: 'because' },
    { why: 'expired', rule: '{"name":"web","until":"2000-01-01"}', reason: 'because' },
  ]);
});
