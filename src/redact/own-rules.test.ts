import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { UserError } from '#user-error.ts';
import { redactor } from './redact.ts';

const mark = (rule: string, bytes: number) => `‹redacted ${rule} · ${bytes} bytes›`;

const object = (kind: string, fields: object, metadata: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a', ...metadata },
  ...fields,
});

test('own rules add to the built-in ones', () => {
  const { redact, counts } = redactor({
    ownRules: [
      { id: 'customer', kind: 'Deployment.apps', path: 'spec.*.customer' },
      { id: 'ticket', pattern: 'TICKET-\\d+' },
      { id: 'numbers', path: 'spec.a.numbers' },
    ],
  });
  const given = (customer: string, note: string, numbers: unknown) => ({
    ...object('Deployment', { spec: { a: { customer, numbers } } }, { annotations: { note } }),
    apiVersion: 'apps/v1',
  });
  const once = redact(given('Example & Sons', 'see TICKET-12, TICKET-3', [1, 'x']));
  expect(once).toEqual(
    given(mark('customer', 14), `see ${mark('ticket', 9)}, ${mark('ticket', 8)}`, [
      '‹redacted numbers · 1 byte›',
      '‹redacted numbers · 1 byte›',
    ]),
  );
  expect(counts()).toEqual({ customer: 1, numbers: 2, ticket: 2 });
  expect(redact(once)).toEqual(once);
});

test('an own rule looks at the kinds it names only', () => {
  const { redact } = redactor({ ownRules: [{ id: 'x', kind: '*.example.io', path: 'spec.x' }] });
  const given = object('Pod', { spec: { x: 'y' } });
  expect(redact(given)).toBe(given);
  expect(redact({ ...given, apiVersion: 'example.io/v1' })['spec']).toEqual({
    x: '‹redacted x · 1 byte›',
  });
});

test('an own path finds keys with dots and line breaks in them', () => {
  const { redact } = redactor({
    ownRules: [
      { id: 'owner', path: 'metadata.annotations.example.io/owner' },
      { id: 'note', path: 'spec.*note.text' },
    ],
  });
  const given = (owner: string, text: string) =>
    object(
      'Widget',
      { spec: { 'first\nnote': { text }, 'a.note.text': text, other: 'stays' } },
      { annotations: { 'example.io/owner': owner, 'example.io/team': 'stays' } },
    );
  expect(redact(given('Ada', 'Grace'))).toEqual(given(mark('owner', 3), mark('note', 5)));
});

test('an own pattern reaches every string below its path', () => {
  const { redact } = redactor({
    ownRules: [{ id: 'ticket', path: 'spec.log', pattern: 'TICKET-\\d+' }],
  });
  const given = (text: string) =>
    object('Widget', { spec: { log: [text, { last: text, count: 12 }], title: 'TICKET-12' } });
  expect(redact(given('see TICKET-12'))).toEqual(given(`see ${mark('ticket', 9)}`));
});

test('an own pattern that is no regular expression is the reader’s to correct', () => {
  expect(() => redactor({ ownRules: [{ id: 'x', pattern: '(' }] })).toThrow(UserError);
});
