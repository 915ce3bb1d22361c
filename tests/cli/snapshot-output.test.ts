import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { readManifest } from '#store/read-manifest.ts';
import { progressLines } from '../../scripts/progress.ts';
import { withObject } from '../api-double/cluster.ts';
import { object } from '../fixtures/builders.ts';
import { clusterbook } from './run.ts';
import { dockerDesktop, inSnapshots, kubeconfig, serving, snapshotOf } from './snapshot-harness.ts';

const { isTTY } = process.stderr;

afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true });
});

const secret = object('v1', 'Secret', 'default/planted', {
  type: 'Opaque',
  data: { password: 'aHVudGVyMg==', user: 'YWRtaW4=' },
});

test('a run ends with objects, bytes, time, coverage, redactions, and where the snapshot is', async () => {
  const planted = withObject(dockerDesktop, 'secrets', secret);
  const { stdout } = await snapshotOf(await serving({}, planted));
  expect(stdout).toBe(
    [
      'desk: 290 objects of 25 kinds in DIR/snapshots/desk',
      '  size      364 kB in 0.0 s',
      '  coverage  56 of 60 resources captured; 4 left out',
      '  redacted  2 values: 2 secret-data',
      '',
    ].join('\n'),
  );
});

test('--json prints a line a resource and nothing else', async () => {
  const { stdout, stderr } = await snapshotOf(await serving(), '--json');
  const lines = stdout.trimEnd().split('\n');
  const { resources } = await readManifest(inSnapshots('desk'));
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    resources.map((resource) => ({ snapshot: 'desk', ...resource })),
  );
  expect(stderr).toBe('');
});

/** What a run writes to stderr itself, and what it prints there. */
async function shown(terminal: boolean, ...args: readonly string[]) {
  const { url: server } = await serving();
  const flags = await kubeconfig({ desk: { server } });
  Object.defineProperty(process.stderr, 'isTTY', { value: terminal, configurable: true });
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const run = await clusterbook('snapshot', ...flags, '--snapshots', inSnapshots(), ...args);
  const bars = written.mock.calls.map(([text]) => stripVTControlCharacters(String(text)));
  return { bars, lines: run.stderr.trimEnd().split('\n') };
}

test('on a terminal a bar tells resources and objects, and is gone in the end', async () => {
  const { bars, lines } = await shown(true);
  expect(lines).toEqual(['']);
  expect(bars.some((bar) => /━ desk: 57 of 57 resources, 289 objects$/.test(bar))).toBe(true);
  expect(bars.at(-1)).toBe('\r');
});

test('elsewhere it is a plain line', async () => {
  const { bars, lines } = await shown(false);
  expect(bars).toEqual([]);
  expect(lines[0]).toMatch(/^desk: \d+ of 57 resources, \d+ objects?$/);
});

test.each(['--quiet', '--json'])('with %s there is none', async (flag) => {
  expect(await shown(false, flag)).toEqual({ bars: [], lines: [''] });
});

test('plain lines come at the start and then every five seconds at most', () => {
  const lines: string[] = [];
  let now = 0;
  const progress = progressLines(
    (line) => lines.push(line),
    () => now,
  );
  for (now = 0; now <= 12_000; now += 1000) progress.show(0, 0, `after ${now} ms`);
  expect(lines).toEqual(['after 0 ms', 'after 5000 ms', 'after 10000 ms']);
});
