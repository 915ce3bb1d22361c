import { expect, test } from 'vitest';
import { secretKeyWord } from './key-words.ts';
import { redactKeyed } from './keyed-value.ts';
import { marker } from './marker.ts';

const secret = ['Hunter', '2-x9'].join('');

function redacted(name: string, value: string): string {
  const word = secretKeyWord(name);
  return word === undefined ? value : redactKeyed(value, word, marker().mark);
}

test.each([
  ['password', secret, '‹redacted password · 10 bytes›'],
  ['Authorization', `Bearer ${secret}`, 'Bearer ‹redacted auth · 10 bytes›'],
  [
    'DATABASE_URL',
    `postgres://a:${secret}@db/x`,
    'postgres://a:‹redacted url-password · 10 bytes›@db/x',
  ],
  ['DSN', secret, '‹redacted connection-string · 10 bytes›'],
  [
    'WEBHOOK_URL',
    `https://hooks.example.com/services/${secret}`,
    'https://hooks.example.com/‹redacted webhook-url · 19 bytes›',
  ],
])('%s: what is secret of the value goes', (name, value, mark) => {
  expect(redacted(name, value)).toBe(mark);
  expect(redacted(name, mark)).toBe(mark);
});

test.each([
  ['DATABASE_URL', 'postgres://db.shop.svc:5432/orders'],
  ['DATABASE_URL', 'db.shop.svc:5432/orders'],
  ['REDIS_URL', 'cache:6379'],
  ['CONNECTION_STRING', 'Server=db;Database=shop'],
  ['WEBHOOK_URL', 'http://receiver.monitoring.svc:8080/alert-manager/hook'],
  ['WEBHOOK_URL', 'https://hooks.example.com'],
])('%s: an address is no secret: %s', (name, value) => {
  expect(redacted(name, value)).toBe(value);
});
