import { flag, list, number, part, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { conditionsOf } from './conditions.ts';
import { count, sentence } from './words.ts';

const state = part({
  running: part({ startedAt: text }),
  waiting: part({ reason: text, message: text }),
  terminated: part({ reason: text, exitCode: number, message: text }),
});

const statuses = list(
  part({ name: text, image: text, ready: flag, restartCount: number, state, lastState: state }),
);

const readPod = part({
  status: part({
    message: text,
    initContainerStatuses: statuses,
    containerStatuses: statuses,
  }),
});

type ContainerStatus = ReturnType<typeof statuses.read>[number];

/** Waits that are no trouble: the Pod is on its way. */
const usualWaits = new Set(['PodInitializing', 'ContainerCreating']);
const pullWaits = new Set(['ImagePullBackOff', 'ErrImagePull', 'InvalidImageName']);

function waitSays({ name, image, state: now, lastState, restartCount = 0 }: ContainerStatus) {
  const { reason = '', message = '' } = now?.waiting ?? {};
  if (reason === '' || usualWaits.has(reason)) return undefined;
  const says = `Container ${name} waits in ${reason}`;
  if (pullWaits.has(reason)) return `${says}: ${pullSays(image ?? '', message)}.`;
  if (restartCount === 0) return sentence(message === '' ? says : `${says}: ${message}`);
  return `${says} after ${count(restartCount, 'restart')}${lastEnd(lastState?.terminated)}.`;
}

/** The runtime says the image again and again; what went wrong stands at the end. */
function pullSays(image: string, message: string): string {
  const cause = /: ([^:"]{1,60})$/.exec(message.trim())?.[1];
  return `cannot pull ${image}${cause === undefined ? '' : `, ${cause}`}`;
}

type Ended = NonNullable<ContainerStatus['state']>['terminated'];

function lastEnd(ended: Ended): string {
  if (ended?.exitCode === undefined) return '';
  // Error says no more than the code; OOMKilled says why.
  const why = ended.reason === undefined || ended.reason === 'Error' ? '' : `${ended.reason}, `;
  return `; last ended with ${why}exit code ${ended.exitCode}`;
}

function containerSays(status: ContainerStatus, isInit: boolean): string | undefined {
  const { name, state: now, ready } = status;
  const ended = now?.terminated;
  if (ended !== undefined && ended.exitCode !== 0) {
    return `Container ${name} ended with ${ended.reason ?? 'an error'}, exit code ${ended.exitCode ?? 'unknown'}.`;
  }
  // An init container is never ready while it runs.
  if (now?.running !== undefined && ready === false && !isInit) {
    return `Container ${name} runs, but is not ready.`;
  }
  return waitSays(status);
}

/**
 * The scheduler's words, shortened to its reasons:
 * `0/6 nodes are available: 2 node(s) had untolerated taint(s). preemption: …`.
 */
function unscheduledSays(message: string): string {
  const [, nodes, reasons] = /^0\/(\d+) nodes are available: (.+?)(?:\. |\.?$)/.exec(message) ?? [];
  return nodes === undefined ? sentence(message) : `None of ${nodes} nodes takes it: ${reasons}.`;
}

/** Why a Pod is not well, in a sentence; nothing where it does not say. */
export function podSays(object: KubeObject): string | undefined {
  const { status } = readPod.read(object) ?? {};
  const unscheduled = conditionsOf(object).find(
    ({ type, health }) => type === 'PodScheduled' && health.state === 'warn',
  );
  if (unscheduled !== undefined) return unscheduledSays(unscheduled.message);
  const said = [
    ...(status?.initContainerStatuses ?? []).map((each) => containerSays(each, true)),
    ...(status?.containerStatuses ?? []).map((each) => containerSays(each, false)),
  ].find((words) => words !== undefined);
  return said ?? (status?.message ? sentence(status.message) : undefined);
}

/** Whether a Job has given up: then its own words say why nothing tries again. */
export function isGivenUp(object: KubeObject): boolean {
  return (
    object.kind === 'Job' &&
    conditionsOf(object).some(({ type, health }) => type === 'Failed' && health.word === 'True')
  );
}
