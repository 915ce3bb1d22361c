import { expect, test } from 'vitest';
import { marker } from './marker.ts';
import { redactUrls } from './urls.ts';

const redacted = (text: string) => redactUrls(text, marker().mark);
const password = ['hunter', '2'].join('');
const mark = '‹redacted url-password · 7 bytes›';

test.each([
  ['postgres://app:', '@db:5432/shop?sslmode=disable'],
  ['amqp://guest:', '@rabbitmq'],
  ['redis://:', '@cache/0'],
  ['mongodb://a:', '@one,two,three/db'],
  ['failed to pull "https://ci:', '@registry.example.com/v2/": unauthorized'],
  ['dial app:', '@tcp(db:3306)/shop'],
  ['jdbc:oracle:thin:app/', '@db:1521/x'],
])('%s…%s: only the password is masked', (before, after) => {
  expect(redacted(before + password + after)).toBe(before + mark + after);
});

test('a password may hold signs that a URL should have escaped', () => {
  expect(redacted('postgres://a:p@ss@db/x')).toBe(
    'postgres://a:‹redacted url-password · 4 bytes›@db/x',
  );
  expect(redacted('postgres://a:p/ss@db/x')).toBe(
    'postgres://a:‹redacted url-password · 4 bytes›@db/x',
  );
});

test('a user that looks like a token is one', () => {
  const token = ['0123abcd', '4567efgh'].join('');
  expect(redacted(`https://${token}@sentry.example.com/1`)).toBe(
    'https://‹redacted url-password · 16 bytes›@sentry.example.com/1',
  );
});

test('every URL of a text is looked at', () => {
  const url = `http://a:${password}@b`;
  expect(redacted(`${url},${url} ${url}`)).toBe(
    `http://a:${mark}@b,http://a:${mark}@b http://a:${mark}@b`,
  );
});

test.each([
  'https://example.com/a:b@c',
  'http://localhost:8080/x@y',
  'http://[::1]:8080/x@y',
  'docker-pullable://nginx@sha256:2bdc49f2f8ae8d8dc50ed00f2ee56d00',
  'docker-pullable://registry:5000/img@sha256:2bdc49f2f8ae8d8dc50ed',
  'docker-pullable://nginx:1.19@sha256:2bdc49f2f8ae8d8dc50ed00f2ee56',
  'git@github.com:org/repo.git',
  'ssh://git@github.com/org/repo',
  'https://unpkg.com/pkg@1.0/index.js',
  'http://$(USER):$(PASS)@db',
  `http://\${USER}:\${PASS}@db`,
  'http://{{ .user }}:{{ .pass }}@db',
  'http://user:<password>@db',
  'http://user:‹redacted url-password · 7 bytes›@db',
  'mail to a@b://c',
])('%s stays', (text) => {
  expect(redacted(text)).toBe(text);
});
