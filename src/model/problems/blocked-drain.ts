import { intOrString, number, part } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { placeOf } from './place.ts';
import type { Evidence, ProblemOf } from './problem.ts';

const readBudget = part({
  spec: part({ minAvailable: intOrString, maxUnavailable: intOrString }),
  status: part({ expectedPods: number, desiredHealthy: number }),
});

function blocked(model: Model, { id, object }: Entry): readonly ProblemOf<'blocked-drain'>[] {
  const { spec, status } = readBudget.read(object) ?? {};
  const { expectedPods: expected = 0, desiredHealthy: desired = 0 } = status ?? {};
  if (expected === 0 || desired < expected) return [];
  const pods = model.edgesFrom(id).filter(({ relation }) => relation === 'protects');
  const workloads = new Set(pods.flatMap(({ to }) => placeOf(model, to)?.id ?? []));
  const field = (path: string, value: string): Evidence => ({
    type: 'field',
    object: id,
    path,
    value,
  });
  const { minAvailable, maxUnavailable } = spec ?? {};
  return [
    {
      code: 'blocked-drain',
      at: id,
      expected,
      desired,
      workloads: [...workloads],
      evidence: [
        ...(minAvailable === undefined ? [] : [field('spec.minAvailable', minAvailable)]),
        ...(maxUnavailable === undefined ? [] : [field('spec.maxUnavailable', maxUnavailable)]),
        field('status.desiredHealthy', `${desired}`),
        field('status.expectedPods', `${expected}`),
      ],
    },
  ];
}

/**
 * Budgets that want every one of their Pods healthy, so that not even a well Pod may be evicted: most
 * often `minAvailable: 1` over a single replica.
 */
export function blockedDrains(model: Model): readonly ProblemOf<'blocked-drain'>[] {
  return model
    .ofKind({ group: 'policy', kind: 'PodDisruptionBudget' })
    .flatMap((budget) => blocked(model, budget));
}
