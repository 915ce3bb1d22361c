import { expect, test } from 'vitest';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { formatJson } from './format-json.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { objectWriterOf } from './writers.ts';

const writes = (manager: string, time: string, fieldsV1: object, subresource?: string) => ({
  manager,
  time: `2026-11-22T${time}:00Z`,
  fieldsV1,
  ...(subresource === undefined ? {} : { subresource }),
});
const web = (...managedFields: readonly object[]) =>
  object('apps/v1', 'Deployment', 'shop/web', { metadata: { managedFields } });

const helm = writes('helm', '08:00', { 'f:metadata': {}, 'f:spec': { 'f:template': {} } });

test('an object was last written by who last wrote what it says, not its status or its notes', () => {
  const edit = writes('kubectl-edit', '09:00', { 'f:spec': { 'f:replicas': {} } });
  const autoscaler = writes('hpa', '10:00', { 'f:spec': { 'f:replicas': {} } }, 'scale');
  const notes = writes('controller', '11:00', {
    'f:metadata': { 'f:annotations': {} },
    'f:status': {},
  });
  const status = writes('controller', '12:00', { 'f:status': {} });
  expect(objectWriterOf(web(helm, edit, autoscaler, notes, status))).toEqual({
    manager: 'kubectl-edit',
    time: '2026-11-22T09:00:00Z',
  });
});

test('an object that is nothing but metadata was written by who wrote that', () => {
  expect(objectWriterOf(web(writes('eks', '08:00', { 'f:metadata': {} })))?.manager).toBe('eks');
  expect(objectWriterOf(web())).toBeUndefined();
});

test('what one side has says in every output who wrote it', () => {
  const diff = diffSnapshots(snapshotOf(), snapshotOf(web(helm)));
  expect(diff.changes.map(({ change, writtenBy }) => [change, writtenBy])).toEqual([
    ['added', { after: { manager: 'helm', time: '2026-11-22T08:00:00Z' } }],
  ]);
  expect(formatText(diff)).toContain('+ Deployment shop/web  (helm, 2026-11-22 08:00 UTC)\n');
  expect(formatMarkdown(diff)).toMatch(/^- `\+` .* only in .*, by helm, 2026-11-22 08:00 UTC$/m);
  expect(JSON.parse(formatJson(diff)).changes[0].writtenBy).toEqual({
    after: { manager: 'helm', time: '2026-11-22T08:00:00Z' },
  });
});

test('Markdown says below a field who wrote it where several wrote', () => {
  const config = (mode: string, level: string, ...managedFields: readonly object[]) =>
    object('v1', 'ConfigMap', 'shop/web', { data: { mode, level }, metadata: { managedFields } });
  const writers = [
    writes('helm', '08:00', { 'f:data': { 'f:mode': {} } }),
    writes('kubectl-edit', '09:00', { 'f:data': { 'f:level': {} } }),
  ];
  const markdown = formatMarkdown(
    diffSnapshots(snapshotOf(config('a', 'info')), snapshotOf(config('b', 'debug', ...writers))),
  );
  expect(markdown).toContain('| `data.mode`<br>by helm | `a` | `b` |');
  expect(markdown).toContain('| `data.level`<br>by kubectl-edit | `info` | `debug` |');
});
