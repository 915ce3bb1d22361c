import { describe, expect, test } from 'vitest';
import { tokenAfter } from '../api-double/list.ts';
import { expired, status } from '../api-double/status.ts';
import { ledgerLine, serving, snapshotOf } from './snapshot-harness.ts';

describe('a list that is disturbed', () => {
  const secondPage = /^\/api\/v1\/configmaps\?.*continue=/;

  test('goes on with the token the server offers in place of an expired one', async () => {
    const faults = [
      {
        at: secondPage,
        times: 1,
        answer: expired(tokenAfter('kube-public/kube-root-ca.crt', '-1')),
      },
    ];
    const { stderr } = await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect(await ledgerLine('configmaps')).toMatchObject({
      status: 'inconsistent',
      count: 11,
      message: 'The list changed while it was read.',
    });
    expect(stderr).toContain('warning: desk: configmaps inconsistent.');
  });

  test('is read again in one piece where the server offers no token', async () => {
    const faults = [{ at: secondPage, times: 1, answer: expired() }];
    await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect(await ledgerLine('configmaps')).toMatchObject({ status: 'complete', count: 11 });
  });

  test('waits as long as a busy server asks', async () => {
    const busy = status(429, 'TooManyRequests', 'too many requests', {
      headers: { 'retry-after': '0' },
    });
    const faults = [{ at: secondPage, times: 3, answer: busy }];
    const { stderr } = await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect([stderr, (await ledgerLine('configmaps'))?.status]).toEqual(['', 'complete']);
  });

  test('leaves a line when its resource is gone', async () => {
    const gone = status(404, 'NotFound', 'the server could not find the requested resource');
    const faults = [{ at: /flowschemas/, answer: gone }];
    await snapshotOf(await serving({ faults }));
    expect(await ledgerLine('flowschemas.flowcontrol.apiserver.k8s.io')).toMatchObject({
      status: 'unavailable',
      message: 'the server could not find the requested resource',
    });
  });
});
