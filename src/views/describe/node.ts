import { nodeRoles } from '#kinds/node.ts';
import { flag, type Infer, list, part, quantities, text } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { Describer, Subject } from './describer.ts';
import { group, type Item, table, value, values } from './description.ts';
import { nodeResourceItems } from './node-resources.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { orUnset, timeText } from './parts/go-text.ts';
import { createdItem, metadataItems, nameItem } from './parts/metadata.ts';
import { type Amounts, amountItems } from './parts/resources.ts';

const Node = part({
  spec: part({
    taints: list(part({ key: text, value: text, effect: text })),
    unschedulable: flag,
    podCIDR: text,
    podCIDRs: list(text),
    providerID: text,
  }),
  status: part({
    conditions: Conditions,
    addresses: list(part({ type: text, address: text })),
    capacity: quantities,
    allocatable: quantities,
    nodeInfo: part({
      machineID: text,
      systemUUID: text,
      bootID: text,
      kernelVersion: text,
      osImage: text,
      operatingSystem: text,
      architecture: text,
      containerRuntimeVersion: text,
      kubeletVersion: text,
    }),
  }),
});
type Node = Infer<typeof Node>;

const conditionHeads = [
  'Type',
  'Status',
  'LastHeartbeatTime',
  'LastTransitionTime',
  'Reason',
  'Message',
] as const;

/** With its Lease, and with the Pods on it and what they take. */
export const describeNode: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Node.read(object) ?? {};
  return [
    nameItem(object),
    value('Roles', nodeRoles(object.metadata.labels).join(',') || '<none>'),
    ...metadataItems(object),
    createdItem(object),
    taintsItem(spec?.taints ?? []),
    value('Unschedulable', String(spec?.unschedulable ?? false)),
    leaseItem(subject),
    conditionTable(status?.conditions, conditionHeads),
    group(
      'Addresses',
      (status?.addresses ?? []).map(({ type = '', address = '' }) => value(type, address)),
    ),
    amountsItem('Capacity', status?.capacity),
    amountsItem('Allocatable', status?.allocatable),
    slicesItem(subject),
    systemItem(status?.nodeInfo ?? {}),
    value('PodCIDR', spec?.podCIDR || undefined),
    spec?.podCIDRs.length ? values('PodCIDRs', spec.podCIDRs, ',') : undefined,
    value('ProviderID', spec?.providerID || undefined),
    ...nodeResourceItems(subject, status?.allocatable ?? status?.capacity),
  ];
};

function taintsItem(taints: NonNullable<Node['spec']>['taints']): Item {
  return values(
    'Taints',
    taints
      .toSorted((a, b) => compareCodePoints(`${a.effect},${a.key}`, `${b.effect},${b.key}`))
      .map(({ key = '', value: of = '', effect = '' }) =>
        [key, of && `=${of}`, effect && `:${effect}`].join(''),
      ),
  );
}

const Lease = part({ spec: part({ holderIdentity: text, acquireTime: text, renewTime: text }) });
const leaseNamespace = 'kube-node-lease';

/** The Lease by which the kubelet says that it is alive. */
function leaseItem({ model, entry }: Subject): Item | undefined {
  const { name } = entry.object.metadata;
  const lease = { group: 'coordination.k8s.io', kind: 'Lease' };
  const names = objectId({ ...lease, namespace: leaseNamespace, name });
  const found = model.get(names);
  if (found === undefined) {
    const isKnown = model.holdsAll(lease, leaseNamespace);
    const why = isKnown ? `leases.coordination.k8s.io "${name}" not found` : 'not captured';
    return value('Lease', `Failed to get lease: ${why}`);
  }
  const { holderIdentity, acquireTime, renewTime } = Lease.read(found.object)?.spec ?? {};
  const timeOrUnset = (time: string | undefined) =>
    time === undefined ? '<unset>' : timeText(time);
  return group('Lease', [
    value('HolderIdentity', { text: orUnset(holderIdentity), names }),
    value('AcquireTime', timeOrUnset(acquireTime)),
    value('RenewTime', timeOrUnset(renewTime)),
  ]);
}

function amountsItem(label: string, amounts: Amounts): Item | undefined {
  return Object.keys(amounts ?? {}).length === 0 ? undefined : group(label, amountItems(amounts));
}

const Slice = part({
  spec: part({ nodeName: text, driver: text, pool: part({ name: text }), devices: list(part({})) }),
});
const maxPools = 10;

/** Devices of the node by the pool they are in; nothing where it has none. */
function slicesItem({ model, entry }: Subject): Item | undefined {
  const { name } = entry.object.metadata;
  const slices = model
    .ofKind({ group: 'resource.k8s.io', kind: 'ResourceSlice' })
    .flatMap(({ object }) => Slice.read(object)?.spec ?? [])
    .filter(({ nodeName }) => nodeName === name);
  if (slices.length === 0) return undefined;
  const pools = [...Map.groupBy(slices, ({ driver, pool }) => `${driver}/${pool?.name}`)]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, all]) => [
      all[0]?.driver ?? '',
      all[0]?.pool?.name ?? '',
      String(all.length),
      String(all.reduce((sum, { devices }) => sum + devices.length, 0)),
    ]);
  const rest = pools.length - maxPools;
  const rows = [...pools.slice(0, maxPools), ...(rest > 0 ? [[`...and ${rest} more pools`]] : [])];
  return table('Node-Local ResourceSlices', ['Driver', 'Pool', 'Slices', 'Devices'], rows);
}

function systemItem(info: NonNullable<NonNullable<Node['status']>['nodeInfo']>): Item {
  return group('System Info', [
    value('Machine ID', info.machineID ?? ''),
    value('System UUID', info.systemUUID ?? ''),
    value('Boot ID', info.bootID ?? ''),
    value('Kernel Version', info.kernelVersion ?? ''),
    value('OS Image', info.osImage ?? ''),
    value('Operating System', info.operatingSystem ?? ''),
    value('Architecture', info.architecture ?? ''),
    value('Container Runtime Version', info.containerRuntimeVersion ?? ''),
    value('Kubelet Version', info.kubeletVersion ?? ''),
  ]);
}
