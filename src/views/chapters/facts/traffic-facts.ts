import type { Entry } from '#model/model.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { endpointsBehind } from '#views/chapters/endpoints.ts';
import { missingTargets } from '#views/chapters/left-over.ts';
import { code, enumerate, text } from '#views/chapters/prose.ts';
import { readPod, readService } from '#views/chapters/read.ts';
import { type RequestPath, requestPath } from '#views/chapters/request-path.ts';
import { flagOf } from '#views/chapters/settings.ts';
import { join, linkTo, spell } from '#views/chapters/wording.ts';
import { hostPortEntrances } from '#views/host-ports.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

/** `two Services of type LoadBalancer, three Ingresses and a Gateway`. */
function summary(cluster: Cluster): string | undefined {
  const services = (type: string) =>
    all(cluster, 'Service').filter((service) => readService(service).spec?.type === type).length;
  const counted: readonly (readonly [number, string, string])[] = [
    [services('LoadBalancer'), 'Service of type LoadBalancer', 'Services of type LoadBalancer'],
    [services('NodePort'), 'Service of type NodePort', 'Services of type NodePort'],
    [all(cluster, 'Ingress.networking.k8s.io').length, 'Ingress', 'Ingresses'],
    [all(cluster, 'Gateway.gateway.networking.k8s.io').length, 'Gateway', 'Gateways'],
    [all(cluster, 'Route.route.openshift.io').length, 'Route', 'Routes'],
    [
      hostPortEntrances(cluster.model).length,
      'workload on ports of its nodes',
      'workloads on ports of their nodes',
    ],
  ];
  const words = counted
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => spell(number, one, many));
  return words.length === 0 ? undefined : join(words);
}

function isClosed(cluster: Cluster): boolean {
  return (
    summary(cluster) === undefined &&
    ['services', 'ingresses.networking.k8s.io', 'pods'].every(
      (name) => capturedOf(cluster, name) === 'complete',
    )
  );
}

/** A fact of the request that the chapter follows. */
function ofRequest(say: (path: RequestPath, cluster: Cluster) => FactValue) {
  return (cluster: Cluster): FactValue => {
    const path = requestPath(cluster);
    return path && say(path, cluster);
  };
}

function controllerOf({ gateway }: RequestPath): string {
  return gateway === undefined ? 'Ingress controller' : 'Gateway controller';
}

/** The port of every node that leads to the entrance, of HTTPS if it has one. */
function nodePortOf(edge: Entry): string | undefined {
  const ports = readService(edge).spec?.ports ?? [];
  const port = ports.find(({ name }) => name === 'https') ?? ports[0];
  return port?.nodePort?.toString();
}

/** From the address to a pod of the controller. */
function wayIn({ edge }: RequestPath, cluster: Cluster): FactValue {
  const port = edge && nodePortOf(edge);
  if (edge === undefined || port === undefined) return undefined;
  const isBalanced = readService(edge).spec?.type === 'LoadBalancer';
  const pods = endpointsBehind(cluster, edge)?.list.flatMap(({ pod }) => pod ?? []) ?? [];
  const there =
    pods.length === 0
      ? [text('the pods of the controller')]
      : [
          text('pod '),
          ...enumerate(
            pods.slice(0, 3).map((pod) => [linkTo(cluster, pod)]),
            'or',
          ),
        ];
  return [
    text(
      isBalanced
        ? 'The load balancer passes the connection on, usually to port '
        : 'The client connects to port ',
    ),
    code(port),
    text(' of a node. From there it reaches '),
    ...there,
    text(', like every packet to a Service.'),
  ];
}

/** Ingresses whose rules name a Service that does not exist. */
function broken(cluster: Cluster): FactValue {
  const found = missingTargets(cluster).flatMap(({ to, dangling }) => {
    if (to === undefined) return [];
    const { kind, name } = parseObjectId(to);
    const [entry] = dangling.flatMap(({ from }) => cluster.model.get(from) ?? []);
    if (kind !== 'Service' || entry?.object.kind !== 'Ingress') return [];
    return [[text('Ingress '), linkTo(cluster, entry), text(' names Service '), code(name)]];
  });
  return found.length === 0 ? undefined : enumerate(found.slice(0, 5));
}

