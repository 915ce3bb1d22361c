import { defineKind } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { flag, list, part, text } from './parts/schema.ts';

export const csiDriver = defineKind({
  group: 'storage.k8s.io',
  kind: 'CSIDriver',
  plural: 'csidrivers',
  namespaced: false,
  category: 'storage',
  glyph: 'csidriver',
  role: 'Registers a storage driver and says what Kubernetes has to do for it.',
  breaks:
    'Kubernetes falls back to its defaults for the driver, so attaching, mounting or file ownership may go wrong for new pods.',
  schema: part({
    spec: part({
      attachRequired: flag,
      podInfoOnMount: flag,
      storageCapacity: flag,
      requiresRepublish: flag,
      seLinuxMount: flag,
      fsGroupPolicy: text,
      volumeLifecycleModes: list(text),
      tokenRequests: list(part({ audience: text })),
    }),
  }),
  columns: {
    Name: nameCell,
    AttachRequired: ({ spec }) => String(spec?.attachRequired ?? true),
    PodInfoOnMount: ({ spec }) => String(spec?.podInfoOnMount ?? false),
    StorageCapacity: ({ spec }) => String(spec?.storageCapacity ?? false),
    TokenRequests: ({ spec }) => audiences(spec?.tokenRequests) || '<unset>',
    RequiresRepublish: ({ spec }) => String(spec?.requiresRepublish ?? false),
    Modes: ({ spec }) => orNone(spec?.volumeLifecycleModes.join(',')),
    Age: ageCell,
  },
  facts: {
    Attaching: ({ spec }) =>
      spec?.attachRequired === false
        ? 'not needed: volumes are mounted directly'
        : 'by a VolumeAttachment for each node that mounts a volume',
    'Group ownership of files': ({ spec }) => fsGroup[spec?.fsGroupPolicy ?? ''],
    'Pod details on mount': ({ spec }) =>
      spec?.podInfoOnMount === true ? 'the driver is told which pod mounts' : undefined,
    'Free capacity': ({ spec }) =>
      spec?.storageCapacity === true ? 'reported, and the scheduler looks at it' : undefined,
    'SELinux labels': ({ spec }) =>
      spec?.seLinuxMount === true ? 'set by a mount option' : undefined,
  },
});

const fsGroup: Readonly<Record<string, string>> = {
  File: "set to the pod's fsGroup on every mount",
  None: 'left as it is',
  ReadWriteOnceWithFSType: "set to the pod's fsGroup, for ReadWriteOnce volumes with a file system",
};

function audiences(requests: readonly { audience?: string | undefined }[] | undefined): string {
  return (requests ?? []).map(({ audience }) => audience ?? '').join(',');
}
