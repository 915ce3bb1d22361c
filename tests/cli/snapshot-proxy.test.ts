import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { token } from '../api-double/api-double.ts';
import { startProxy } from '../api-double/proxy.ts';
import { serving, snapshotWith } from './snapshot-harness.ts';

afterEach(() => vi.unstubAllEnvs());

test('a cluster behind the proxy of the environment is read through it, over a few connections', async () => {
  const double = await serving({ secure: true });
  const proxy = await startProxy(double.url);
  onTestFinished(() => proxy.close());
  vi.stubEnv('HTTPS_PROXY', proxy.url);
  vi.stubEnv('NO_PROXY', '.other.example');
  const desk = { server: 'https://api.cluster.example:6443', token, serverName: 'localhost' };
  const { status, stderr } = await snapshotWith({ desk }, '--concurrency', '2');
  expect([status, stderr]).toEqual([0, '']);
  expect(new Set(proxy.targets)).toEqual(new Set(['api.cluster.example:6443']));
  expect(proxy.targets.length).toBeLessThanOrEqual(2);
  expect(double.requests.length).toBeGreaterThan(50);
});
