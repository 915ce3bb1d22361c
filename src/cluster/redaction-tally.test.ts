import { expect, test } from 'vitest';
import { redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { redactionTally } from './redaction-tally.ts';

const withPassword: KubeObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'app' },
  data: { password: 'correct-horse' },
};

test('a redaction counts once its page is whole, and not when the page is dropped', () => {
  const tally = redactionTally(redactor());
  const sum = new Map<string, number>();
  tally.redact(withPassword);
  tally.rollback();
  tally.redact(withPassword);
  tally.redact(withPassword);
  tally.commit();
  tally.redact(withPassword);
  tally.rollback();
  tally.addTo(sum);
  expect(sum).toEqual(new Map([['password', 2]]));
  tally.restart();
  tally.redact(withPassword);
  tally.commit();
  tally.addTo(sum);
  expect(sum).toEqual(new Map([['password', 3]]));
});
