/** Runs whole processes and says what they took. */
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a process took. */
export interface Usage {
  /** Seconds of all its threads on the processor. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** Most memory it held at once, in MB. Nobody knows that of a program that is not Node. */
  readonly rss?: number;
}

/** Medians over several runs of a command; `before` is done ahead of each and does not count. */
export type Measure = (
  command: readonly string[],
  before?: () => Promise<unknown>,
) => Promise<Usage>;

/** A {@link Measure} of so many runs. */
export function measureRuns(runs: number): Measure {
  return async (command, before) => {
    const usages: Usage[] = [];
    for (let run = 0; run < runs; run++) {
      await before?.();
      usages.push(await once(command));
    }
    return {
      cpu: median(usages.map(({ cpu }) => cpu)),
      wall: median(usages.map(({ wall }) => wall)),
      rss: median(usages.map(({ rss = 0 }) => rss)),
    };
  };
}

/**
 * For a process of which only a part counts: does the work and reports what it took, in place of the
 * whole process.
 */
export function reportPart<Result>(work: () => Result): Result {
  const report = startReport();
  const result = work();
  report();
  return result;
}

/** A {@link reportPart} of work that waits. `times` is how many times as much its peer did. */
export async function reportAsync(work: () => Promise<unknown>, times = 1): Promise<void> {
  const report = startReport();
  await work();
  report(times);
}

function startReport(): (times?: number) => void {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return (times = 1) => {
    const wall = (times * (performance.now() - start)) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const rss = process.resourceUsage().maxRSS / 1024;
    writeSync(3, `${JSON.stringify({ cpu: (times * (user + system)) / 1e6, wall, rss })}\n`);
  };
}

const reporter = join(import.meta.dirname, 'report-usage.cjs');

async function once([program = '', ...args]: readonly string[]): Promise<Usage> {
  const ours = program === process.execPath;
  const start = performance.now();
  // The shell's `times` knows what processes took that are not Node.
  const child = ours
    ? spawn(program, ['--require', reporter, ...args], { stdio })
    : spawn('sh', ['-c', '"$@" > /dev/null; times >&3', 'sh', program, ...args], { stdio });
  const [report, complaint] = await Promise.all(
    [child.stdio[3], child.stderr].map((stream) => (stream ? text(stream as never) : '')),
  );
  const wall = (performance.now() - start) / 1000;
  if (!report) throw new Error(`${[program, ...args].join(' ')} failed:\n${complaint}`);
  return { wall, ...(ours ? JSON.parse(report.split('\n')[0] ?? '') : shellTimes(report)) };
}

const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'pipe', 'pipe'];

/** The second line of `times` is about the shell's children: `0m1.250s 0m0.090s`. */
function shellTimes(report: string): Pick<Usage, 'cpu'> {
  const [, children = ''] = report.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { cpu: seconds.reduce((sum, each) => sum + each, 0) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
