import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const verticalPodAutoscalerCheckpoint = defineKind({
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscalerCheckpoint',
  plural: 'verticalpodautoscalercheckpoints',
  shortNames: ['vpacheckpoint'],
  namespaced: true,
  category: 'workload',
  glyph: 'hpa',
  role: 'What a VerticalPodAutoscaler has learned of one container, kept for when the recommender restarts.',
  breaks: 'After its next restart the recommender starts to learn about the container anew.',
  schema: part({ spec: part({ vpaObjectName: text, containerName: text }) }),
  columns: { Name: nameCell, Age: ageCell },
  facts: { Container: ({ spec }) => spec?.containerName },
  references: ({ metadata: { namespace }, spec }) =>
    refer('about', 'VerticalPodAutoscaler.autoscaling.k8s.io', {
      name: spec?.vpaObjectName,
      namespace,
      path: 'spec.vpaObjectName',
      optional: true,
    }),
});
