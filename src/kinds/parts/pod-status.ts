/**
 * READY, STATUS and RESTARTS of a Pod, which no field of it states: kubectl reads them together out of
 * the states of its containers.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
 */
import { conditions, findCondition } from './condition.ts';
import { type Container, isSidecar, type PodSpec } from './pod-template.ts';
import { flag, type Infer, list, number, part, text } from './schema.ts';

const Terminated = part({ exitCode: number, signal: number, reason: text, finishedAt: text });

const ContainerStatus = part({
  name: text,
  ready: flag,
  started: flag,
  restartCount: number,
  state: part({
    running: part({}),
    waiting: part({ reason: text }),
    terminated: Terminated,
  }),
  lastState: part({ terminated: Terminated }),
});
type ContainerStatus = Infer<typeof ContainerStatus>;

/** The claims that were made for a Pod from its templates of claims. */
export const resourceClaimStatuses = list(part({ name: text, resourceClaimName: text }));

/** `status` of a Pod. */
export const PodStatus = part({
  phase: text,
  reason: text,
  qosClass: text,
  podIP: text,
  podIPs: list(part({ ip: text })),
  hostIP: text,
  nominatedNodeName: text,
  conditions,
  initContainerStatuses: list(ContainerStatus),
  containerStatuses: list(ContainerStatus),
  resourceClaimStatuses,
});
export type PodStatus = Infer<typeof PodStatus>;

/** What kubectl's columns say of a Pod. */
export interface PodSummary {
  /** Containers that are ready, sidecars included. */
  readonly ready: number;
  /** Regular containers and sidecars. */
  readonly total: number;
  /** STATUS: `Running`, `Init:1/2`, `CrashLoopBackOff` … */
  readonly status: string;
  readonly restarts: number;
  /** RFC 3339; absent when nothing restarted, or nobody knows when. */
  readonly lastRestart: string | undefined;
}

interface PodLike {
  readonly metadata: { readonly deletionTimestamp?: string };
  readonly spec?: PodSpec | undefined;
  readonly status?: PodStatus | undefined;
}

/** Reads a Pod as kubectl does. */
export function summarizePod({ metadata, spec, status }: PodLike): PodSummary {
  const sidecars = new Set(spec?.initContainers.filter(isSidecar).map(({ name }) => name));
  const initStatuses = status?.initContainerStatuses ?? [];
  const mainStatuses = status?.containerStatuses ?? [];
  const init = initialization(initStatuses, spec?.initContainers ?? [], sidecars);
  const started = init.word === undefined || isTrue(status, 'Initialized');
  const running = started ? mainStatuses.filter(isRunning).length : 0;
  const counted = started
    ? [...initStatuses.filter(({ name }) => sidecars.has(name)), ...mainStatuses]
    : initStatuses;
  // Of several containers that do not run, the first in the list has the word.
  const halted = started ? mainStatuses.map(haltedWord).find((reason) => reason) : undefined;
  const word = halted ?? init.word ?? phaseWord(status);
  return {
    ready: init.ready + running,
    total: (spec?.containers.length ?? 0) + sidecars.size,
    status: afterDeletion(metadata, status) ?? stillRunning(word, running, status),
    restarts: counted.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0),
    lastRestart: latest(counted.map(({ lastState }) => lastState?.terminated?.finishedAt)),
  };
}

/** The word for an initialization that is not over, and the sidecars that are ready by then. */
function initialization(
  statuses: readonly ContainerStatus[],
  containers: readonly Container[],
  sidecars: ReadonlySet<string | undefined>,
): { readonly word?: string; readonly ready: number } {
  let ready = 0;
  for (const [index, { name, started, ready: isReady, state }] of statuses.entries()) {
    if (state?.terminated?.exitCode === 0) continue;
    if (sidecars.has(name) && started === true) {
      if (isReady === true) ready += 1;
      continue;
    }
    return { word: `Init:${initWord(state) ?? `${index}/${containers.length}`}`, ready };
  }
  return { ready };
}

function initWord(state: ContainerStatus['state']): string | undefined {
  if (state?.terminated !== undefined) return terminatedWord(state.terminated);
  const reason = state?.waiting?.reason;
  return reason && reason !== 'PodInitializing' ? reason : undefined;
}

/** Why a regular container does not run; absent when it does, or nobody says. */
function haltedWord({ state }: ContainerStatus): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  return state?.terminated === undefined ? undefined : terminatedWord(state.terminated);
}

function terminatedWord({ reason, signal, exitCode }: Infer<typeof Terminated>) {
  if (reason) return reason;
  return signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`;
}

function isRunning(status: ContainerStatus): boolean {
  return (
    status.ready === true && status.state?.running !== undefined && haltedWord(status) === undefined
  );
}

function phaseWord(status: PodStatus | undefined): string {
  const scheduled = findCondition(status?.conditions, 'PodScheduled');
  if (scheduled?.reason === 'SchedulingGated') return 'SchedulingGated';
  return status?.reason || status?.phase || '';
}

// A Pod is not over while one of its containers runs, although another one is.
function stillRunning(word: string, running: number, status: PodStatus | undefined): string {
  if (word !== 'Completed' || running === 0) return word;
  return isTrue(status, 'Ready') ? 'Running' : 'NotReady';
}

function afterDeletion(
  { deletionTimestamp }: PodLike['metadata'],
  status: PodStatus | undefined,
): string | undefined {
  if (!deletionTimestamp) return undefined;
  if (status?.reason === 'NodeLost') return 'Unknown';
  const isOver = status?.phase === 'Succeeded' || status?.phase === 'Failed';
  return isOver ? undefined : 'Terminating';
}

function isTrue(status: PodStatus | undefined, type: string): boolean {
  return findCondition(status?.conditions, type)?.status === 'True';
}

// The API writes these times in one form, in UTC, so their text sorts like the times.
function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
}
