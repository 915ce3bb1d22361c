import { age } from '#kinds/parts/duration.ts';
import { type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Describer } from './describer.ts';
import { type Draft, group, type Item, plain, value, values } from './description.ts';
import { conditionTable } from './parts/condition-table.ts';
import { ContainerStatuses, Containers, containersItem, seccompItems } from './parts/container.ts';
import { timeText } from './parts/go-text.ts';
import {
  controlledByItem,
  labelsItem,
  metadataItems,
  nameItem,
  namespaceItem,
  naming,
} from './parts/metadata.ts';
import { priorityClass } from './parts/pod-template.ts';
import { ResourceRequirements, resourceItems } from './parts/resources.ts';
import {
  Scheduling,
  schedulingGroupItem,
  spreadItem,
  tolerationsItem,
} from './parts/scheduling.ts';
import { Volumes, volumesItem } from './parts/volumes.ts';

const Pod = part({
  spec: part({
    priority: number,
    priorityClassName: text,
    runtimeClassName: text,
    serviceAccountName: text,
    nodeName: text,
    securityContext: part({ seccompProfile: part({ type: text, localhostProfile: text }) }),
    resources: ResourceRequirements,
    initContainers: Containers,
    containers: Containers,
    ephemeralContainers: Containers,
    readinessGates: list(part({ conditionType: text })),
    volumes: Volumes,
    ...Scheduling,
  }),
  status: part({
    phase: text,
    reason: text,
    message: text,
    hostIP: text,
    podIP: text,
    podIPs: list(part({ ip: text })),
    startTime: text,
    nominatedNodeName: text,
    qosClass: text,
    conditions: list(part({ type: text, status: text })),
    initContainerStatuses: ContainerStatuses,
    containerStatuses: ContainerStatuses,
    ephemeralContainerStatuses: ContainerStatuses,
  }),
});
type Pod = Infer<typeof Pod>;

/** Times are in UTC; ages are counted up to the capture. */
export const describePod: Describer = ({ entry: { object }, now }) => {
  const { spec, status } = Pod.read(object) ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...identityItems(object, spec, status),
    status?.startTime === undefined ? undefined : value('Start Time', timeText(status.startTime)),
    ...metadataItems(object),
    ...stateItems(object, status, now),
    ...seccompItems(spec?.securityContext?.seccompProfile),
    ...addressItems(status),
    controlledByItem(object),
    status?.nominatedNodeName
      ? value('NominatedNodeName', naming({ kind: 'Node' }, status.nominatedNodeName))
      : undefined,
    spec?.resources && group('Resources', resourceItems(spec.resources)),
    ...containerItems(object, spec, status),
    ...conditionItems(spec, status),
    volumesItem(spec?.volumes ?? [], { namespace: object.metadata.namespace }),
    value('QoS Class', status?.qosClass ?? ''),
    ...(spec === undefined ? [] : schedulingItems(spec)),
  ];
};

type Spec = Pod['spec'];
type Status = Pod['status'];

function identityItems({ metadata }: KubeObject, spec: Spec, status: Status): Draft {
  const { priority, priorityClassName, runtimeClassName, serviceAccountName, nodeName } =
    spec ?? {};
  const { namespace } = metadata;
  const runtime = { group: 'node.k8s.io', kind: 'RuntimeClass' };
  const node = nodeName
    ? { ...naming({ kind: 'Node' }, nodeName), text: `${nodeName}/${status?.hostIP ?? ''}` }
    : '<none>';
  return [
    plain('Priority', priority),
    priorityClassName ? value('Priority Class Name', priorityClass(priorityClassName)) : undefined,
    runtimeClassName ? value('Runtime Class Name', naming(runtime, runtimeClassName)) : undefined,
    serviceAccountName
      ? value('Service Account', naming({ kind: 'ServiceAccount' }, serviceAccountName, namespace))
      : undefined,
    value('Node', node),
  ];
}

function stateItems({ metadata }: KubeObject, status: Status, now: number): Draft {
  const { phase = '', reason, message } = status ?? {};
  const { deletionTimestamp, deletionGracePeriodSeconds: grace } = metadata;
  const isOver = phase === 'Failed' || phase === 'Succeeded';
  const state =
    deletionTimestamp && !isOver
      ? [
          value('Status', `Terminating (lasts ${age(deletionTimestamp, now)})`),
          value('Termination Grace Period', `${number.read(grace) ?? 0}s`),
        ]
      : [value('Status', phase)];
  return [...state, value('Reason', reason || undefined), value('Message', message || undefined)];
}

function addressItems(status: Status): Draft {
  const { podIP = '', podIPs = [] } = status ?? {};
  return [
    value('IP', podIP),
    podIPs.length === 0
      ? values('IPs', [])
      : group(
          'IPs',
          podIPs.map(({ ip = '' }) => value('IP', ip)),
        ),
  ];
}

function containerItems({ metadata }: KubeObject, spec: Spec, status: Status): readonly Item[] {
  const site = { namespace: metadata.namespace, podName: metadata.name };
  const { initContainers = [], containers = [], ephemeralContainers = [] } = spec ?? {};
  const all = [
    ['Init Containers', initContainers, status?.initContainerStatuses],
    ['Containers', containers, status?.containerStatuses],
    ['Ephemeral Containers', ephemeralContainers, status?.ephemeralContainerStatuses],
  ] as const;
  return all
    .filter(([label, listed]) => label === 'Containers' || listed.length > 0)
    .map(([label, listed, statuses = []]) => containersItem(label, listed, { ...site, statuses }));
}

function conditionItems(spec: Spec, status: Status): Draft {
  const conditions = status?.conditions ?? [];
  const gates = (spec?.readinessGates ?? []).map(({ conditionType: type = '' }) => ({
    type,
    status: conditions.find((condition) => condition.type === type)?.status ?? '<none>',
  }));
  return [
    conditionTable(gates, ['Type', 'Status'], { label: 'Readiness Gates', ruled: false }),
    conditionTable(conditions, ['Type', 'Status'], { ruled: false }),
  ];
}

function schedulingItems(spec: NonNullable<Spec>): Draft {
  return [
    labelsItem('Node-Selectors', spec.nodeSelector),
    tolerationsItem(spec.tolerations),
    spreadItem(spec.topologySpreadConstraints),
    schedulingGroupItem(spec),
  ];
}
