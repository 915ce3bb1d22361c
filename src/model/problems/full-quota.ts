import { part, quantities } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { quantityValue } from '#snapshot/quantity.ts';
import type { ProblemOf } from './problem.ts';

const readQuota = part({ status: part({ hard: quantities, used: quantities }) });

/** Resources of a quota that are used up. An allowance of nothing is a ban, and meant so. */
function full({ id, object }: Entry): readonly ProblemOf<'full-quota'>[] {
  const { hard = {}, used = {} } = readQuota.read(object)?.status ?? {};
  return Object.keys(hard)
    .sort(compareCodePoints)
    .flatMap((resource) => {
      const allowed = quantityValue(hard[resource]) ?? 0;
      const taken = Object.hasOwn(used, resource) ? (quantityValue(used[resource]) ?? 0) : 0;
      if (allowed <= 0 || taken < allowed) return [];
      const quota = { resource, used: used[resource] ?? '', hard: hard[resource] ?? '' };
      const field = (name: 'used' | 'hard') => ({
        type: 'field' as const,
        object: id,
        path: `status.${name}["${resource}"]`,
        value: quota[name],
      });
      return [
        {
          code: 'full-quota' as const,
          at: id,
          ...quota,
          evidence: [field('used'), field('hard')],
        },
      ];
    });
}

/** Quotas of which a resource is used up: nothing more of it is let in. */
export function fullQuotas(model: Model): readonly ProblemOf<'full-quota'>[] {
  return model.ofKind({ group: '', kind: 'ResourceQuota' }).flatMap(full);
}
