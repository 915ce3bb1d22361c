import { expect, test } from 'vitest';
import { canary, object, tracesIn } from '#tests/fixtures/canary.ts';
import { canaryFields } from '#tests/fixtures/canary-fields.ts';
import { canaryTexts } from '#tests/fixtures/canary-texts.ts';
import { redactor } from './redact.ts';
import { rules } from './rules.ts';

const places = { ...canaryFields, ...canaryTexts };

// Section 3 of the list of sensitive places, as environment, as field and as text.
const words =
  `password passwd pwd passphrase secret token apikey api_key access_key secret_key private_key client_secret
  credential credentials auth bearer cookie session dsn connection_string database_url redis_url mongodb_uri amqp_url
  webhook_url encryption_key signing_key salt license_key`.split(/\s+/);
const shapes = [
  canary,
  canary.toLowerCase().replace(/\d+/, ''),
  'canary-secret-value',
  'Canary_Secret',
  'CANARY',
];

test.each(words)('no value survives under %s', (word) => {
  const survivors = shapes.filter((value) => {
    const redacted = redactor().redact(
      object('Deployment', {
        data: {
          text: `${word} = ${value}\n`,
          yaml: `a:\n  ${word}: ${value}\n`,
          url: `https://a/?${word}=${value}`,
        },
        env: [{ name: `APP_${word.toUpperCase()}`, value }],
        spec: { [word]: value, [`my-${word}`]: value },
      }),
    );
    return JSON.stringify(redacted).includes(value);
  });
  expect(survivors).toEqual([]);
});

const everyObject = Object.values(places).flat();

test.each(Object.entries(places))('no secret survives in: %s', (_place, objects) => {
  const leaks = objects
    .map((given) => redactor().redact(given))
    .filter((redacted) => tracesIn(JSON.stringify(redacted)).length > 0);
  expect(leaks).toEqual([]);
});

test('every example holds a canary', () => {
  const clean = everyObject.filter((given) => redactor().redact(given) === given);
  expect(clean).toEqual([]);
});

test('redacting twice changes nothing', () => {
  const first = redactor();
  const second = redactor();
  for (const given of everyObject) {
    const once = first.redact(given);
    expect(second.redact(once)).toBe(once);
  }
  expect(second.counts()).toEqual({});
});

test('every rule has an example here', () => {
  const all = redactor();
  for (const given of everyObject) all.redact(given);
  const untried = Object.keys(rules).filter((rule) => all.counts()[rule] === undefined);
  expect(untried).toEqual(['too-deep']);
});

test('the input is never changed', () => {
  const before = JSON.stringify(everyObject);
  const all = redactor();
  for (const given of everyObject) all.redact(given);
  expect(JSON.stringify(everyObject)).toBe(before);
});
