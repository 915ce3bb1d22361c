import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions } from './parts/condition.ts';
import { createdCell } from './parts/created-cell.ts';
import { podGroupFields, podGroupReferences, policyText } from './parts/pod-group.ts';
import { resourceClaimStatuses } from './parts/pod-status.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const podGroup = defineKind({
  group: 'scheduling.k8s.io',
  kind: 'PodGroup',
  plural: 'podgroups',
  namespaced: true,
  category: 'workload',
  glyph: 'pod',
  role: 'Pods that are scheduled together: all of them find a node at once, or none does.',
  breaks: 'Its pods that still wait are no longer scheduled together; those that run stay.',
  schema: part({
    spec: part({
      ...podGroupFields,
      podGroupTemplateRef: part({
        workload: part({ workloadName: text, podGroupTemplateName: text }),
      }),
    }),
    status: part({ conditions, resourceClaimStatuses }),
  }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Scheduled: ({ spec }) => spec && policyText(spec),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => conditionHealth(status?.conditions, 'PodGroupScheduled'),
  references: ({ metadata: { namespace }, spec, status }) => [
    ...refer('about', 'Workload.scheduling.k8s.io', {
      name: spec?.podGroupTemplateRef?.workload?.workloadName,
      namespace,
      path: 'spec.podGroupTemplateRef.workload.workloadName',
      detail: `template ${spec?.podGroupTemplateRef?.workload?.podGroupTemplateName}`,
    }),
    ...podGroupReferences(spec, { at: 'spec', namespace }),
    ...(status?.resourceClaimStatuses ?? []).flatMap(({ name, resourceClaimName }) =>
      refer('allocation', 'ResourceClaim.resource.k8s.io', {
        name: resourceClaimName,
        namespace,
        path: `status.resourceClaimStatuses[name=${name}].resourceClaimName`,
      }),
    ),
  ],
});
