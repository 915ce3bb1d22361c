/** What a PodGroup and the templates of a Workload share. */
import type { Reference } from '#kinds/reference.ts';
import type { PodSite } from './pod-template.ts';
import { refer } from './refer.ts';
import { claimReferences, resourceClaims } from './resource-claims.ts';
import { type Infer, number, part, record, text } from './schema.ts';

/** Fields of a group of pods that are scheduled together. */
export const podGroupFields = {
  priorityClassName: text,
  resourceClaims,
  schedulingPolicy: part({ basic: record, gang: part({ minCount: number }) }),
};
const PodGroupFields = part(podGroupFields);
type PodGroupFields = Infer<typeof PodGroupFields>;

/** Edges to the priority and the devices of a group; `site` is where its fields stand. */
export function podGroupReferences(
  group: PodGroupFields | undefined,
  site: PodSite,
): readonly Reference[] {
  return [
    ...refer('priority', 'PriorityClass.scheduling.k8s.io', {
      name: group?.priorityClassName,
      path: `${site.at}.priorityClassName`,
    }),
    ...claimReferences(group?.resourceClaims ?? [], site),
  ];
}

/** `all of at least 4 pods at once`, or `each pod by itself`. */
export function policyText({ schedulingPolicy: policy }: PodGroupFields): string | undefined {
  if (policy?.gang !== undefined)
    return `at least ${policy.gang.minCount ?? 1} pods at once, or none`;
  return policy?.basic === undefined ? undefined : 'each pod by itself';
}
