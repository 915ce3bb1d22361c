import { formatLabels } from '#kinds/parts/label-selector.ts';
import { flag, list, number, optionalList, part, strings, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { group, lines, plain, value, values } from './description.ts';
import { goList, yesNo } from './parts/go-text.ts';
import { createdItem, metadataItems, nameItem } from './parts/metadata.ts';

const StorageClass = part({
  provisioner: text,
  parameters: strings,
  allowVolumeExpansion: flag,
  mountOptions: list(text),
  reclaimPolicy: text,
  volumeBindingMode: text,
  allowedTopologies: optionalList(
    part({ matchLabelExpressions: list(part({ key: text, values: list(text) })) }),
  ),
});

const defaultAnnotations = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** Annotations stand on one line here, the document of `kubectl apply` among them. */
export const describeStorageClass: Describer = ({ entry: { object } }) => {
  const { annotations = {} } = object.metadata;
  const storage = StorageClass.read(object) ?? { mountOptions: [] };
  const isDefault = defaultAnnotations.some((name) => annotations[name] === 'true');
  const topologies = storage.allowedTopologies?.map(({ matchLabelExpressions }, i) =>
    values(
      `Term ${i}`,
      matchLabelExpressions.map(
        ({ key = '', values: allowed }) => `${key} in [${allowed.join(', ')}]`,
      ),
    ),
  );
  return [
    nameItem(object),
    value('IsDefaultClass', isDefault ? 'Yes' : 'No'),
    value('Annotations', formatLabels(annotations)),
    value('Provisioner', storage.provisioner ?? ''),
    value('Parameters', formatLabels(storage.parameters)),
    value('AllowVolumeExpansion', yesNo(storage.allowVolumeExpansion)),
    lines('MountOptions', storage.mountOptions),
    plain('ReclaimPolicy', storage.reclaimPolicy),
    plain('VolumeBindingMode', storage.volumeBindingMode),
    topologies &&
      (topologies.length === 0
        ? values('AllowedTopologies', [])
        : group('AllowedTopologies', topologies)),
  ];
};

const VolumeAttributesClass = part({ driverName: text, parameters: strings });

/** Parameters stand on one line, sorted. */
export const describeVolumeAttributesClass: Describer = ({ entry: { object } }) => {
  const { driverName = '', parameters } = VolumeAttributesClass.read(object) ?? {};
  return [
    nameItem(object),
    value('Annotations', formatLabels(object.metadata.annotations)),
    value('DriverName', driverName),
    value('Parameters', formatLabels(parameters)),
  ];
};

const CsiNode = part({
  spec: part({
    drivers: optionalList(
      part({
        name: text,
        nodeID: text,
        allocatable: part({ count: number }),
        topologyKeys: optionalList(text),
      }),
    ),
  }),
});

/** A group for each driver on the node. */
export const describeCsiNode: Describer = ({ entry: { object } }) => {
  const drivers = CsiNode.read(object)?.spec?.drivers;
  return [
    nameItem(object),
    ...metadataItems(object),
    createdItem(object),
    group('Spec', [
      drivers &&
        group(
          'Drivers',
          drivers.map(({ name = '', nodeID = '', allocatable, topologyKeys }) =>
            group(name, [
              value('Node ID', nodeID),
              allocatable?.count === undefined
                ? undefined
                : group('Allocatables', [plain('Count', allocatable.count)]),
              topologyKeys && value('Topology Keys', goList(topologyKeys)),
            ]),
          ),
        ),
    ]),
  ];
};
