import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, text } from '#views/chapters/prose.ts';
import { readPod, readService } from '#views/chapters/read.ts';
import { type RequestPath, requestPath } from '#views/chapters/request-path.ts';
import { join, linkTo, spell } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

/** `two Services of type LoadBalancer, three Ingresses and a Gateway`. */
function summary(cluster: Cluster): string | undefined {
  const services = (type: string) =>
    all(cluster, 'Service').filter((service) => readService(service).spec?.type === type).length;
  const counted: readonly (readonly [number, string, string])[] = [
    [services('LoadBalancer'), 'Service of type LoadBalancer', 'Services of type LoadBalancer'],
    [services('NodePort'), 'Service of type NodePort', 'Services of type NodePort'],
    [all(cluster, 'Ingress.networking.k8s.io').length, 'Ingress', 'Ingresses'],
    [all(cluster, 'Gateway.gateway.networking.k8s.io').length, 'Gateway', 'Gateways'],
  ];
  const words = counted
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => spell(number, one, many));
  return words.length === 0 ? undefined : join(words);
}

function isClosed(cluster: Cluster): boolean {
  return (
    summary(cluster) === undefined &&
    ['services', 'ingresses.networking.k8s.io'].every(
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

/** Ways from outside, and one request followed to its pod. */
export const trafficFacts = {
  'entrances.summary': summary,
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
  'request.edge-link': ofRequest(({ edge }, cluster) =>
    edge === undefined
      ? 'The Ingress controller'
      : [text('The controller behind Service '), linkTo(cluster, edge)],
  ),
  'request.address': ofRequest(({ address }) =>
    address === undefined ? 'the address of the entrance' : code(address),
  ),
  'request.endpoint': ofRequest(({ endpoint }) => code(endpoint)),
  'request.pod': ofRequest(({ pod }, cluster) => linkTo(cluster, pod)),
  'request.node': ofRequest(({ pod }) => code(readPod(pod).spec?.nodeName ?? 'no node')),
} satisfies FactTable;
