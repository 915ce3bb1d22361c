import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A double in a process of its own; see `serve.ts`. */
export interface SpawnedDouble {
  /** Process id, to measure it. */
  readonly pid: number | undefined;
  /** Path of a kubeconfig; its context is `double`. */
  readonly kubeconfig: string;
  /** What was asked so far. */
  asked(): Promise<{ readonly requests: number; readonly connections: number }>;
  close(): Promise<void>;
}

/** Starts one: `['--folder', DIR, '--pods', '150000']`. */
export async function spawnApiDouble(args: readonly string[]): Promise<SpawnedDouble> {
  const script = join(import.meta.dirname, 'serve.ts');
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? '{}');
  const { kubeconfig } = await next();
  return {
    pid: child.pid,
    kubeconfig,
    asked() {
      child.stdin.write('\n');
      return next();
    },
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
