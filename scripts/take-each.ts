import type { Kubeconfig } from '#cluster/kubeconfig.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { defaultSnapshotId } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import type { ExitStatus } from './command.ts';
import { type ProgressBar, progressBar, progressLines } from './progress.ts';
import { counted } from './result-line.ts';
import { type ContextResult, closingTable, summaryText } from './snapshot-summary.ts';
import type { SnapshotSettings, TakenSnapshot } from './take-snapshot.ts';

/** What is printed, and what counts as success. */
export interface Printing {
  readonly strict?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What all contexts have in common. */
export type CommonSettings = Omit<SnapshotSettings, 'signal' | 'onProgress'>;

/**
 * Takes a snapshot of each context, one after the other: a cluster that fails does not keep the next from
 * being read. Prints a summary of each, and of several a closing table.
 *
 * @throws {UserError} When the only one fails, two would have one id, or the run is interrupted.
 */
export async function takeEach(
  kubeconfig: Kubeconfig,
  contexts: readonly string[],
  settings: CommonSettings,
  printing: Printing,
): Promise<ExitStatus> {
  if (contexts.length > 1) refuseSameIds(contexts);
  const bar = shownProgress(printing);
  const results: ContextResult[] = [];
  const interrupt = interruptible(results);
  try {
    for (const context of contexts) {
      const take = () => takeOne(kubeconfig, context, { settings, bar, signal: interrupt.signal });
      try {
        const { milliseconds, taken } = await timed(take);
        bar.clear();
        report(taken, settings.snapshots, { ...printing, milliseconds });
        const { manifest, shortfalls } = taken;
        const short = shortfalls.length > 0;
        results.push({ type: 'taken', context, manifest, milliseconds, short });
      } catch (error) {
        bar.clear();
        if (contexts.length === 1 || interrupt.signal.aborted) throw error;
        complain(context, error);
        results.push({ type: 'failed', context });
      }
    }
  } finally {
    interrupt.release();
  }
  if (contexts.length > 1 && !printing.quiet && !printing.json) {
    console.log(`\n${closingTable(results)}`);
  }
  return exitStatus(results, printing.strict ?? false);
}

interface Taking {
  readonly settings: CommonSettings;
  readonly bar: ProgressBar;
  readonly signal: AbortSignal;
}

async function takeOne(
  kubeconfig: Kubeconfig,
  context: string,
  { settings, bar, signal }: Taking,
): Promise<TakenSnapshot> {
  // Late: the Kubernetes client alone costs half a second.
  const { takeSnapshot } = await import('./take-snapshot.ts');
  return takeSnapshot(kubeconfig.entry(context), {
    ...settings,
    signal,
    onProgress({ resources, total, objects }) {
      const done = `${context}: ${resources} of ${counted(total, 'resource')}`;
      bar.show(resources, total, `${done}, ${counted(objects, 'object')}`);
    },
  });
}

async function timed(take: () => Promise<TakenSnapshot>) {
  const start = performance.now();
  const taken = await take();
  return { taken, milliseconds: performance.now() - start };
}

function shownProgress({ quiet, json }: Printing): ProgressBar {
  if (process.stderr.isTTY || quiet || json) return progressBar(!quiet);
  return progressLines((line) => console.error(line));
}

function report(
  { manifest, shortfalls }: TakenSnapshot,
  snapshots: string,
  { quiet, json, milliseconds }: Printing & { readonly milliseconds: number },
): void {
  for (const { type, outcome } of shortfalls) {
    const { status, message = '' } = outcome;
    console.error(`warning: ${manifest.id}: ${resourceKey(type)} ${status}. ${message}`.trim());
  }
  if (json) {
    const lines = manifest.resources.map((line) => ({ snapshot: manifest.id, ...line }));
    for (const line of lines) console.log(JSON.stringify(line));
  } else if (!quiet) console.log(summaryText(manifest, snapshots, milliseconds));
}

/** A fault of ours is told with its stack, and does not cost the next cluster its snapshot either. */
function complain(context: string, error: unknown): void {
  if (error instanceof UserError) {
    console.error(`clusterbook: ${context}: ${error.message}\n${error.hint ?? ''}`.trimEnd());
  } else console.error(`clusterbook: ${context}:`, error);
}

function exitStatus(results: readonly ContextResult[], strict: boolean): ExitStatus {
  if (results.some(({ type }) => type === 'failed')) return 2;
  return strict && results.some((result) => result.type === 'taken' && result.short) ? 1 : 0;
}

/** Of two contexts with one id the second would replace what the first has just written. */
function refuseSameIds(contexts: readonly string[]): void {
  for (const [id, same] of Map.groupBy(contexts, defaultSnapshotId)) {
    if (same.length === 1) continue;
    throw new UserError(
      `The contexts ${same.join(' and ')} would both make the snapshot "${id}".`,
      {
        hint: 'Read them one at a time, each with its own --name.',
      },
    );
  }
}

/** A signal that Ctrl-C and a polite kill set off, so that nothing half-written is left. */
function interruptible(results: readonly ContextResult[]): {
  readonly signal: AbortSignal;
  release(): void;
} {
  const controller = new AbortController();
  const interrupt = () => controller.abort(interruption(results));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    release: () => process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}

function interruption(results: readonly ContextResult[]): UserError {
  const written = results.flatMap((each) => (each.type === 'taken' ? [each.manifest.id] : []));
  if (written.length === 0) {
    return new UserError('Interrupted: nothing was written.', {
      hint: 'The previous snapshot, if there is one, is as it was.',
    });
  }
  return new UserError(`Interrupted: only ${written.join(', ')} was written.`, {
    hint: 'The previous snapshots of the other clusters, if there are any, are as they were.',
  });
}
