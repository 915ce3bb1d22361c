import { describe, expect, test } from 'vitest';
import { type Fields, pod as podObject } from '#tests/fixtures/builders.ts';
import { pod } from './pod.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

const running = { state: { running: {} }, ready: true, restartCount: 0 };
const waiting = (reason?: string) => ({ state: { waiting: { reason } }, restartCount: 0 });
const exited = (terminated: object) => ({ state: { terminated }, restartCount: 0 });
const condition = (type: string, status: string, reason?: string) => ({ type, status, reason });

interface Written {
  readonly init?: readonly object[];
  readonly main?: readonly object[];
  readonly sidecars?: readonly string[];
  readonly status?: object;
  readonly metadata?: Fields['metadata'];
}

/** A Pod whose containers report these states; containers are `c0`, `c1` …, init containers `i0` … */
function podOf({ init = [], main = [], sidecars = [], status = {}, metadata = {} }: Written) {
  const named = (prefix: string, statuses: readonly object[]) =>
    statuses.map((one, index) => ({ name: `${prefix}${index}`, ...one }));
  const initContainers = named('i', init).map(({ name }) => ({
    name,
    ...(sidecars.includes(name) && { restartPolicy: 'Always' }),
  }));
  return podObject(
    'shop/web',
    {},
    {
      metadata,
      spec: { initContainers, containers: named('c', main).map(({ name }) => ({ name })) },
      status: {
        phase: 'Running',
        initContainerStatuses: named('i', init),
        containerStatuses: named('c', main),
        ...status,
      },
    },
  );
}

/** READY, STATUS and RESTARTS. */
function cells(written: Written): readonly string[] {
  return pod.cells(podOf(written), { now }).slice(1, 4);
}

describe('STATUS of a Pod', () => {
  test('is the phase, until a container says more', () => {
    expect(cells({ status: { phase: 'Pending' } })).toEqual(['0/0', 'Pending', '0']);
    expect(cells({ main: [running] })).toEqual(['1/1', 'Running', '0']);
  });

  test('is the reason of the whole Pod where there is one', () => {
    const evicted = { phase: 'Failed', reason: 'Evicted' };
    expect(cells({ status: evicted })).toEqual(['0/0', 'Evicted', '0']);
  });

  test('says that a scheduling gate holds the Pod back', () => {
    const conditions = [condition('PodScheduled', 'False', 'SchedulingGated')];
    expect(cells({ status: { phase: 'Pending', conditions } })[1]).toBe('SchedulingGated');
  });

  test('of several containers that do not run is the word of the first', () => {
    expect(cells({ main: [waiting('CrashLoopBackOff'), waiting('ImagePullBackOff')] })).toEqual([
      '0/2',
      'CrashLoopBackOff',
      '0',
    ]);
    expect(cells({ main: [running, exited({ reason: 'OOMKilled' })] })[1]).toBe('OOMKilled');
  });

  test('names the signal or the exit code of a container that gave no reason', () => {
    expect(cells({ main: [exited({ signal: 9, exitCode: 137 })] })[1]).toBe('Signal:9');
    expect(cells({ main: [exited({ exitCode: 3 })] })[1]).toBe('ExitCode:3');
  });

  test('is not Completed while another container runs', () => {
    const main = [exited({ reason: 'Completed', exitCode: 0 }), running];
    expect(cells({ main })).toEqual(['1/2', 'NotReady', '0']);
    const conditions = [condition('Ready', 'True')];
    expect(cells({ main, status: { conditions } })).toEqual(['1/2', 'Running', '0']);
  });

  test('is Terminating once deleted, unless the Pod is already over', () => {
    const metadata = { deletionTimestamp: '2026-11-22T09:59:00Z' };
    expect(cells({ main: [running], metadata })[1]).toBe('Terminating');
    expect(cells({ metadata, status: { phase: 'Succeeded' } })[1]).toBe('Succeeded');
    expect(cells({ metadata, status: { reason: 'NodeLost' } })[1]).toBe('Unknown');
  });
});

describe('init containers', () => {
  const done = exited({ exitCode: 0, reason: 'Completed' });

  test('count up until the last one is done', () => {
    const main = [waiting('PodInitializing')];
    const status = { phase: 'Pending' };
    expect(cells({ init: [done, waiting('PodInitializing')], main, status })[1]).toBe('Init:1/2');
    expect(cells({ init: [done, done], main: [waiting()], status })[1]).toBe('Pending');
  });

  test('that fail or wait give their word', () => {
    expect(cells({ init: [waiting('CrashLoopBackOff')] })[1]).toBe('Init:CrashLoopBackOff');
    expect(cells({ init: [exited({ exitCode: 1, reason: 'Error' })] })[1]).toBe('Init:Error');
    expect(cells({ init: [exited({ exitCode: 137, signal: 9 })] })[1]).toBe('Init:Signal:9');
    expect(cells({ init: [exited({ exitCode: 2 })] })[1]).toBe('Init:ExitCode:2');
  });

  test('leave READY and RESTARTS to the containers once the Pod is initialized', () => {
    const written = {
      init: [{ state: { running: {} }, restartCount: 3 }],
      main: [running],
      status: { conditions: [condition('Initialized', 'True')] },
    };
    expect(cells(written)).toEqual(['1/1', 'Init:0/1', '0']);
  });

  test('that keep running count as containers', () => {
    const sidecar = { ...running, started: true };
    expect(cells({ init: [sidecar], sidecars: ['i0'], main: [running] })).toEqual([
      '2/2',
      'Running',
      '0',
    ]);
    const starting = { ...running, started: false, ready: false };
    expect(cells({ init: [starting], sidecars: ['i0'], main: [waiting()] })).toEqual([
      '0/2',
      'Init:0/1',
      '0',
    ]);
  });
});

