import { expect, test } from 'vitest';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { formatJson } from './format-json.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';

test('Markdown stays within what a comment takes, however much differs', () => {
  const config = (value: string) =>
    Array.from({ length: 500 }, (_, i) =>
      object('v1', 'ConfigMap', `shop/c${i}`, { data: { key: `${value}|\`${i}` } }),
    );
  const text = formatMarkdown(
    diffSnapshots(snapshotOf(...config('a')), snapshotOf(...config('b'.repeat(300)))),
  );
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/… \d+ more objects differ/);
});

test('an integer beyond 2^53 has all its digits in every format', () => {
  const widget = (size: bigint) => object('example.com/v1', 'Widget', 'shop/w', { spec: { size } });
  const diff = diffSnapshots(
    snapshotOf(widget(9007199254740993n)),
    snapshotOf(widget(9007199254740995n)),
  );
  for (const text of [formatText(diff), formatJson(diff), formatMarkdown(diff)]) {
    expect(text).toContain('9007199254740993');
    expect(text).not.toContain('"9007199254740993"');
  }
});

test('the sides are called as the caller calls them, in the headline too', () => {
  const open = object('v1', 'Service', 'shop/web', { spec: { type: 'LoadBalancer' } });
  const closed = object('v1', 'Service', 'shop/web', { spec: { type: 'ClusterIP' } });
  const sides = { before: 'prod@2026-11-21T0800Z', after: 'prod' };
  const diff = diffSnapshots(snapshotOf(closed), snapshotOf(open), { sides });
  expect([diff.before, diff.after, diff.headline]).toEqual([
    'prod@2026-11-21T0800Z',
    'prod',
    ['1 Service more exposed on prod'],
  ]);
});
