import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { token } from '../api-double/api-double.ts';
import { forbidden } from '../api-double/status.ts';
import { inSnapshots, serving, snapshotWith } from './snapshot-harness.ts';

const closed = { server: 'https://127.0.0.1:1' };

test('of several contexts one that fails does not keep the others from being read', async () => {
  const { url: server } = await serving();
  const { status, stdout, stderr } = await snapshotWith(
    { lost: closed, desk: { server }, 'Prod EU': { server } },
    '--all-contexts',
  );
  expect([status, stderr]).toEqual([
    2,
    'clusterbook: lost: https://127.0.0.1:1 cannot be reached: nothing answers at this address.\n' +
      'Check that the cluster runs and that its address is reachable from this machine.\n',
  ]);
  expect(stdout.slice(stdout.indexOf('CONTEXT')).replaceAll(/ +0\.0 s +/g, ' 0.0 s ')).toBe(
    [
      'CONTEXT   SNAPSHOT   OBJECTS   COVERAGE   TIME    RESULT',
      'lost      -          -         -          -       failed',
      'desk      desk       289       56/60 0.0 s taken',
      'Prod EU   prod-eu    289       56/60 0.0 s taken',
      '',
    ].join('\n'),
  );
  expect(await readdir(inSnapshots())).toEqual(['desk', 'prod-eu']);
});

test('contexts that are named are read, each once and no other', async () => {
  const { url: server } = await serving();
  const contexts = { lost: closed, desk: { server }, prod: { server, token } };
  const named = ['--context', 'desk', '--context', 'prod', '--context', 'desk'];
  const { status, stdout } = await snapshotWith(contexts, ...named);
  expect([status, stdout.match(/^\w+: \d+ objects/gm)]).toEqual([
    0,
    ['desk: 289 objects', 'prod: 289 objects'],
  ]);
});

test('with --strict what one of them may not read is the answer 1, and the table says which', async () => {
  const { url: server } = await serving();
  const faults = [{ at: /\/api\/v1\/.*secrets/, answer: forbidden('secrets', '') }];
  const { url: shy } = await serving({ faults });
  const run = await snapshotWith(
    { desk: { server }, shy: { server: shy } },
    ...['--all-contexts', '--strict'],
  );
  expect([
    run.status,
    run.stdout.match(/^\w+ .*taken.*$/gm)?.map((line) => line.slice(-16)),
  ]).toEqual([1, [expect.stringMatching(/ {3}taken$/), 'taken, not whole']]);
});

test('contexts that would make one snapshot are refused before any is read', async () => {
  const double = await serving();
  const { url: server } = double;
  const run = await snapshotWith({ 'a/b': { server }, 'a:b': { server } }, '--all-contexts');
  expect(run).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'clusterbook: The contexts a/b and a:b would both make the snapshot "a-b".\n' +
      'Read them one at a time, each with its own --name.\n',
  });
  expect(double.requests).toEqual([]);
});

test.each([
  [
    ['--all-contexts', '--context', 'desk'],
    '--context and --all-contexts exclude each other.\nLeave one of them out.',
  ],
  [
    ['--all-contexts', '--name', 'one'],
    '--name one cannot name 2 snapshots.\nLeave it out: each gets the name of its context. Or read one context at a time.',
  ],
  [
    ['--all-contexts', '--print-rbac'],
    '--print-rbac prints the roles for one cluster.\nChoose it with --context: desk, prod.',
  ],
])('%j is refused', async (args, said) => {
  const contexts = { desk: closed, prod: closed };
  const run = await snapshotWith(contexts, ...args);
  expect(run).toEqual({ status: 2, stdout: '', stderr: `clusterbook: ${said}\n` });
});
