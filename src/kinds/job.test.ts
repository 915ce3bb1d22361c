import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { job } from './job.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

interface Written {
  readonly conditions?: readonly string[];
  readonly deleted?: boolean;
  readonly spec?: object;
  readonly status?: object;
}

function jobOf({ conditions = [], deleted = false, spec = {}, status = {} }: Written) {
  return object('batch/v1', 'Job', 'batch/import', {
    metadata: deleted ? { deletionTimestamp: '2026-11-22T09:59:00Z' } : {},
    spec,
    status: { conditions: conditions.map((type) => ({ type, status: 'True' })), ...status },
  });
}

/** STATUS, COMPLETIONS and DURATION. */
function cells(written: Written): readonly string[] {
  return job.cells(jobOf(written), { now }).slice(1, 4);
}

test.each<[string, Written, string]>([
  ['Complete', { conditions: ['SuccessCriteriaMet', 'Complete'], deleted: true }, 'done'],
  ['Failed', { conditions: ['FailureTarget', 'Failed'] }, 'bad'],
  ['Terminating', { conditions: ['Suspended'], deleted: true }, 'warn'],
  ['Suspended', { conditions: ['Suspended'] }, 'done'],
  ['Suspended', { conditions: ['FailureTarget', 'Suspended'] }, 'done'],
  ['FailureTarget', { conditions: ['FailureTarget'] }, 'bad'],
  ['Running', {}, 'ok'],
])('a Job is %s', (word, written, state) => {
  expect(cells(written)[0]).toBe(word);
  expect(job.health(jobOf(written), { now })).toEqual({ state, word });
});

test('COMPLETIONS counts towards the wanted number, or towards one of a work queue', () => {
  const status = { succeeded: 1 };
  expect(cells({ spec: { completions: 3 }, status })[1]).toBe('1/3');
  expect(cells({ spec: { parallelism: 1 }, status })[1]).toBe('1/1');
  expect(cells({ spec: { parallelism: 4 }, status })[1]).toBe('1/1 of 4');
  expect(cells({})[1]).toBe('0/1');
});

test('DURATION runs from start to end, or to the capture while the Job has no end', () => {
  const startTime = '2026-11-22T09:55:00Z';
  expect(cells({})[2]).toBe('');
  expect(cells({ status: { startTime } })[2]).toBe('5m');
  expect(cells({ status: { startTime, completionTime: '2026-11-22T09:55:04Z' } })[2]).toBe('4s');
});

test('a failed Job says why', () => {
  const conditions = [
    { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Too often.' },
  ];
  expect(job.facts(jobOf({ status: { conditions } }), { now })).toEqual([
    { label: 'Pods', value: '0 active, 0 succeeded, 0 failed' },
    { label: 'Why it failed', value: 'BackoffLimitExceeded: Too often.' },
  ]);
});
