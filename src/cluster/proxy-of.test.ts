import { expect, test } from 'vitest';
import { proxyOf } from './proxy-of.ts';

const HTTPS_PROXY = 'http://proxy.example.com:3128';

test('the proxy of the environment is taken for the scheme it is for', () => {
  expect([
    proxyOf('https://api.example.com:6443', { HTTPS_PROXY }),
    proxyOf('https://api.example.com', { https_proxy: 'proxy:3128' }),
    proxyOf('https://api.example.com', { HTTP_PROXY: HTTPS_PROXY }),
    proxyOf('http://api.example.com', { http_proxy: HTTPS_PROXY }),
    proxyOf('https://api.example.com', { HTTPS_PROXY: '' }),
  ]).toEqual([HTTPS_PROXY, 'http://proxy:3128', undefined, HTTPS_PROXY, undefined]);
});

test.each([
  ['api.example.com', true],
  ['example.com', true],
  ['.example.com', true],
  ['*.example.com', true],
  ['other.com, API.example.com', true],
  ['*', true],
  ['api.example.com:6443', true],
  ['api.example.com:443', false],
  ['pi.example.com', false],
  ['com.example', false],
  ['10.0.0.0/8', false],
  ['', false],
])('NO_PROXY=%s means api.example.com:6443: %s', (NO_PROXY, direct) => {
  const proxy = proxyOf('https://api.example.com:6443', { HTTPS_PROXY, NO_PROXY });
  expect(proxy === undefined).toBe(direct);
});

test.each([
  ['https://10.1.2.3', '10.0.0.0/8', true],
  ['https://10.1.2.3', '10.1.2.3', true],
  ['https://11.1.2.3', '10.0.0.0/8', false],
  ['https://10.1.2.3', '10.0.0.0/99', false],
  ['https://[fd00::1]:6443', 'fd00::/8', true],
  ['https://[fd00::1]:6443', 'fd00::1', true],
  ['https://127.0.0.1:6443', '', true],
  ['https://localhost:6443', '', true],
  ['https://[::1]:6443', '', true],
])('%s with NO_PROXY=%s goes straight: %s', (server, no_proxy, direct) => {
  expect(proxyOf(server, { HTTPS_PROXY, no_proxy }) === undefined).toBe(direct);
});
