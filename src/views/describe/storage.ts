/** Claims, volumes and their classes. */
import { accessModes } from '#kinds/parts/access-modes.ts';
import { age } from '#kinds/parts/duration.ts';
import { type Infer, list, part, quantities, record, text } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Describer, Subject } from './describer.ts';
import { group, type Item, plain, value, values } from './description.ts';
import { ClaimSpec, dataSourceItem, storageClassItem } from './parts/claim.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { goList } from './parts/go-text.ts';
import { metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';
import { amountText } from './parts/resources.ts';
import { sourceItems } from './parts/volumes.ts';

const Claim = part({
  spec: ClaimSpec,
  status: part({
    phase: text,
    accessModes: list(text),
    capacity: quantities,
    conditions: Conditions,
  }),
});

const claimConditions = [
  'Type',
  'Status',
  'LastProbeTime',
  'LastTransitionTime',
  'Reason',
  'Message',
] as const;

/** The Pods that use it are found among the relations. */
export const describePersistentVolumeClaim: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Claim.read(object) ?? {};
  const volume = spec?.volumeName ?? '';
  return [
    nameItem(object),
    namespaceItem(object),
    storageClassItem({ metadata: object.metadata, spec }),
    statusItem(subject, status?.phase),
    value('Volume', naming({ kind: 'PersistentVolume' }, volume)),
    ...metadataItems(object),
    finalizersItem(object),
    // Before there is a volume nobody knows how large it will be.
    value('Capacity', volume && amountText(status?.capacity?.['storage'])),
    value('Access Modes', volume && accessModes(status?.accessModes ?? [])),
    plain('VolumeMode', spec?.volumeMode),
    dataSourceItem(spec),
    usedByItem(subject),
    conditionTable(status?.conditions, claimConditions),
  ];
};

function statusItem({ entry, now }: Subject, phase = ''): Item | undefined {
  const deleted = entry.object.metadata.deletionTimestamp;
  return value('Status', deleted ? `Terminating (lasts ${age(deleted, now)})` : phase);
}

function finalizersItem({ metadata }: KubeObject): Item | undefined {
  return value('Finalizers', goList(list(text).read(metadata['finalizers'])));
}

/** The Pods that mount a claim. */
function usedByItem({ model, entry: { id, object } }: Subject): Item {
  const { namespace } = object.metadata;
  const mounts = model.edgesTo(id).filter(({ path }) => path.startsWith('spec.volumes'));
  const pods = [...new Set(mounts.map(({ from }) => from))]
    .flatMap((from) => model.get(from) ?? [])
    .filter((user) => user.object.kind === 'Pod')
    .map((user) => user.object.metadata.name)
    .sort(compareCodePoints);
  return values(
    'Used By',
    pods.map((name) => naming({ kind: 'Pod' }, name, namespace)),
  );
}

const Volume = part({
  spec: part({
    storageClassName: text,
    persistentVolumeReclaimPolicy: text,
    accessModes: list(text),
    volumeMode: text,
    capacity: quantities,
    claimRef: part({ namespace: text, name: text }),
    nodeAffinity: part({
      required: part({
        nodeSelectorTerms: list(
          part({ matchExpressions: list(part({ key: text, operator: text, values: list(text) })) }),
        ),
      }),
    }),
  }),
  status: part({ phase: text, message: text }),
});
type VolumeSpec = Infer<typeof Volume>['spec'];
const Spec = part({ spec: record });

/** Of what it is kept on the first source counts. */
export const describePersistentVolume: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Volume.read(object) ?? {};
  const { namespace, name = '' } = spec?.claimRef ?? {};
  const claim = { ...naming({ kind: 'PersistentVolumeClaim' }, name, namespace) };
  const site = { namespace, isPersistent: true };
  return [
    nameItem(object),
    ...metadataItems(object),
    finalizersItem(object),
    storageClassItem({ metadata: object.metadata, spec }),
    statusItem(subject, status?.phase),
    value('Claim', spec?.claimRef ? { ...claim, text: `${namespace ?? ''}/${name}` } : ''),
    value('Reclaim Policy', spec?.persistentVolumeReclaimPolicy ?? ''),
    value('Access Modes', accessModes(spec?.accessModes ?? [])),
    plain('VolumeMode', spec?.volumeMode),
    value('Capacity', amountText(spec?.capacity?.['storage'])),
    nodeAffinityItem(spec),
    value('Message', status?.message ?? ''),
    group('Source', sourceItems(Spec.read(object)?.spec ?? {}, site), 4),
  ];
};

function nodeAffinityItem(spec: VolumeSpec): Item {
  const required = spec?.nodeAffinity?.required;
  if (required === undefined) return values('Node Affinity', []);
  const terms = required.nodeSelectorTerms.map(({ matchExpressions }, i) =>
    values(
      `Term ${i}`,
      matchExpressions.map(({ key = '', operator = '', values: allowed }) => {
        const from = allowed.length === 0 ? '' : ` [${allowed.join(', ')}]`;
        return `${key} ${operator.toLowerCase()}${from}`;
      }),
    ),
  );
  return group('Node Affinity', [
    terms.length === 0 ? values('Required Terms', []) : group('Required Terms', terms),
  ]);
}
