import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { event } from './event.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

const scheduled = {
  eventTime: '2026-11-22T09:59:00.471576Z',
  reportingComponent: 'default-scheduler',
  reportingInstance: 'default-scheduler-1',
  involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1' },
  type: 'Normal',
  reason: 'Scheduled',
  message: 'Assigned to worker\n',
};

function cells(fields: object): readonly string[] {
  const entry = object('v1', 'Event', 'shop/web-1.17', fields as Record<string, unknown>);
  return [...event.cells(entry, context), ...event.wideCells(entry, context)];
}

test('a new Event has one time only, and its reporter as its source', () => {
  expect(cells(scheduled)).toEqual([
    '59s',
    'Normal',
    'Scheduled',
    'pod/web-1',
    'Assigned to worker',
    '',
    'default-scheduler, default-scheduler-1',
    '59s',
    '1',
    'web-1.17',
  ]);
});

test('an Event that repeats says since when, when last, and how often', () => {
  const series = { count: 7, lastObservedTime: '2026-11-22T09:59:58.000000Z' };
  const [last, , , , , , , first, count] = cells({ ...scheduled, series });
  expect([last, first, count]).toEqual(['2s', '59s', '7']);
  const counted = {
    firstTimestamp: '2026-11-22T09:00:00Z',
    lastTimestamp: '2026-11-22T09:58:00Z',
    count: 12,
  };
  const older = cells({ ...scheduled, ...counted });
  expect([older[0], older[7], older[8]]).toEqual(['2m', '60m', '12']);
});

test('the two API groups write the same Event under different names', () => {
  const { involvedObject, message, ...same } = scheduled;
  const source = { component: 'kubelet', host: 'worker' };
  const [first, last] = ['2026-11-22T09:00:00Z', '2026-11-22T09:58:00Z'];
  const core = {
    ...same,
    involvedObject,
    message,
    source,
    firstTimestamp: first,
    lastTimestamp: last,
    count: 12,
  };
  const renamed = {
    ...same,
    regarding: involvedObject,
    note: message,
    deprecatedSource: source,
    deprecatedFirstTimestamp: first,
    deprecatedLastTimestamp: last,
    deprecatedCount: 12,
  };
  expect(cells(renamed)).toEqual(cells(core));
  expect(cells(core).slice(6, 9)).toEqual(['kubelet, worker', '60m', '12']);
  const { reportingComponent, ...unreported } = scheduled;
  const reported = { ...unreported, reportingController: reportingComponent };
  expect(cells(reported)).toEqual(cells(scheduled));
});

test('an Event may outlive what it is about', () => {
  expect(event.references(object('v1', 'Event', 'shop/web-1.17', scheduled))).toEqual([
    {
      relation: 'about',
      path: 'involvedObject.name',
      to: { by: 'name', group: '', kind: 'Pod', namespace: 'shop', name: 'web-1' },
      optional: true,
    },
  ]);
});

test('a Warning is one', () => {
  const warning = object('v1', 'Event', 'shop/a', { type: 'Warning' });
  expect(event.health(warning, context)).toEqual({ state: 'warn', word: 'Warning' });
});
