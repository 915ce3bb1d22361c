import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isJson, refusalOf } from './answer.ts';

const recordings = '../shared/samples/api-recordings';

/** What a recorded error means. */
function recorded(name: string, status: number, contentType = 'application/json') {
  const text = readFileSync(`${recordings}/${name}`, 'utf8');
  return refusalOf({ status, contentType, retryAfter: undefined, text });
}

describe.skipIf(!existsSync(recordings))('an answer recorded from a real API server', () => {
  test.each([
    ['err401.json', 401, 'Unauthorized'],
    [
      'err403.json',
      403,
      'secrets is forbidden: User "viewer" cannot list resource "secrets" in API group "" at the cluster scope',
    ],
    ['err404-no-list-verb.json', 404, 'the server could not find the requested resource'],
    [
      'err400-bad-selector.json',
      400,
      "unable to parse requirement: found '!', expected: identifier",
    ],
  ])('%s is refused in its own words', (name, status, message) => {
    expect(recorded(name, status)).toEqual({ type: 'refused', status, message });
  });

  test('an unknown path is refused in plain text', () => {
    expect(recorded('err404-unknown-path.json', 404, 'text/plain; charset=utf-8')).toEqual({
      type: 'refused',
      status: 404,
      message: '404 page not found',
    });
  });
});

test('only JSON with a good status is what was asked for', () => {
  expect([
    isJson(200, 'application/json'),
    isJson(200, 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'),
    isJson(200, 'text/html'),
    isJson(403, 'application/json'),
  ]).toEqual([true, true, false, false]);
});

test('the page of a proxy is not quoted, even with status 200', () => {
  const page = { contentType: 'text/html', retryAfter: undefined, text: '<h1>Log in</h1>' };
  expect([refusalOf({ ...page, status: 200 }), refusalOf({ ...page, status: 502 })]).toMatchObject([
    { type: 'refused', message: 'HTTP 200 with text/html instead of a JSON answer' },
    { type: 'refused', message: 'HTTP 502 with text/html instead of a JSON answer' },
  ]);
});

test('Retry-After is read in seconds only', () => {
  const busy = { status: 429, contentType: 'text/plain', text: 'busy' };
  const seconds = (retryAfter: string | undefined) => {
    return refusalOf({ ...busy, retryAfter }).retryAfter;
  };
  expect(['1', '0', undefined, 'Sun, 22 Nov 2026 10:18:43 GMT'].map(seconds)).toEqual([
    1,
    0,
    undefined,
    undefined,
  ]);
});
