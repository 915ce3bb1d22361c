import { defineKind, type Read } from './kind.ts';
import { ageCell, containersCell, count, imagesCell, nameCell } from './parts/columns.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate } from './parts/pod-template.ts';
import { refer } from './parts/refer.ts';
import { readyHealth, strategyLine } from './parts/replicas.ts';
import { type Infer, intOrString, list, number, numberOr, part, text } from './parts/schema.ts';
import type { Reference } from './reference.ts';

const schema = part({
  spec: part({
    replicas: numberOr(1),
    selector: labelSelector,
    template: PodTemplate,
    serviceName: text,
    podManagementPolicy: text,
    updateStrategy: part({
      type: text,
      rollingUpdate: part({ partition: number, maxUnavailable: intOrString }),
    }),
    revisionHistoryLimit: number,
    ordinals: part({ start: number }),
    persistentVolumeClaimRetentionPolicy: part({ whenDeleted: text, whenScaled: text }),
    volumeClaimTemplates: list(
      part({
        metadata: part({ name: text }),
        spec: part({
          storageClassName: text,
          resources: part({ requests: part({ storage: intOrString }) }),
        }),
      }),
    ),
  }),
  status: part({ readyReplicas: number }),
});
type Shape = Infer<typeof schema>;

export const statefulSet = defineKind({
  group: 'apps',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  shortNames: ['sts'],
  namespaced: true,
  category: 'workload',
  glyph: 'statefulset',
  role: 'Keeps numbered pods, each with a stable name and claims of its own that outlive it.',
  breaks:
    'Its pods stop, usually those of a database or a queue; unless its retention policy says otherwise, their claims and data stay.',
  inAll: true,
  schema,
  columns: {
    Name: nameCell,
    Ready: ({ spec, status }) => `${count(status?.readyReplicas)}/${count(spec?.replicas)}`,
    Age: ageCell,
  },
  observed: ['Ready'],
  wide: { Containers: containersCell, Images: imagesCell },
  facts: {
    'Governing Service': ({ spec }) => spec?.serviceName,
    Selector: ({ spec }) => formatSelector(spec?.selector),
    'Update strategy': ({ spec }) =>
      strategyLine(spec?.updateStrategy?.type, {
        partition: spec?.updateStrategy?.rollingUpdate?.partition,
        'max unavailable': spec?.updateStrategy?.rollingUpdate?.maxUnavailable,
      }),
    'Pod management': ({ spec }) => spec?.podManagementPolicy,
    'Claim templates': ({ spec }) => spec?.volumeClaimTemplates.map(claimLine),
    'Claim retention': ({ spec }) => {
      const { whenDeleted, whenScaled } = spec?.persistentVolumeClaimRetentionPolicy ?? {};
      if (!whenDeleted || !spec?.volumeClaimTemplates.length) return undefined;
      return `${whenDeleted} when deleted, ${whenScaled} when scaled down`;
    },
    'Revision history limit': ({ spec }) => spec?.revisionHistoryLimit?.toString(),
    ...templateFacts,
  },
  health: ({ spec, status }) => readyHealth(status?.readyReplicas, spec?.replicas),
  references: (object) => {
    const { namespace } = object.metadata;
    return [
      ...templateReferences(object.spec?.template, { at: 'spec.template', namespace }),
      ...refer('governs', 'Service', {
        name: object.spec?.serviceName,
        namespace,
        path: 'spec.serviceName',
      }),
      ...claimReferences(object),
    ];
  },
});

type ClaimTemplate = NonNullable<Shape['spec']>['volumeClaimTemplates'][number];

function claimLine({ metadata, spec }: ClaimTemplate): string {
  const size = spec?.resources?.requests?.storage ?? 'no size';
  return `${metadata?.name}: ${size}, ${spec?.storageClassName ?? 'default class'}`;
}

// A hostile object may ask for a billion replicas.
const mostOrdinals = 1000;

/** Each ordinal has a claim per template, named `<template>-<StatefulSet>-<ordinal>`. */
function claimReferences({ metadata, spec }: Read<Shape>): readonly Reference[] {
  const start = spec?.ordinals?.start ?? 0;
  const length = Math.min(spec?.replicas ?? 0, mostOrdinals);
  const ordinals = Array.from({ length }, (_, index) => start + index);
  return (spec?.volumeClaimTemplates ?? []).flatMap((template, index) => {
    const path = `spec.volumeClaimTemplates[${index}]`;
    return [
      ...refer('class', 'StorageClass.storage.k8s.io', {
        name: template.spec?.storageClassName,
        path: `${path}.spec.storageClassName`,
      }),
      ...ordinals.flatMap((ordinal) =>
        refer('claims', 'PersistentVolumeClaim', {
          name: `${template.metadata?.name}-${metadata.name}-${ordinal}`,
          namespace: metadata.namespace,
          path,
          // Made with its pod, which may still wait for its turn.
          optional: true,
          detail: `pod ${metadata.name}-${ordinal}`,
        }),
      ),
    ];
  });
}
