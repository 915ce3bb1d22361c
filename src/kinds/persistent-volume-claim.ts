import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind, type Health, type Read } from './kind.ts';
import { accessModes } from './parts/access-modes.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { refer } from './parts/refer.ts';
import { type Infer, intOrString, list, part, text } from './parts/schema.ts';
import { storageClassName, storageClassReference } from './parts/storage-class-name.ts';
import type { Reference } from './reference.ts';

const dataSource = part({ apiGroup: text, kind: text, name: text, namespace: text });

const ClaimFields = part({
  spec: part({
    accessModes: list(text),
    resources: part({ requests: part({ storage: intOrString }) }),
    volumeName: text,
    storageClassName: text,
    volumeAttributesClassName: text,
    volumeMode: text,
    selector: labelSelector,
    dataSource,
    dataSourceRef: dataSource,
  }),
  status: part({
    phase: text,
    accessModes: list(text),
    capacity: part({ storage: intOrString }),
    conditions,
  }),
});
type ClaimFields = Read<Infer<typeof ClaimFields>>;

export const persistentVolumeClaim = defineKind({
  group: '',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  shortNames: ['pvc'],
  namespaced: true,
  category: 'storage',
  glyph: 'persistentvolumeclaim',
  role: 'A request for storage by size, access and class, and the name by which pods mount the volume it got.',
  breaks:
    'Deletion waits until no pod uses it. Then its pods cannot start again, and the reclaim policy of its volume decides about the data.',
  schema: ClaimFields,
  columns: {
    Name: nameCell,
    Status: phaseOf,
    Volume: ({ spec }) => spec?.volumeName ?? '',
    Capacity: (claim) => (isPlaced(claim) ? (claim.status?.capacity?.storage ?? '') : ''),
    'Access Modes': (claim) =>
      isPlaced(claim) ? accessModes(claim.status?.accessModes ?? []) : '',
    StorageClass: storageClassName,
    VolumeAttributesClass: ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>',
    Age: ageCell,
  },
  observed: ['Status'],
  wide: { VolumeMode: ({ spec }) => spec?.volumeMode ?? '<unset>' },
  facts: {
    Requests: ({ spec }) => spec?.resources?.requests?.storage,
    'Asks for': ({ spec }) => spec?.accessModes,
    'Volume mode': ({ spec }) => spec?.volumeMode,
    Provisioner: ({ metadata }) =>
      metadata.annotations?.['volume.kubernetes.io/storage-provisioner'] ??
      metadata.annotations?.['volume.beta.kubernetes.io/storage-provisioner'],
    'Placed for node': ({ metadata }) =>
      metadata.annotations?.['volume.kubernetes.io/selected-node'],
    Selector: ({ spec }) => formatSelector(spec?.selector),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: (claim) => {
    const word = phaseOf(claim);
    return word === '' ? undefined : { state: states[word] ?? 'warn', word };
  },
  references: (claim) => [
    ...refer('bound', 'PersistentVolume', {
      name: claim.spec?.volumeName,
      path: 'spec.volumeName',
    }),
    ...storageClassReference(claim),
    ...refer('class', 'VolumeAttributesClass.storage.k8s.io', {
      name: claim.spec?.volumeAttributesClassName,
      path: 'spec.volumeAttributesClassName',
    }),
    ...sourceReference(claim),
  ],
});

const states: Readonly<Record<string, Health['state']>> = { Bound: 'ok', Lost: 'bad' };

function phaseOf({ metadata, status }: ClaimFields): string {
  return metadata.deletionTimestamp === undefined ? (status?.phase ?? '') : 'Terminating';
}

// kubectl shows size and modes only once a volume is chosen.
function isPlaced({ spec }: ClaimFields): boolean {
  return Boolean(spec?.volumeName);
}

// The API server keeps both fields equal, except that only dataSourceRef may name another namespace.
function sourceReference({ metadata, spec }: ClaimFields): readonly Reference[] {
  const field = spec?.dataSourceRef === undefined ? 'dataSource' : 'dataSourceRef';
  const source = spec?.[field];
  if (source?.kind === undefined) return [];
  return refer('source', groupKindKey({ group: source.apiGroup ?? '', kind: source.kind }), {
    name: source.name,
    namespace: source.namespace ?? metadata.namespace,
    path: `spec.${field}.name`,
    // It may be deleted once the volume is filled.
    optional: true,
  });
}
