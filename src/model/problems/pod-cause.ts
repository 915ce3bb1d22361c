import { conditions, findCondition } from '#kinds/parts/condition.ts';
import { flag, type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

const state = part({
  running: part({ startedAt: text }),
  waiting: part({ reason: text, message: text }),
  terminated: part({ reason: text, exitCode: number, message: text }),
});

const ContainerStatus = part({
  name: text,
  image: text,
  ready: flag,
  restartCount: number,
  state,
  lastState: state,
});
type ContainerStatus = Infer<typeof ContainerStatus>;

const statuses = list(ContainerStatus);

const readPod = part({
  status: part({
    phase: text,
    message: text,
    conditions,
    initContainerStatuses: statuses,
    containerStatuses: statuses,
  }),
});

/** How a container ended: `reason` says more than the code only when it is not `Error`. */
export interface End {
  readonly exitCode: number;
  readonly reason?: string | undefined;
}

/** Why a Pod is not well, with the field that says so; `path` and `value` are evidence. */
export type PodCause = { readonly path: string; readonly value: string } & (
  | { readonly cause: 'unschedulable'; readonly says: string }
  | {
      readonly cause: 'crash-loop';
      readonly container: string;
      readonly restarts: number;
      readonly lastEnd?: End | undefined;
    }
  | {
      readonly cause: 'image-pull';
      readonly container: string;
      readonly image: string;
      /** The runtime's message. */
      readonly says: string;
    }
  | {
      readonly cause: 'waiting';
      readonly container: string;
      readonly reason: string;
      readonly says: string;
    }
  | { readonly cause: 'ended'; readonly container: string; readonly end: End }
  | { readonly cause: 'unready'; readonly container: string }
  | { readonly cause: 'message'; readonly says: string }
);

/** Waits that are no trouble: the Pod is on its way. */
const usualWaits = new Set(['', 'PodInitializing', 'ContainerCreating']);
const pullWaits = new Set([
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
]);

function waitCause(status: ContainerStatus, at: string): PodCause | undefined {
  const { name = '', image = '', state: now, lastState, restartCount: restarts = 0 } = status;
  const { reason = '', message: says = '' } = now?.waiting ?? {};
  if (usualWaits.has(reason)) return undefined;
  const told = { path: `${at}.state.waiting.reason`, value: reason, container: name };
  if (pullWaits.has(reason)) return { ...told, cause: 'image-pull', image, says };
  if (reason !== 'CrashLoopBackOff') return { ...told, cause: 'waiting', reason, says };
  return { ...told, cause: 'crash-loop', restarts, lastEnd: endOf(lastState) };
}

function endOf(from: ContainerStatus['state']): End | undefined {
  const { exitCode, reason } = from?.terminated ?? {};
  return exitCode === undefined ? undefined : { exitCode, reason };
}

function containerCause(
  status: ContainerStatus,
  field: 'initContainerStatuses' | 'containerStatuses',
): PodCause | undefined {
  const { name: container = '', state: now, ready } = status;
  const at = `status.${field}[name=${container}]`;
  const end = endOf(now);
  if (end !== undefined && end.exitCode !== 0) {
    const path = `${at}.state.terminated.exitCode`;
    return { path, value: `${end.exitCode}`, cause: 'ended', container, end };
  }
  // An init container is never ready while it runs.
  if (now?.running !== undefined && ready === false && field === 'containerStatuses') {
    return { path: `${at}.ready`, value: 'false', cause: 'unready', container };
  }
  return waitCause(status, at);
}

/** Why a Pod is not well; nothing where it does not say, or is well. */
export function podCause(object: KubeObject): PodCause | undefined {
  const { status } = readPod.read(object) ?? {};
  const scheduled = findCondition(status?.conditions, 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    const says = scheduled.message ?? '';
    const path = 'status.conditions[type=PodScheduled].message';
    return { path, value: says || scheduled.reason, cause: 'unschedulable', says };
  }
  const causes = [
    ...(status?.initContainerStatuses ?? []).map((each) =>
      containerCause(each, 'initContainerStatuses'),
    ),
    ...(status?.containerStatuses ?? []).map((each) => containerCause(each, 'containerStatuses')),
  ].flatMap((cause) => cause ?? []);
  // A container that waits says more than one beside it that is not ready for want of it.
  const told = causes.find(({ cause }) => cause !== 'unready') ?? causes[0];
  if (told !== undefined) return told;
  const says = status?.message ?? '';
  return says === '' ? undefined : { path: 'status.message', value: says, cause: 'message', says };
}

/** Whether a Pod has ended for good: what its spec names is needed no more. */
export function isOver(object: KubeObject): boolean {
  const phase = readPod.read(object)?.status?.phase;
  return phase === 'Succeeded' || phase === 'Failed';
}