describe('RESTARTS', () => {
  const crashed = (restartCount: number, finishedAt: string) => ({
    ...running,
    started: true,
    restartCount,
    lastState: { terminated: { finishedAt } },
  });

  test('say when the last one was', () => {
    const main = [crashed(2, '2026-11-22T09:50:00Z'), crashed(1, '2026-11-22T09:55:00Z')];
    expect(cells({ main })[2]).toBe('3 (5m ago)');
    expect(cells({ main: [{ ...running, restartCount: 1 }] })[2]).toBe('1');
  });

  test('are those of init containers while they run, of containers and sidecars after', () => {
    const init = [crashed(4, '2026-11-22T09:59:00Z')];
    expect(cells({ init, main: [running] })[2]).toBe('4 (60s ago)');
    expect(cells({ init, sidecars: ['i0'], main: [crashed(1, '2026-11-22T09:58:00Z')] })[2]).toBe(
      '5 (60s ago)',
    );
  });
});

test('wide cells print <none> for what a Pod does not have yet, and count open readiness gates', () => {
  const bare = podObject('shop/web');
  expect(pod.wideCells(bare, { now })).toEqual(['<none>', '<none>', '<none>', '<none>']);
  const gated = podObject(
    'shop/web',
    {},
    {
      spec: {
        nodeName: 'worker',
        readinessGates: [{ conditionType: 'a' }, { conditionType: 'b' }],
      },
      status: { podIP: '10.0.0.9', conditions: [condition('a', 'True'), condition('b', 'False')] },
    },
  );
  expect(pod.wideCells(gated, { now })).toEqual(['10.0.0.9', 'worker', '<none>', '1/2']);
});

test.each<[string, Written, object]>([
  ['runs', { main: [running] }, { state: 'ok', word: 'Running' }],
  [
    'runs in part',
    { main: [running, { state: { running: {} }, ready: false }] },
    { state: 'warn', word: '1/2 ready' },
  ],
  [
    'starts',
    { main: [waiting('ContainerCreating')] },
    { state: 'warn', word: 'ContainerCreating' },
  ],
  ['initializes', { init: [waiting()], main: [waiting()] }, { state: 'warn', word: 'Init:0/1' }],
  ['crashes', { main: [waiting('CrashLoopBackOff')] }, { state: 'bad', word: 'CrashLoopBackOff' }],
  [
    'has ended well',
    { main: [exited({ reason: 'Completed' })], status: { phase: 'Succeeded' } },
    { state: 'done', word: 'Completed' },
  ],
  [
    'has failed',
    { main: [exited({ reason: 'Error' })], status: { phase: 'Failed' } },
    { state: 'bad', word: 'Error' },
  ],
  ['says nothing', { status: { phase: undefined } }, { state: 'unknown', word: 'Unknown' }],
])('health of a Pod that %s', (_, written, health) => {
  expect(pod.health(podOf(written), { now })).toEqual(health);
});

test('a Pod without a Node says which Nodes it would take, one with a Node names it', () => {
  const nodeSelector = { pool: 'gpu' };
  expect(pod.references(podObject('shop/a', {}, { spec: { nodeSelector } }))).toEqual([
    {
      relation: 'asks',
      path: 'spec.nodeSelector',
      to: {
        by: 'selector',
        group: '',
        kind: 'Node',
        selector: { matchLabels: nodeSelector, matchExpressions: [] },
      },
    },
  ]);
  const placed = podObject('shop/a', {}, { spec: { nodeSelector, nodeName: 'worker' } });
  expect(pod.references(placed).map(({ path }) => path)).toEqual(['spec.nodeName']);
});

test('a generic ephemeral volume has a claim named after the Pod and the volume', () => {
  const spec = { volumes: [{ name: 'scratch', ephemeral: {} }] };
  expect(pod.references(podObject('shop/web-1', {}, { spec }))).toEqual([
    {
      relation: 'claims',
      path: 'spec.volumes[name=scratch].ephemeral',
      to: {
        by: 'name',
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace: 'shop',
        name: 'web-1-scratch',
      },
      detail: 'made for this Pod',
    },
  ]);
});
