import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { createdCell } from './parts/created-cell.ts';
import { podGroupFields, podGroupReferences, policyText } from './parts/pod-group.ts';
import { refer } from './parts/refer.ts';
import { list, part, text } from './parts/schema.ts';

export const workload = defineKind({
  group: 'scheduling.k8s.io',
  kind: 'Workload',
  plural: 'workloads',
  namespaced: true,
  category: 'workload',
  glyph: 'job',
  role: 'Tells the scheduler which groups of pods an application has, so that each starts as a whole.',
  breaks: 'No new group of its pods is scheduled as a whole; those that exist stay.',
  schema: part({
    spec: part({
      controllerRef: part({ apiGroup: text, kind: text, name: text }),
      podGroupTemplates: list(part({ name: text, ...podGroupFields })),
    }),
  }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Groups: ({ spec }) =>
      spec?.podGroupTemplates.map((each) => `${each.name}: ${policyText(each) ?? 'no policy'}`),
  },
  references: ({ metadata: { namespace }, spec }) => {
    const { apiGroup = '', kind = '', name } = spec?.controllerRef ?? {};
    return [
      ...refer('about', groupKindKey({ group: apiGroup, kind }), {
        name,
        namespace,
        path: 'spec.controllerRef.name',
      }),
      ...(spec?.podGroupTemplates ?? []).flatMap((template) =>
        podGroupReferences(template, {
          at: `spec.podGroupTemplates[name=${template.name}]`,
          namespace,
        }),
      ),
    ];
  },
});
