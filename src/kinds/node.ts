import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { type Condition, conditionLine, conditions, findCondition } from './parts/condition.ts';
import { mapLines } from './parts/map-lines.ts';
import { flag, type Infer, list, part, quantities, text } from './parts/schema.ts';

const amounts = quantities;

const NodeFields = part({
  spec: part({
    unschedulable: flag,
    podCIDR: text,
    podCIDRs: list(text),
    providerID: text,
    taints: list(part({ key: text, value: text, effect: text })),
  }),
  status: part({
    conditions,
    addresses: list(part({ type: text, address: text })),
    capacity: amounts,
    allocatable: amounts,
    nodeInfo: part({
      kubeletVersion: text,
      osImage: text,
      operatingSystem: text,
      architecture: text,
      kernelVersion: text,
      containerRuntimeVersion: text,
    }),
  }),
});
type NodeFields = Read<Infer<typeof NodeFields>>;

export const node = defineKind({
  group: '',
  kind: 'Node',
  plural: 'nodes',
  shortNames: ['no'],
  namespaced: false,
  category: 'machine',
  glyph: 'node',
  role: 'One machine of the cluster, as its kubelet reports it: addresses, capacity, conditions, software.',
  breaks:
    'Its pods are removed; those of a Deployment or StatefulSet start elsewhere if there is room, and data on its disks stays behind.',
  schema: NodeFields,
  columns: {
    Name: nameCell,
    Status: statusOf,
    Roles: ({ metadata }) => orNone(nodeRoles(metadata.labels).join(',')),
    Age: ageCell,
    Version: ({ status }) => status?.nodeInfo?.kubeletVersion ?? '',
  },
  observed: ['Version'],
  wide: {
    'Internal-IP': (node) => firstAddress(node, 'InternalIP'),
    'External-IP': (node) => firstAddress(node, 'ExternalIP'),
    'OS-Image': ({ status }) => status?.nodeInfo?.osImage || '<unknown>',
    'Kernel-Version': kernel,
    'Container-Runtime': ({ status }) => status?.nodeInfo?.containerRuntimeVersion || '<unknown>',
  },
  facts: {
    Addresses: ({ status }) => status?.addresses.map(({ type, address }) => `${type} ${address}`),
    Machine: ({ metadata }) => machineOf(metadata),
    Capacity: ({ status }) => mapLines(status?.capacity),
    Allocatable: ({ status }) => mapLines(status?.allocatable),
    Taints: ({ spec }) =>
      spec?.taints.map(
        ({ key, value, effect }) => `${key}${value ? `=${value}` : ''} ${effect ?? ''}`,
      ),
    'Pod addresses': ({ spec }) => (spec?.podCIDRs.length ? spec.podCIDRs : spec?.podCIDR),
    'Operating system': ({ status }) => status?.nodeInfo?.osImage,
    Kernel: ({ status }) => status?.nodeInfo?.kernelVersion,
    Platform: ({ status: { nodeInfo: { operatingSystem = '', architecture = '' } = {} } = {} }) =>
      operatingSystem && `${operatingSystem}/${architecture}`,
    'Container runtime': ({ status }) => status?.nodeInfo?.containerRuntimeVersion,
    Trouble: ({ status }) => status?.conditions.filter(isTrouble).map(conditionLine),
  },
  health: healthOf,
});

function statusOf({ spec, status }: NodeFields): string {
  const ready = findCondition(status?.conditions, 'Ready');
  const known = ready?.status === 'True' ? 'Ready' : 'NotReady';
  const word = ready === undefined ? 'Unknown' : known;
  return spec?.unschedulable === true ? `${word},SchedulingDisabled` : word;
}

const rolePrefix = 'node-role.kubernetes.io/';

/**
 * The roles that a node's labels give it, sorted. The label's key counts, not its value: kubeadm
 * leaves it empty, k3s and RKE2 write `true`.
 */
export function nodeRoles(labels: ObjectMeta['labels']): readonly string[] {
  const roles = Object.entries(labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(rolePrefix)) return [key.slice(rolePrefix.length)];
    return key === 'kubernetes.io/role' ? [value] : [];
  });
  return [...new Set(roles)].filter((role) => role !== '').sort();
}

function firstAddress({ status }: NodeFields, type: string): string {
  return orNone(status?.addresses.find((address) => address.type === type)?.address);
}

// kubectl 1.36 adds the architecture; before, it printed the kernel alone.
function kernel({ status }: NodeFields): string {
  const { kernelVersion, architecture } = status?.nodeInfo ?? {};
  if (!kernelVersion) return '<unknown>';
  return architecture ? `${kernelVersion} (${architecture})` : kernelVersion;
}

function machineOf({ labels }: ObjectMeta): readonly string[] {
  const type = labels?.['node.kubernetes.io/instance-type'];
  const zone = labels?.['topology.kubernetes.io/zone'];
  return [type ?? '', zone === undefined ? '' : `zone ${zone}`].filter((line) => line !== '');
}

function healthOf(node: NodeFields): Health {
  const word = statusOf(node);
  if (word.startsWith('NotReady')) return { state: 'bad', word };
  if (word.startsWith('Unknown')) return { state: 'unknown', word };
  const trouble = node.status?.conditions.find(isTrouble);
  if (trouble?.type !== undefined) return { state: 'warn', word: trouble.type };
  return { state: word === 'Ready' ? 'ok' : 'warn', word };
}

// A node should be Ready; all else it reports is a complaint: DiskPressure, NetworkUnavailable.
function isTrouble({ type, status }: Condition): boolean {
  return type === 'Ready' ? status !== 'True' : status === 'True';
}
