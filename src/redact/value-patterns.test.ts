import { expect, test } from 'vitest';
import { marker } from './marker.ts';
import { redactPatterns } from './value-patterns.ts';

const { mark } = marker();
const redacted = (text: string) => redactPatterns(text, mark);

// In parts, so that no scanner takes them for leaked secrets.
const of = (...parts: readonly string[]) => parts.join('');
const filler = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5kL7n';
const key = (kind: string, body = filler) =>
  of(`-----BEGIN ${kind}`, ` KEY-----\n${body}\n-----END ${kind}`, ' KEY-----');

test.each([
  ['jwt', of('eyJhbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiJmYWtlIn0', '.', filler)],
  ['private-key', key('RSA PRIVATE')],
  ['private-key', key('OPENSSH PRIVATE').replaceAll('\n', '\\n')],
  ['aws-access-key-id', of('AK', 'IA', 'ABCDEFGHIJKLMNOP')],
  ['gcp-key', of('AI', 'za', filler.slice(0, 35))],
  ['gcp-key', of('GOC', 'SPX-', filler.slice(0, 28))],
  ['github-token', of('gh', 'p_', filler.slice(0, 36))],
  ['github-token', of('github', '_pat_', filler)],
  ['gitlab-token', of('glp', 'at-', filler.slice(0, 20))],
  ['slack-token', of('xo', 'xb-', '123456789012-', filler)],
  ['vendor-token', of('sk_', 'live_', filler.slice(0, 24))],
  ['vendor-token', of('np', 'm_', filler.slice(0, 36))],
  ['vendor-token', of('dckr', '_pat_', filler.slice(0, 27))],
  ['vendor-token', of('hv', 's.', filler.slice(0, 24))],
  ['vendor-token', of('SG', '.', filler.slice(0, 22), '.', filler)],
  ['cluster-token', of('sha256', '~', filler)],
  ['cluster-token', of('K10', 'ab12'.repeat(16), '::server:', filler)],
  ['password-hash', of('$2y', '$10$', filler, filler.slice(0, 13))],
  ['password-hash', of('$apr1', '$salt1234$', filler.slice(0, 22))],
  ['password-hash', of('{SH', 'A}', filler.slice(0, 27), '=')],
  ['compressed-data', of('H4s', 'I', filler, filler)],
  ['encoded-secret', btoa(key('EC PRIVATE'))],
  ['encoded-secret', btoa('{"auths":{"r":{"auth":"YTpi"}}}')],
])('%s is found wherever it stands', (rule, secret) => {
  const mark = `‹redacted ${rule} · ${secret.length} bytes›`;
  expect(redacted(secret)).toBe(mark);
  expect(redacted(`seen "${secret}" today`)).toBe(`seen "${mark}" today`);
});

test.each([
  ['bearer', 'Authorization: Bearer ', filler],
  ['basic-auth', 'sent Basic ', btoa('user:hunter2')],
  ['azure-key', 'AccountName=a;AccountKey=', `${filler}${filler}==`],
  ['azure-key', 'https://a.example.com/b?se=1&sig=', `${filler}%3D`],
  ['aws-secret-key', of('AK', 'IAIOSFODNN7', 'EXAMPLE,'), filler],
])('%s is found behind its sign', (rule, before, secret) => {
  expect(redacted(before + secret)).toBe(`${before}‹redacted ${rule} · ${secret.length} bytes›`);
});

test('a key is masked in a bundle, and the certificate beside it stays', () => {
  const certificate = key('CERTIFICATE').replaceAll(' KEY', '');
  expect(redacted(`${certificate}\n${key('PRIVATE')}\n${certificate}`)).toBe(
    `${certificate}\n‹redacted private-key · ${key('PRIVATE').length} bytes›\n${certificate}`,
  );
});

test('a key that was cut off is masked as far as it goes', () => {
  const begin = of('-----BEGIN RSA PRIVATE', ' KEY-----');
  expect(redacted(`${begin}\n${filler}\n${filler}\nThe rest is lost.`)).toBe(
    `‹redacted private-key · ${begin.length + 2 * filler.length + 2} bytes›\nThe rest is lost.`,
  );
});

test('documentation may say how a key begins', () => {
  const text = of('It starts with -----BEGIN PRIVATE', ' KEY-----\n# and goes on.\n');
  expect(redacted(text)).toBe(text);
});

test.each([
  'a fragment of documentation: eyJ0.eyJ1.x',
  of('AK', 'IAIOSFODNN7', 'EXAMPLE'),
  'sha256:2bdc49f2f8ae8d8dc50ed00f2ee56d00385c6f8bc8a8b320d0a294d9e3b49026',
  '5d6c3a2b1f0e9d8c7b6a5f4e3d2c1b0a9f8e7d6c',
  'abcdef.0123456789abcdef',
  'Bearer token authentication is used',
  'Basic authentication',
  'task-runner disk-pressure risk-assessment-framework-deployment',
  'mynpm_package and laughs.hvs.example',
  btoa(key('CERTIFICATE').replaceAll(' KEY', '')),
  key('PUBLIC'),
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFake someone@example.com',
  'https://hooks.slack.com/docs',
  'costs $5 and $1$2',
  'price{S} {SHARED}',
])('%s is no secret', (text) => {
  expect(redacted(text)).toBe(text);
});
