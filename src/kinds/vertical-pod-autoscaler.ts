import { groupOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions, findCondition } from './parts/condition.ts';
import { mapLines } from './parts/map-lines.ts';
import { refer } from './parts/refer.ts';
import { list, part, quantities, text } from './parts/schema.ts';

export const verticalPodAutoscaler = defineKind({
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
  plural: 'verticalpodautoscalers',
  shortNames: ['vpa'],
  namespaced: true,
  category: 'workload',
  glyph: 'hpa',
  role: "Watches what a workload's containers use and sets, or only recommends, what they request.",
  breaks: 'Requests stay as they were last set; nobody follows what the containers use any more.',
  schema: part({
    spec: part({
      targetRef: part({ apiVersion: text, kind: text, name: text }),
      updatePolicy: part({ updateMode: text }),
    }),
    status: part({
      conditions,
      recommendation: part({
        containerRecommendations: list(part({ containerName: text, target: quantities })),
      }),
    }),
  }),
  columns: {
    Name: nameCell,
    Mode: ({ spec }) => spec?.updatePolicy?.updateMode ?? '',
    CPU: ({ status }) => status?.recommendation?.containerRecommendations[0]?.target?.['cpu'] ?? '',
    Mem: ({ status }) =>
      status?.recommendation?.containerRecommendations[0]?.target?.['memory'] ?? '',
    Provided: ({ status }) =>
      findCondition(status?.conditions, 'RecommendationProvided')?.status ?? '',
    Age: ageCell,
  },
  facts: {
    Recommends: ({ status }) =>
      status?.recommendation?.containerRecommendations.map(
        ({ containerName, target }) => `${containerName}: ${mapLines(target)?.join(', ')}`,
      ),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => conditionHealth(status?.conditions, 'RecommendationProvided'),
  references: ({ metadata: { namespace }, spec }) => {
    const { apiVersion = '', kind = '', name } = spec?.targetRef ?? {};
    return refer('scales', groupKindKey({ group: groupOf(apiVersion), kind }), {
      name,
      namespace,
      path: 'spec.targetRef.name',
      detail: 'what its containers request',
    });
  },
});
