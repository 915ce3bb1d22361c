import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { main } from '../../scripts/clusterbook.ts';

/** How one command line ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line inside this process, which is fast. */
export async function clusterbook(...args: readonly string[]): Promise<Run> {
  const stdout = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const stderr = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const status = await main(args);
    return { status, stdout: printed(stdout.mock.calls), stderr: printed(stderr.mock.calls) };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

function printed(calls: readonly (readonly unknown[])[]): string {
  return calls.map((args) => `${args.join(' ')}\n`).join('');
}

/** Runs a command line as a process of its own, with `input` on its stdin. */
export async function clusterbookProcess(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['scripts/clusterbook.mjs', ...args]);
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { status, stdout, stderr };
}
