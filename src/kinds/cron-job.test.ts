import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { cronJob } from './cron-job.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

function cells(spec: object, status: object = {}): readonly string[] {
  const report = object('batch/v1', 'CronJob', 'batch/report', { spec, status });
  return cronJob.cells(report, context).slice(1, 6);
}

test('a CronJob prints its schedule, whether it is suspended, and what runs', () => {
  expect(cells({ schedule: '@weekly' })).toEqual(['@weekly', '<none>', '<unset>', '0', '<none>']);
  const status = { active: [{ name: 'report-1' }], lastScheduleTime: '2026-11-22T09:59:30Z' };
  expect(cells({ schedule: '* * * * *', timeZone: 'Etc/UTC', suspend: false }, status)).toEqual([
    '* * * * *',
    'Etc/UTC',
    'False',
    '1',
    '30s',
  ]);
});

test('a suspended CronJob is done, not broken', () => {
  const off = object('batch/v1', 'CronJob', 'batch/report', { spec: { suspend: true } });
  expect(cronJob.health(off, context)).toEqual({ state: 'done', word: 'Suspended' });
});

test('its edges are those of the pod spec two templates down', () => {
  const spec = {
    jobTemplate: {
      spec: { template: { spec: { serviceAccountName: 'runner', priorityClassName: 'low' } } },
    },
  };
  const report = object('batch/v1', 'CronJob', 'batch/report', { spec });
  expect(cronJob.references(report).map(({ path }) => path)).toEqual([
    'spec.jobTemplate.spec.template.spec.serviceAccountName',
    'spec.jobTemplate.spec.template.spec.priorityClassName',
  ]);
});
