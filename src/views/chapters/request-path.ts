import { ingressBackend, portText } from '#kinds/parts/ingress-backend.ts';
import { list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from './cluster.ts';
import { endpointsBehind } from './endpoints.ts';
import { readService } from './read.ts';

/** One request from outside that can be followed to a pod: every object on the way is captured. */
export interface RequestPath {
  /** The Ingress that names the host. */
  readonly entry: Entry;
  readonly host: string;
  readonly path: string;
  readonly service: Entry;
  readonly port: string;
  /** `10.1.0.4:8080`. */
  readonly endpoint: string;
  readonly pod: Entry;
  /** The program that carries the rule out, where it is known: a Service with an address from outside. */
  readonly edge?: Entry | undefined;
  /** Address written into the status of the entry or of the edge. */
  readonly address?: string | undefined;
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
const Balanced = part({
  spec: part({ type: text }),
  status: part({
    loadBalancer: part({ ingress: list(part({ ip: text, hostname: text })) }),
  }),
});

/** Paths by cluster: looked for once. */
const known = new WeakMap<Cluster, RequestPath | undefined>();

/** The request that says most: through an Ingress with a host, to a Service with a pod that is ready. */
export function requestPath(cluster: Cluster): RequestPath | undefined {
  if (!known.has(cluster)) known.set(cluster, findPath(cluster));
  return known.get(cluster);
}

function findPath(cluster: Cluster): RequestPath | undefined {
  const paths = all(cluster, 'Ingress.networking.k8s.io').flatMap((entry) =>
    pathsOf(cluster, entry),
  );
  // One that somebody outside can use says more than one that nobody carries out.
  return paths.find(({ entry }) => addressOf(entry) !== undefined) ?? paths[0];
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

function addressOf({ object }: Entry): string | undefined {
  const [first] = readObject(Balanced, object).status?.loadBalancer?.ingress ?? [];
  return first?.ip ?? first?.hostname;
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
  return namespaces
    .flatMap((namespace) => all(cluster, 'Service', namespace))
    .find((service) => {
      const type = readObject(Balanced, service.object).spec?.type;
      return type === 'LoadBalancer' || type === 'NodePort';
    });
}
