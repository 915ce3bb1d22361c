import type { Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { blockedDrains } from './blocked-drain.ts';
import { emptyPolicies, emptyServices } from './empty-selector.ts';
import { fullQuotas } from './full-quota.ts';
import { floatingImages } from './image-tag.ts';
import { missingReferences } from './missing-reference.ts';
import { missingRequests } from './missing-requests.ts';
import { unwell } from './not-ready.ts';
import { oldApis } from './old-api.ts';
import type { Problem } from './problem.ts';
import { judge, problemCodes, severities } from './severity.ts';
import { sharedBudgets, sharedServices } from './shared-pods.ts';
import { unusedClaims, unusedConfig } from './unused.ts';
import { silentWebhooks } from './webhook-nowhere.ts';

/** Every problem that a snapshot proves. */
export interface Problems {
  /** The worst first; of one severity by code, of one code in the model's order. */
  readonly all: readonly Problem[];
  /** Those that are told at an object, or that a field of it or of what it made proves. */
  at(id: ObjectId): readonly Problem[];
}

const finders: readonly ((model: Model) => readonly Problem[])[] = [
  missingReferences,
  unwell,
  silentWebhooks,
  emptyServices,
  fullQuotas,
  blockedDrains,
  sharedBudgets,
  oldApis,
  emptyPolicies,
  sharedServices,
  floatingImages,
  missingRequests,
  unusedClaims,
  unusedConfig,
];

/** The problems of a snapshot, found when first asked for. */
export function problemsOf(model: Model): Problems {
  return {
    get all() {
      return found(model).all;
    },
    at: (id) => problemsAt(model, id),
  };
}

const problemsAt = question(
  'problemsAt',
  (model, id: ObjectId) => found(model).byPlace.get(id) ?? [],
);

const found = oncePerModel((model) => {
  const found = withoutConsequences(finders.flatMap((finder) => finder(model)));
  const all = found.toSorted((a, b) => badness(a) - badness(b) || codeOrder(a) - codeOrder(b));
  const byPlace = new Map<ObjectId, Problem[]>();
  for (const problem of all) {
    for (const id of placesOf(model, problem)) {
      const others = byPlace.get(id);
      if (others === undefined) byPlace.set(id, [problem]);
      else others.push(problem);
    }
  }
  return { all, byPlace };
});

function badness(problem: Problem): number {
  return severities.indexOf(judge(problem).severity);
}

function codeOrder({ code }: Problem): number {
  return problemCodes.indexOf(code);
}

function placesOf(model: Model, { at, evidence }: Problem): ReadonlySet<ObjectId> {
  const proving = evidence.flatMap((each) =>
    each.type === 'field' ? [each.object, model.home(each.object)] : [],
  );
  return new Set([at, ...proving]);
}

/**
 * A workload that is not ready for want of what it names, and a claim that waits for a class that is not
 * there, are told once, by what is missing.
 */
function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  const wanting = new Set(
    problems.flatMap((problem) =>
      problem.code === 'missing-reference' && judge(problem).severity === 'broken'
        ? [problem.at]
        : [],
    ),
  );
  return problems.filter(
    (problem) =>
      problem.code !== 'not-ready' ||
      !wanting.has(problem.at) ||
      (problem.cause !== undefined && problem.cause.cause !== 'waiting'),
  );
}
