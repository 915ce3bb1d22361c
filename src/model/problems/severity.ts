import type { Relation } from '#kinds/reference.ts';
import type { Problem, ProblemCode, ProblemOf } from './problem.ts';

/**
 * How bad a problem is.
 *
 * - `broken`: something did not work when the snapshot was taken.
 * - `risky`: it worked, and a usual event breaks it: a drain, an upgrade, the next apply.
 * - `untidy`: nothing breaks; it costs money, room or understanding.
 */
export type Severity = 'broken' | 'risky' | 'untidy';

/** Severities, the worst first. */
export const severities = ['broken', 'risky', 'untidy'] as const satisfies readonly Severity[];

/** A severity with its reason, a sentence that stands beside the problem. */
export interface Judgement {
  readonly severity: Severity;
  readonly because: string;
}

const broken = (because: string): Judgement => ({ severity: 'broken', because });
const risky = (because: string): Judgement => ({ severity: 'risky', because });
const untidy = (because: string): Judgement => ({ severity: 'untidy', because });

/** What it means that the target of a relation is not there; other relations are no problem. */
export const missingTargets: Readonly<Partial<Record<Relation, Judgement>>> = {
  mounts: broken('A Pod that mounts it cannot start.'),
  env: broken('A container that reads it cannot start.'),
  claims: broken('A Pod that mounts it is not scheduled.'),
  identity: broken('No Pod can be made without its ServiceAccount.'),
  priority: broken('The API server refuses Pods of an unknown priority.'),
  runtime: broken('The API server refuses Pods of an unknown runtime.'),
  allocation: broken('A Pod waits for the device it claims.'),
  class: broken('It waits until the class exists.'),
  network: broken('A Pod that joins it cannot start.'),
  routes: broken('Requests for this route are answered with an error.'),
  calls: broken('The API server cannot reach what should answer.'),
  scales: broken('There is nothing to scale.'),
  certificate: broken('HTTPS is answered with the wrong certificate, or not at all.'),
  pulls: risky('Pods start only as long as the image is on the node, or needs no login.'),
  governs: risky('Its Pods have no DNS names of their own.'),
  grants: risky(
    'The binding grants nothing; a role made under this name later is granted at once.',
  ),
  subject: risky('A ServiceAccount made under this name later has these rights at once.'),
  policy: risky('The binding applies no policy, so nothing is checked.'),
};

function ofReference({ relation }: ProblemOf<'missing-reference'>): Judgement {
  return missingTargets[relation] ?? untidy('It names something that is not there.');
}

function ofUnready({ word, state }: ProblemOf<'not-ready'>): Judgement {
  const some = /^([1-9]\d*)\/\d+ ready$/.exec(word);
  if (some !== null) return risky('The rest of it still works, with less in reserve.');
  return state === 'bad'
    ? broken('It did not do its work at capture.')
    : broken('It said itself that it did not work.');
}

type Judge<Code extends ProblemCode> = (problem: ProblemOf<Code>) => Judgement;

const judges: { readonly [Code in ProblemCode]: Judge<Code> } = {
  'crash-loop': () => broken('The container does not stay up.'),
  'image-pull': () => broken('The container cannot start without its image.'),
  unschedulable: () => broken('The Pod runs nowhere until a node takes it.'),
  'missing-reference': ofReference,
  'not-ready': ofUnready,
  'failed-job': () => broken('Its work was not done, and this Job does not try again.'),
  'webhook-nowhere': ({ failurePolicy }) =>
    failurePolicy === 'Fail'
      ? broken('With failurePolicy Fail, every request that it should check is refused.')
      : risky('With failurePolicy Ignore, requests go through unchecked.'),
  'empty-service': ({ isCalled }) =>
    isCalled
      ? broken('Something in this cluster leads to it, and nobody answers.')
      : risky('Whoever calls it gets no answer.'),
  'full-quota': () => risky('The next object that needs more of it is refused.'),
  'blocked-drain': () => risky('Draining a node, as upgrades do, waits for ever.'),
  'shared-budget': () => risky('The API server refuses to evict such a Pod, so a drain fails.'),
  'removed-api': () => risky('Applying the same manifest again fails.'),
  'deprecated-api': () => risky('Applying the same manifest fails after an upgrade.'),
  'empty-policy': () => untidy('It applies to nothing.'),
  'shared-service': () => untidy('One of the two is enough.'),
  'latest-tag': () => untidy('Two Pods may run different programs under one name.'),
  'missing-requests': () => untidy('The scheduler places the Pod as if it needed nothing.'),
  'unused-claim': () => untidy('Its storage is kept, and usually paid for.'),
  'unused-config': () => untidy('If nobody outside of the cluster reads it, it can go.'),
};

/** Codes of problems, what hurts most first. The order of every list of them. */
export const problemCodes = Object.keys(judges) as readonly ProblemCode[];

/** How bad a problem is, and why. */
export function judge(problem: Problem): Judgement {
  // Each code has the judge of its own problems; the compiler cannot follow the pair.
  const judgeOf = judges[problem.code] as Judge<ProblemCode>;
  return judgeOf(problem as ProblemOf<ProblemCode>);
}
