import { ingressBackend, portText } from '#kinds/parts/ingress-backend.ts';
import { intOrString, list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from './cluster.ts';
import { endpointsBehind } from './endpoints.ts';
import { readService } from './read.ts';

/** One request from outside that can be followed to a pod: every object on the way is captured. */
export interface RequestPath {
  /** The Ingress or the HTTPRoute that names the host. */
  readonly entry: Entry;
  /** Where the HTTPRoute is attached. */
  readonly gateway?: Entry | undefined;
  readonly host: string;
  readonly path: string;
  readonly service: Entry;
  readonly port: string;
  /** `10.1.0.4:8080`. */
  readonly endpoint: string;
  readonly pod: Entry;
  /** The program that carries the rule out, where it is known: a Service with an address from outside. */
  readonly edge?: Entry | undefined;
  /** From a status, and the object and the field that have it. */
  readonly address?: Address | undefined;
}

interface Address {
  readonly text: string;
  readonly of: Entry;
  readonly field: string;
}

const Ingress = part({
  spec: part({
    rules: list(
      part({
        host: text,
        http: part({ paths: list(part({ path: text, backend: ingressBackend })) }),
      }),
    ),
  }),
});
const HttpRoute = part({
  spec: part({
    parentRefs: list(part({ kind: text, namespace: text, name: text })),
    hostnames: list(text),
    rules: list(
      part({
        matches: list(part({ path: part({ value: text }) })),
        backendRefs: list(part({ kind: text, namespace: text, name: text, port: intOrString })),
      }),
    ),
  }),
});
const Gateway = part({ status: part({ addresses: list(part({ value: text })) }) });
const Balanced = part({
  spec: part({ type: text }),
  status: part({
    loadBalancer: part({ ingress: list(part({ ip: text, hostname: text })) }),
  }),
});

/** Paths by cluster: looked for once. */
const known = new WeakMap<Cluster, RequestPath | undefined>();

/**
 * The request that says most: through an Ingress with a host, to a Service with a pod that is ready; where
 * there is none, through a Gateway.
 */
export function requestPath(cluster: Cluster): RequestPath | undefined {
  if (!known.has(cluster)) known.set(cluster, findPath(cluster));
  return known.get(cluster);
}

function findPath(cluster: Cluster): RequestPath | undefined {
  const ofIngresses = all(cluster, 'Ingress.networking.k8s.io').flatMap((entry) =>
    pathsOf(cluster, entry),
  );
  return (
    usable(ofIngresses) ??
    usable(
      all(cluster, 'HTTPRoute.gateway.networking.k8s.io').flatMap((entry) =>
        routePathsOf(cluster, entry),
      ),
    )
  );
}

/** A path that somebody outside can take says more than one that nobody carries out. */
function usable(paths: readonly RequestPath[]): RequestPath | undefined {
  return paths.find(({ entry, address }) => address?.of === entry) ?? paths[0];
}

/** The rules of an Ingress that lead to a pod. */
function pathsOf(cluster: Cluster, entry: Entry): readonly RequestPath[] {
  const { spec } = readObject(Ingress, entry.object);
  return (spec?.rules ?? []).flatMap(({ host = '', http }) =>
    (http?.paths ?? []).flatMap(({ path = '/', backend }): RequestPath[] => {
      const name = backend?.service?.name ?? backend?.serviceName ?? '';
      const service = find(cluster, 'Service', entry.object.metadata.namespace, name);
      const port = portText(backend).replace(/^port /, '');
      const end = service && host !== '' ? endOf(cluster, service, port) : undefined;
      if (service === undefined || end === undefined) return [];
      const edge = edgeService(cluster);
      const address = addressOf(entry) ?? (edge && addressOf(edge));
      return [{ entry, host, path, service, port, edge, address, ...end }];
    }),
  );
}

/** The rules of an HTTPRoute that lead to a pod. */
function routePathsOf(cluster: Cluster, entry: Entry): readonly RequestPath[] {
  const { spec } = readObject(HttpRoute, entry.object);
  const { namespace } = entry.object.metadata;
  const parent = spec?.parentRefs.find(({ kind = 'Gateway' }) => kind === 'Gateway');
  const gateway =
    parent && find(cluster, gatewayKind, parent.namespace ?? namespace, parent.name ?? '');
  const host = spec?.hostnames[0] ?? '';
  if (gateway === undefined || host === '') return [];
  const edge = serviceOfGateway(cluster, gateway);
  const address = addressOfGateway(gateway) ?? (edge && addressOf(edge));
  return (spec?.rules ?? []).flatMap(({ matches, backendRefs }): RequestPath[] => {
    const backend = backendRefs.find(({ kind = 'Service' }) => kind === 'Service');
    const { port = '' } = backend ?? {};
    const service =
      backend && find(cluster, 'Service', backend.namespace ?? namespace, backend.name ?? '');
    const end = service && endOf(cluster, service, port);
    if (service === undefined || end === undefined) return [];
    const path = matches[0]?.path?.value ?? '/';
    return [{ entry, gateway, host, path, service, port, edge, address, ...end }];
  });
}

const gatewayKind = 'Gateway.gateway.networking.k8s.io';

/** A pod that answers for a port of a Service. */
function endOf(
  cluster: Cluster,
  service: Entry,
  port: string,
): Pick<RequestPath, 'endpoint' | 'pod'> | undefined {
  const named = readService(service).spec?.ports.find(
    (one) => one.name === port || String(one.port) === port,
  );
  const ends = named && endpointsBehind(cluster, service, named)?.list;
  const end = ends?.find(({ pod }) => pod !== undefined);
  return end?.pod && { endpoint: end.address, pod: end.pod };
}

function addressOf(of: Entry): Address | undefined {
  const [first] = readObject(Balanced, of.object).status?.loadBalancer?.ingress ?? [];
  return addressIn(first?.ip ?? first?.hostname, of, 'status.loadBalancer');
}

function addressOfGateway(gateway: Entry): Address | undefined {
  const [first] = readObject(Gateway, gateway.object).status?.addresses ?? [];
  return addressIn(first?.value, gateway, 'status.addresses');
}

function addressIn(text: string | undefined, of: Entry, field: string): Address | undefined {
  return text === undefined ? undefined : { text, of, field };
}

/** The Service of an Ingress controller that is open to the outside. */
function edgeService(cluster: Cluster): Entry | undefined {
  const namespaces = cluster.model.namespaces.filter((namespace) =>
    cluster
      .running(namespace)
      .some(
        ({ match }) => match?.component.category === 'ingress' && match.confidence === 'certain',
      ),
  );
  return namespaces.flatMap((namespace) => all(cluster, 'Service', namespace)).find(isOpen);
}

/**
 * The Service that a controller made for a Gateway, by the label that all of them set.
 *
 * @see https://gateway-api.sigs.k8s.io/geps/gep-1762/
 */
function serviceOfGateway(cluster: Cluster, { object }: Entry): Entry | undefined {
  const { name, namespace } = object.metadata;
  return all(cluster, 'Service', namespace).find(
    (service) =>
      service.object.metadata.labels?.['gateway.networking.k8s.io/gateway-name'] === name &&
      isOpen(service),
  );
}

function isOpen(service: Entry): boolean {
  const type = readObject(Balanced, service.object).spec?.type;
  return type === 'LoadBalancer' || type === 'NodePort';
}