/** Ports that Services of type NodePort get: `between 30000 and 32767`, unless a flag says otherwise. */
function nodePorts(cluster: Cluster): string {
  const range = flagOf(cluster, 'kube-apiserver', 'service-node-port-range');
  const [from, to] = range?.split('-') ?? [];
  return from && to ? `between ${from} and ${to}` : 'usually between 30000 and 32767';
}

/** Ways from outside, and one request followed to its pod. */
export const trafficFacts = {
  'entrances.summary': summary,
  'node-ports.range': nodePorts,
  'entrances.none': isClosed,
  'entrances.seen': (cluster) => summary(cluster) !== undefined || isClosed(cluster),
  'ingress.classes': (cluster) => all(cluster, 'IngressClass.networking.k8s.io').length > 0,
  'gateway.classes': (cluster) => all(cluster, 'GatewayClass.gateway.networking.k8s.io').length > 0,
  'ingress.controllers': (cluster) =>
    cluster.model.namespaces.some((namespace) =>
      cluster
        .running(namespace)
        .some(
          ({ match }) =>
            match?.confidence === 'certain' &&
            ['ingress', 'gateway'].includes(match.component.category),
        ),
    ),
  'request.entry': ofRequest(({ entry }, cluster) => [
    text(`${entry.object.kind} `),
    linkTo(cluster, entry),
  ]),
  'request.host': ofRequest(({ host }) => code(host)),
  'request.rule': ofRequest(({ host, path }) => code(`${host}${path}`)),
  'request.service': ofRequest(({ service }, cluster) => linkTo(cluster, service)),
  'request.port': ofRequest(({ port }) => code(port)),
  'request.balanced': ofRequest(
    ({ edge }) => edge !== undefined && readService(edge).spec?.type === 'LoadBalancer',
  ),
  'request.node-port': ofRequest(({ edge }) =>
    edge !== undefined && readService(edge).spec?.type === 'LoadBalancer'
      ? codeOf(nodePortOf(edge))
      : undefined,
  ),
  'request.open-node-port': ofRequest(({ edge }) =>
    edge !== undefined && readService(edge).spec?.type === 'NodePort'
      ? codeOf(nodePortOf(edge))
      : undefined,
  ),
  'request.way-in': ofRequest(wayIn),
  'request.choice': ofRequest(({ service, port }, cluster) => {
    const named = readService(service).spec?.ports.find(
      (one) => one.name === port || String(one.port) === port,
    );
    const length = endpointsBehind(cluster, service, named)?.list.length ?? 0;
    return length === 0
      ? ''
      : `Here they have ${spell(length, 'address', 'addresses')} to choose from.`;
  }),
  'entrances.broken': broken,
  'request.controller': ofRequest(controllerOf),
  'request.edge-link': ofRequest((path, cluster) =>
    path.edge === undefined
      ? `The ${controllerOf(path)}`
      : [text('The controller behind Service '), linkTo(cluster, path.edge)],
  ),
  'request.gateway': ofRequest(({ gateway }, cluster) =>
    gateway === undefined
      ? ''
      : [text('The route is attached to Gateway '), linkTo(cluster, gateway), text('.')],
  ),
  'request.address': ofRequest(({ address }) =>
    address === undefined ? 'the address of the entrance' : code(address.text),
  ),
  'request.endpoint': ofRequest(({ endpoint }) => code(endpoint)),
  'request.pod': ofRequest(({ pod }, cluster) => linkTo(cluster, pod)),
  'request.node': ofRequest(({ pod }) => code(readPod(pod).spec?.nodeName ?? 'no node')),
} satisfies FactTable;
