import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { mapLines } from './parts/map-lines.ts';
import { refer } from './parts/refer.ts';
import { flag, part, strings, text } from './parts/schema.ts';

const failure = part({ message: text, time: text });

export const volumeAttachment = defineKind({
  group: 'storage.k8s.io',
  kind: 'VolumeAttachment',
  plural: 'volumeattachments',
  namespaced: false,
  category: 'storage',
  glyph: 'persistentvolume',
  role: 'The order to attach a volume to a node, and whether the storage driver has done it.',
  breaks:
    'The driver detaches the volume from the node, and pods there that use it lose access to their data.',
  schema: part({
    spec: part({ attacher: text, nodeName: text, source: part({ persistentVolumeName: text }) }),
    status: part({
      attached: flag,
      attachmentMetadata: strings,
      attachError: failure,
      detachError: failure,
    }),
  }),
  columns: {
    Name: nameCell,
    Attacher: ({ spec }) => spec?.attacher ?? '',
    PV: ({ spec }) => spec?.source?.persistentVolumeName ?? '',
    Node: ({ spec }) => spec?.nodeName ?? '',
    Attached: ({ status }) => String(status?.attached ?? false),
    Age: ageCell,
  },
  facts: {
    'On the node as': ({ status }) => mapLines(status?.attachmentMetadata),
    'Attaching failed': ({ status }) => status?.attachError?.message,
    'Detaching failed': ({ status }) => status?.detachError?.message,
  },
  health: ({ status }) => {
    if (status?.attachError ?? status?.detachError) return { state: 'bad', word: 'Failed' };
    return status?.attached === true
      ? { state: 'ok', word: 'Attached' }
      : { state: 'warn', word: 'Not attached' };
  },
  references: ({ spec }) => [
    ...refer('attaches', 'PersistentVolume', {
      name: spec?.source?.persistentVolumeName,
      path: 'spec.source.persistentVolumeName',
    }),
    ...refer('attachesTo', 'Node', { name: spec?.nodeName, path: 'spec.nodeName' }),
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: spec?.attacher,
      path: 'spec.attacher',
      optional: true,
    }),
  ],
});
