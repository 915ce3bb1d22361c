import type { Problem, ProblemCode, ProblemOf } from '#model/problems/problem.ts';
import { code, enumerate, type Prose } from '#views/chapters/prose.ts';
import { codes, linkTo, say, type Telling } from '#views/telling.ts';
import { count, sentence } from '#views/words.ts';
import { causeSays } from './cause-says.ts';
import { missingName, missingSays } from './missing-says.ts';

/** What is said of the problems of one code. */
interface Text<Code extends ProblemCode> {
  /** What is wrong, as a head of a list: `Image cannot be pulled`. */
  readonly title: string;
  /** The same of one object, whose name stands before it: a sentence or two. */
  readonly says: (problem: ProblemOf<Code>, telling: Telling) => readonly Prose[];
}

/** Every problem in words. */
const texts: { readonly [Code in ProblemCode]: Text<Code> } = {
  'missing-reference': {
    title: 'Names what does not exist',
    says: ({ relation, target }, telling) => missingSays(telling, relation, target),
  },
  'crash-loop': {
    title: 'Container crashes again and again',
    says: ({ cause, pods }) => say`${causeSays(cause)}${alike(pods)}`,
  },
  'image-pull': {
    title: 'Image cannot be pulled',
    says: ({ cause, pods }) => say`${causeSays(cause)}${alike(pods)}`,
  },
  unschedulable: {
    title: 'Pod fits on no node',
    says: ({ cause, pods }) => say`${causeSays(cause)}${alike(pods)}`,
  },
  'failed-job': {
    title: 'Job failed',
    says: ({ says, ended }) =>
      say`${ended === undefined ? [] : causeSays(ended)}${ended && says ? ' ' : ''}${sentence(says)}`,
  },
  'not-ready': {
    title: 'Not ready',
    says: ({ word, says, cause }) => {
      if (cause !== undefined) return say`${word}: ${causeSays(cause)}`;
      return says === '' ? say`It was ${word}.` : say`${word}: ${sentence(says)}`;
    },
  },
  'webhook-nowhere': { title: 'Webhook that nobody answers', says: webhookSays },
  'empty-service': {
    title: 'Service without Pods',
    says: ({ selector, isCalled }) =>
      say`Selects ${code(selector)}, and no Pod has these labels.${isCalled ? ' Something leads to it.' : ''}`,
  },
  'full-quota': {
    title: 'Quota used up',
    says: ({ resource, used, hard }) => say`${code(resource)}: ${used} of ${hard} are used.`,
  },
  'blocked-drain': {
    title: 'Budget that blocks every drain',
    says: ({ expected, desired, workloads }, telling) =>
      say`Wants ${`${desired}`} of ${count(expected, 'Pod')} healthy at any time, so none${owners(telling, workloads)} can be evicted.`,
  },
  'shared-budget': {
    title: 'Two budgets over the same Pods',
    says: ({ other, pods }, telling) =>
      say`Counts ${count(pods, 'Pod')} that PodDisruptionBudget ${linkTo(telling, other)} counts too.`,
  },
  'removed-api': {
    title: 'Written in an API version that is gone',
    says: (problem) =>
      say`${writtenAs(problem)} Kubernetes ${problem.removedIn} removed it${instead(problem)}.`,
  },
  'deprecated-api': {
    title: 'Written in an API version that will go',
    says: (problem) =>
      say`${writtenAs(problem)} Kubernetes ${problem.removedIn} removes it${instead(problem)}.`,
  },
  'empty-policy': {
    title: 'Applies to no Pod',
    says: ({ selector }) => say`Selects ${code(selector)}, and no Pod has these labels.`,
  },
  'shared-service': {
    title: 'Two Services that are the same',
    says: ({ other, ports, pods }, telling) =>
      say`Leads to the same ${count(pods, 'Pod')} as Service ${linkTo(telling, other)}, through the same ports: ${ports}.`,
  },
  'latest-tag': {
    title: 'Image without a fixed version',
    says: ({ containers, images, copies }) =>
      say`${containerWord(containers)} ${codes(containers)} ${containers.length === 1 ? 'runs' : 'run'} ${codes(images)}.${alike(copies)}`,
  },
  'missing-requests': {
    title: 'No resource requests',
    says: ({ containers, resources, copies }) =>
      say`${containerWord(containers)} ${codes(containers)} ${containers.length === 1 ? 'asks' : 'ask'} for no ${resources.map(resourceWord).join(' or ')}.${alike(copies)}`,
  },
  'unused-claim': {
    title: 'Volume that nothing mounts',
    says: ({ size }) => say`No Pod and no template mounts it. It holds ${size || 'a volume'}.`,
  },
  'unused-config': {
    title: 'Named by nothing',
    says: () => say`No object of this snapshot names it.`,
  },
};

const resourceWord = (resource: string) => (resource === 'cpu' ? 'CPU' : resource);

const containerWord = (containers: readonly string[]) =>
  containers.length === 1 ? 'Container' : 'Containers';

/** That other Pods are in the same state. */
function alike(pods: number): string {
  return pods > 1 ? ` The same holds for ${count(pods - 1, 'other Pod')} of it.` : '';
}

function owners(
  telling: Telling,
  workloads: ProblemOf<'blocked-drain'>['workloads'],
): readonly Prose[] {
  if (workloads.length === 0) return [];
  return say` of ${enumerate(workloads.map((id) => [linkTo(telling, id)]))}`;
}

function webhookSays(
  { webhooks, service, why, failurePolicy }: ProblemOf<'webhook-nowhere'>,
  telling: Telling,
): readonly Prose[] {
  const name =
    telling.model.get(service) === undefined
      ? missingName(telling, service)
      : say`Service ${linkTo(telling, service)}`;
  const reason = {
    'no Service': 'does not exist',
    'no Pod': 'selects no Pod',
    'no ready Pod': 'has no ready Pod',
  }[why];
  const effect =
    failurePolicy === 'Fail'
      ? 'The requests it should check are refused.'
      : 'Requests go through unchecked.';
  return say`${webhooks.length === 1 ? 'Webhook' : 'Webhooks'} ${codes(webhooks)} ${webhooks.length === 1 ? 'calls' : 'call'} ${name}, which ${reason}. ${effect}`;
}

type OldApi = ProblemOf<'removed-api'> | ProblemOf<'deprecated-api'>;

function writtenAs({ manager, apiVersion }: OldApi): readonly Prose[] {
  return say`${code(manager)} wrote it as ${code(apiVersion)}.`;
}

function instead({ instead: next }: OldApi): readonly Prose[] {
  return next === undefined ? say` without a successor` : say`; ${code(next)} takes its place`;
}

/** What is wrong, as a head. */
export function titleOf(problem: ProblemCode): string {
  return texts[problem].title;
}

/** What is wrong with one object, whose name stands before it. */
export function problemSays(problem: Problem, telling: Telling): readonly Prose[] {
  // Each code has the text of its own problems; the compiler cannot follow the pair.
  const text = texts[problem.code] as Text<ProblemCode>;
  return text.says(problem as ProblemOf<ProblemCode>, telling);
}
