import type { Entry } from '#model/model.ts';
import { isAddress } from './address.ts';
import { all, type Cluster, find } from './cluster.ts';
import { capturedOf } from './coverage.ts';
import { readEndpoints, readPod, readPodPorts, readService, readSlice } from './read.ts';
import { flagOf } from './settings.ts';

/** An address behind a Service. */
export interface Endpoint {
  /** `10.1.0.4:53`; without a port where none is known. */
  readonly address: string;
  readonly pod?: Entry | undefined;
}

/**
 * What answers behind a port of a Service, and which objects say so: its EndpointSlices, its Endpoints, or,
 * where a dump has neither, the pods that its selector finds. Of Service `kubernetes`, which selects
 * nothing, those pods are the API servers.
 */
export interface EndpointsBehind {
  readonly from: 'slices' | 'endpoints' | 'selector' | 'api-servers';
  /** Not empty. */
  readonly list: readonly Endpoint[];
}

type Port = NonNullable<ReturnType<typeof readService>['spec']>['ports'][number];

/** What is ready behind a port of a Service, the first when none is given; undefined when nothing shows it. */
export function endpointsBehind(
  cluster: Cluster,
  service: Entry,
  port: Port | undefined = readService(service).spec?.ports[0],
): EndpointsBehind | undefined {
  const sources = [
    ['slices', inSlices(cluster, service, port)],
    ['endpoints', inEndpoints(cluster, service, port)],
    ['selector', inSelection(cluster, service, port)],
    ['api-servers', ofApiServers(cluster, service)],
  ] as const;
  const usable = isWritten(cluster, service) ? sources.slice(0, 2) : sources;
  const found = usable.find(([, list]) => list.length > 0);
  return found && { from: found[0], list: found[1] };
}

/** Somebody wrote down, and the snapshot holds, what is ready: then nothing is an answer too. */
function isWritten(cluster: Cluster, service: Entry): boolean {
  const { namespace } = service.object.metadata;
  return (
    slicesOf(cluster, service).length > 0 ||
    ['endpointslices.discovery.k8s.io', 'endpoints'].some(
      (name) => capturedOf(cluster, name, namespace) === 'complete',
    )
  );
}

/** `10.1.0.4:53` for each address behind the first port of a Service. */
export function endpointsOf(cluster: Cluster, service: Entry): readonly string[] {
  return [...new Set(endpointsBehind(cluster, service)?.list.map(({ address }) => address) ?? [])];
}

function withPort(ip: string, port: number | string | undefined): string {
  return port === undefined ? ip : `${ip}:${port}`;
}

function slicesOf(cluster: Cluster, { object: { metadata } }: Entry): readonly Entry[] {
  return all(cluster, 'EndpointSlice.discovery.k8s.io', metadata.namespace).filter(
    ({ object }) =>
      object.metadata.labels?.['kubernetes.io/service-name'] === metadata.name ||
      object.metadata.name === metadata.name,
  );
}

function inSlices(cluster: Cluster, service: Entry, port: Port | undefined): readonly Endpoint[] {
  return slicesOf(cluster, service).flatMap((slice) => {
    const { endpoints, ports } = readSlice(slice);
    const number = (ports.find(({ name }) => (name ?? '') === (port?.name ?? '')) ?? ports[0])
      ?.port;
    return endpoints
      .filter(({ conditions }) => conditions?.ready !== false)
      .flatMap(({ addresses, targetRef }) =>
        addresses.map((ip) => ({
          address: withPort(ip, number),
          pod: podNamed(cluster, service, targetRef),
        })),
      );
  });
}

function podNamed(
  cluster: Cluster,
  { object }: Entry,
  target: { readonly kind?: string | undefined; readonly name?: string | undefined } | undefined,
): Entry | undefined {
  const { namespace } = object.metadata;
  return target?.kind === 'Pod' ? find(cluster, 'Pod', namespace, target.name ?? '') : undefined;
}

function inEndpoints(cluster: Cluster, service: Entry, port: Port | undefined) {
  const { name, namespace } = service.object.metadata;
  const entry = find(cluster, 'Endpoints', namespace, name);
  const subsets = entry === undefined ? [] : readEndpoints(entry).subsets;
  return subsets.flatMap(({ addresses, ports }) => {
    const number = (ports.find((one) => (one.name ?? '') === (port?.name ?? '')) ?? ports[0])?.port;
    return addresses.flatMap(({ ip, targetRef }): Endpoint[] =>
      ip === undefined
        ? []
        : [{ address: withPort(ip, number), pod: podNamed(cluster, service, targetRef) }],
    );
  });
}

/** Pods whose labels the selector wants, as the endpoint controller would find them. */
function inSelection(cluster: Cluster, service: Entry, port: Port | undefined) {
  const { model } = cluster;
  const selected = model
    .edgesFrom(service.id)
    .filter(({ relation }) => relation === 'selects')
    .flatMap(({ to }) => model.get(to) ?? [])
    .filter(({ object }) => object.kind === 'Pod');
  return selected.flatMap((pod): Endpoint[] => {
    const { podIP, conditions = [] } = readPod(pod).status ?? {};
    const isReady = conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
    return podIP === undefined || !isAddress(podIP) || !isReady
      ? []
      : [{ address: withPort(podIP, targetIn(pod, port)), pod }];
  });
}

/** The number behind a port: the Service may name a port of a container. */
function targetIn(pod: Entry, port: Port | undefined): number | string | undefined {
  const target = port?.targetPort ?? port?.port;
  if (target === undefined || /^\d+$/.test(String(target))) return target;
  const ports = readPodPorts(pod).spec?.containers.flatMap((container) => container.ports) ?? [];
  return ports.find(({ name }) => name === target)?.containerPort;
}

function ofApiServers(cluster: Cluster, { object: { metadata } }: Entry): readonly Endpoint[] {
  if (metadata.name !== 'kubernetes' || metadata.namespace !== 'default') return [];
  const pods = cluster.component('kube-apiserver').flatMap((running) => running.pods);
  return pods.flatMap((pod): Endpoint[] => {
    const ip = readPod(pod).status?.podIP;
    const port = flagOf(cluster, 'kube-apiserver', 'secure-port') ?? '6443';
    return ip === undefined || !isAddress(ip) ? [] : [{ address: `${ip}:${port}`, pod }];
  });
}
