/** Containers of a Pod or of a template, as kubectl describes them. */
import { flag, type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import {
  type Draft,
  group,
  type Item,
  lines,
  plain,
  value,
  values,
} from '#views/describe/description.ts';
import { ContainerState, stateItem } from './container-state.ts';
import { Environment, environmentItems } from './environment.ts';
import { yesNo } from './go-text.ts';
import { Probe, probeText } from './probe.ts';
import { ResourceRequirements, resourceItems } from './resources.ts';

const Container = part({
  name: text,
  image: text,
  command: list(text),
  args: list(text),
  ports: list(part({ name: text, containerPort: number, hostPort: number, protocol: text })),
  securityContext: part({ seccompProfile: part({ type: text, localhostProfile: text }) }),
  resources: ResourceRequirements,
  livenessProbe: Probe,
  readinessProbe: Probe,
  startupProbe: Probe,
  ...Environment,
  volumeMounts: list(part({ name: text, mountPath: text, subPath: text, readOnly: flag })),
  volumeDevices: list(part({ name: text, devicePath: text })),
});
type Container = Infer<typeof Container>;
/** Containers of any of the three lists of a pod spec. */
export const Containers = list(Container);

const ContainerStatus = part({
  name: text,
  containerID: text,
  imageID: text,
  ready: flag,
  restartCount: number,
  state: ContainerState,
  lastState: ContainerState,
});
type ContainerStatus = Infer<typeof ContainerStatus>;
/** What the kubelet reports of them. */
export const ContainerStatuses = list(ContainerStatus);

/** Where containers stand. */
export interface ContainerSite {
  readonly namespace: string | undefined;
  /** Absent in a template. */
  readonly podName?: string | undefined;
  /** What became of them; none in a template. */
  readonly statuses: readonly ContainerStatus[];
  /** Columns that kubectl indents the names by: 1 in a template, where they do not fill a level. */
  readonly indent?: number | undefined;
}

/** `Containers`, a group for each. */
export function containersItem(
  label: string,
  containers: readonly Container[],
  { statuses, indent, ...site }: ContainerSite,
): Item {
  if (containers.length === 0)
    return { type: 'value', label, values: [{ text: '<none>' }], inline: true };
  return group(
    label,
    containers.map((container) => {
      const status = statuses.find(({ name }) => name === container.name);
      return group(container.name ?? '', containerItems(container, status, site), indent);
    }),
    indent,
  );
}

function containerItems(
  container: Container,
  status: ContainerStatus | undefined,
  site: Pick<ContainerSite, 'namespace' | 'podName'>,
): Draft {
  const { resources, livenessProbe, readinessProbe, startupProbe } = container;
  return [
    status && value('Container ID', status.containerID ?? ''),
    value('Image', container.image ?? ''),
    status && value('Image ID', status.imageID ?? ''),
    portsItem('Port', container.ports, 'containerPort'),
    portsItem('Host Port', container.ports, 'hostPort'),
    ...seccompItems(container.securityContext?.seccompProfile),
    container.command.length === 0 ? undefined : lines('Command', container.command),
    container.args.length === 0 ? undefined : lines('Args', container.args),
    ...statusItems(status),
    ...resourceItems(resources),
    livenessProbe && value('Liveness', probeText(livenessProbe)),
    readinessProbe && value('Readiness', probeText(readinessProbe)),
    startupProbe && value('Startup', probeText(startupProbe)),
    ...environmentItems(container, {
      ...site,
      limits: resources?.limits,
      requests: resources?.requests,
    }),
    mountsItem(container.volumeMounts),
    devicesItem(container.volumeDevices),
  ];
}

function portsItem(
  label: string,
  ports: Container['ports'],
  field: 'containerPort' | 'hostPort',
): Item {
  const all = ports.map((port) => {
    const { name, protocol = 'TCP' } = port;
    return `${port[field] ?? 0}/${protocol}${name ? ` (${name})` : ''}`;
  });
  return all.length > 1 ? values(`${label}s`, [all.join(', ')]) : values(label, all);
}

/** The filter of system calls, where one is chosen. */
export function seccompItems(
  profile:
    | { readonly type?: string | undefined; readonly localhostProfile?: string | undefined }
    | undefined,
): readonly (Item | undefined)[] {
  if (profile === undefined) return [];
  const { type = '', localhostProfile = '' } = profile;
  const local = type === 'Localhost' ? value('LocalhostProfile', localhostProfile) : undefined;
  return [value('SeccompProfile', type), local];
}

function statusItems(status: ContainerStatus | undefined): Draft {
  if (status === undefined) return [];
  const { state, lastState, ready = false, restartCount = 0 } = status;
  return [
    stateItem('State', state),
    lastState?.terminated && stateItem('Last State', lastState),
    value('Ready', yesNo(ready)),
    plain('Restart Count', restartCount),
  ];
}

function mountsItem(mounts: Container['volumeMounts']): Item {
  return lines(
    'Mounts',
    mounts
      .toSorted((a, b) => compareCodePoints(a.mountPath ?? '', b.mountPath ?? ''))
      .map(({ mountPath = '', name = '', readOnly, subPath }) => {
        const path = subPath ? `,path=${JSON.stringify(subPath)}` : '';
        return `${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'}${path})`;
      }),
  );
}

function devicesItem(devices: Container['volumeDevices']): Item | undefined {
  if (devices.length === 0) return undefined;
  return lines(
    'Devices',
    devices
      .toSorted((a, b) => compareCodePoints(a.devicePath ?? '', b.devicePath ?? ''))
      .map(({ devicePath = '', name = '' }) => `${devicePath} from ${name}`),
  );
}
