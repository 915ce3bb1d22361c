import type { Health } from '#kinds/kind.ts';
import { flag, type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { foldedOn } from './folded.ts';
import type { HrefFor, Ref } from './ref.ts';
import { refOf } from './refs.ts';

/** One address behind a Service. */
export interface EndpointRow {
  readonly address: string;
  /** `dns 53/UDP`, a line each. */
  readonly ports: readonly string[];
  /** The Pod that answers there, where the endpoint names one of the snapshot. */
  readonly pod?: Ref | undefined;
  /** Its name, also where the snapshot does not hold the Node. */
  readonly nodeName?: string | undefined;
  readonly node?: Ref | undefined;
  readonly health: Health;
}

export interface EndpointTable {
  readonly rows: readonly EndpointRow[];
  /** Endpoints that were left out. */
  readonly hidden: number;
}

const targetRef = part({ kind: text, namespace: text, name: text });
const Port = part({ name: text, port: number, protocol: text });
type Port = Infer<typeof Port>;

/** An endpoint as either kind of object writes it. */
interface Endpoint {
  readonly address: string;
  readonly ports: readonly Port[];
  readonly isReady: boolean;
  readonly isTerminating?: boolean | undefined;
  readonly nodeName?: string | undefined;
  readonly targetRef?: Infer<typeof targetRef> | undefined;
}

const readSlice = part({
  endpoints: list(
    part({
      addresses: list(text),
      conditions: part({ ready: flag, terminating: flag }),
      nodeName: text,
      targetRef,
    }),
  ),
  ports: list(Port),
});

const addresses = list(part({ ip: text, nodeName: text, targetRef }));
const readEndpoints = part({
  subsets: list(part({ addresses, notReadyAddresses: addresses, ports: list(Port) })),
});

function inSlice({ object }: Entry): readonly Endpoint[] {
  const slice = readSlice.read(object);
  return (slice?.endpoints ?? []).map((endpoint) => ({
    address: endpoint.addresses.join(', '),
    ports: slice?.ports ?? [],
    nodeName: endpoint.nodeName,
    targetRef: endpoint.targetRef,
    // Without a word on it, an endpoint counts as ready.
    isReady: endpoint.conditions?.ready ?? true,
    isTerminating: endpoint.conditions?.terminating,
  }));
}

function inEndpoints({ object }: Entry): readonly Endpoint[] {
  return (readEndpoints.read(object)?.subsets ?? []).flatMap((subset) => {
    const all = [
      ...subset.addresses.map((address) => ({ ...address, isReady: true })),
      ...subset.notReadyAddresses.map((address) => ({ ...address, isReady: false })),
    ];
    return all.map(({ ip = '', ...rest }) => ({ ...rest, address: ip, ports: subset.ports }));
  });
}

/**
 * The endpoints of a Service: from its EndpointSlices, or where those were not captured from its
 * Endpoints, which the API server keeps in step and cuts after 1000. Empty for what is no Service.
 */
function endpointsOf(model: Model, service: Entry): readonly Endpoint[] {
  if (service.object.kind !== 'Service') return [];
  const folded = foldedOn(model, service.id);
  const ofKind = (kind: string) => folded.filter(({ object }) => object.kind === kind);
  const slices = ofKind('EndpointSlice');
  return slices.length > 0 ? slices.flatMap(inSlice) : ofKind('Endpoints').flatMap(inEndpoints);
}

function healthOf({ isReady, isTerminating }: Endpoint): Health {
  if (isTerminating === true) return { state: 'warn', word: 'terminating' };
  return isReady ? { state: 'ok', word: 'ready' } : { state: 'warn', word: 'not ready' };
}

function portText({ name, port, protocol = 'TCP' }: Port): string {
  const number = `${port ?? 'any port'}/${protocol}`;
  return name ? `${name} ${number}` : number;
}

/** Rows of a page; a Service may have thousands of endpoints. */
const maxRows = 100;

/** The addresses behind a Service, in the order of its slices; nothing when there are none. */
export function endpointTable(
  model: Model,
  service: Entry,
  hrefFor: HrefFor,
): EndpointTable | undefined {
  const endpoints = endpointsOf(model, service);
  if (endpoints.length === 0) return undefined;
  const rows = endpoints.slice(0, maxRows).map((endpoint) => endpointRow(model, endpoint, hrefFor));
  return { rows, hidden: endpoints.length - rows.length };
}

function endpointRow(model: Model, endpoint: Endpoint, hrefFor: HrefFor): EndpointRow {
  const { nodeName, targetRef: target } = endpoint;
  const pod = target?.kind === 'Pod' && find(model, 'Pod', target.name, target.namespace);
  const node = find(model, 'Node', nodeName);
  return {
    address: endpoint.address,
    ports: endpoint.ports.map(portText),
    pod: pod ? refOf(pod, hrefFor) : undefined,
    nodeName,
    node: node && refOf(node, hrefFor),
    health: healthOf(endpoint),
  };
}

function find(
  model: Model,
  kind: string,
  name: string | undefined,
  namespace?: string,
): Entry | undefined {
  return name === undefined ? undefined : model.get(objectId({ group: '', kind, namespace, name }));
}

/** Who takes the traffic of a Service. */
export interface EndpointCount {
  readonly total: number;
  readonly ready: number;
}

/** How many endpoints a Service has; nothing where neither kind of them was captured. */
export function endpointCount(model: Model, service: Entry): EndpointCount | undefined {
  const { namespace } = service.object.metadata;
  const endpoints = endpointsOf(model, service);
  const isKnown =
    model.holdsAll({ group: 'discovery.k8s.io', kind: 'EndpointSlice' }, namespace) ||
    model.holdsAll({ group: '', kind: 'Endpoints' }, namespace);
  if (endpoints.length === 0 && !isKnown) return undefined;
  return { total: endpoints.length, ready: endpoints.filter(({ isReady }) => isReady).length };
}
