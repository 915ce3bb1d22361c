import { expect, test } from 'vitest';
import { meaningOf } from './change-meaning.ts';

const meaning = (path: string, before?: unknown, after?: unknown) =>
  meaningOf({ path, before, after, category: 'configuration' });

test.each([
  ['spec.replicas', 1, 3, '3 times as many.'],
  ['spec.replicas', 4, 2, 'Half as many.'],
  ['spec.replicas', 0, 2, undefined],
  [
    'spec.template.spec.containers[name=a].resources.limits.memory',
    '512Mi',
    '4Gi',
    '8 times as much.',
  ],
  [
    'spec.template.spec.containers[name=a].resources.requests.cpu',
    '1',
    '250m',
    'A quarter as much.',
  ],
  ['spec.template.spec.containers[name=a].resources.requests.cpu', '1', '700m', '70 % as much.'],
  ['spec.resources.requests.storage', '10Gi', '120Gi', '12 times as much.'],
])('sizes are compared: %s from %s to %s', (path, before, after, says) => {
  expect(meaning(path, before, after)).toBe(says);
});

test('a field whose effect has another name says it', () => {
  expect(meaning('spec.template.spec.containers[name=a].image', 'a:1', 'a:2')).toBe(
    'Other code runs.',
  );
  expect(meaning('webhooks[name=a].failurePolicy', 'Ignore', 'Fail')).toBe(
    'Fail refuses requests while the webhook does not answer; Ignore lets them pass.',
  );
  expect(meaning('spec.suspend', true, false)).toBe('With true, it starts nothing.');
});

test('a field that says it itself stands alone', () => {
  expect(meaning('data.LOG_LEVEL', 'debug', 'info')).toBeUndefined();
});
