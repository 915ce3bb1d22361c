import { expect, test } from 'vitest';
import { redactionMark } from '#snapshot/redaction.ts';
import { object } from '#tests/fixtures/builders.ts';
import { secret } from './secret.ts';

const context = { now: 0 };

test('a Secret tells its keys and the lengths of their values, and never a value', () => {
  const canary = 'Y2FuYXJ5LXNlY3JldA==';
  const login = object('v1', 'Secret', 'shop/login', {
    type: 'Opaque',
    data: {
      password: redactionMark({ rule: 'secret-data', bytes: 16 }),
      pin: redactionMark({ rule: 'secret-data', bytes: 1, digest: '0123456789abcdef' }),
      // Nothing unredacted gets this far; if it did, it would stop here.
      forgotten: canary,
    },
  });
  expect(secret.facts(login, context)).toEqual([
    { label: 'Keys', value: ['password (16 bytes)', 'pin (1 byte)', 'forgotten'] },
  ]);
  expect(secret.cells(login, context)).toEqual(['login', 'Opaque', '3', '<unknown>']);
});

test('a token Secret holds the token of the ServiceAccount it names', () => {
  const annotations = { 'kubernetes.io/service-account.name': 'api' };
  const token = (type: string) =>
    secret.references(
      object('v1', 'Secret', 'shop/api-token', { metadata: { annotations }, type }),
    );
  expect(token('Opaque')).toEqual([]);
  expect(token('kubernetes.io/service-account-token')).toEqual([
    {
      relation: 'token',
      path: 'metadata.annotations["kubernetes.io/service-account.name"]',
      to: { by: 'name', group: '', kind: 'ServiceAccount', namespace: 'shop', name: 'api' },
    },
  ]);
});
