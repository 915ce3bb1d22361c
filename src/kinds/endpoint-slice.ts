import { defineKind, type Read } from './kind.ts';
import { ageCell, firstFew, nameCell } from './parts/columns.ts';
import { endpointTarget, targetReferences } from './parts/endpoint-target.ts';
import { refer } from './parts/refer.ts';
import { readyHealth } from './parts/replicas.ts';
import { flag, type Infer, list, number, part, text } from './parts/schema.ts';

const schema = part({
  addressType: text,
  ports: list(part({ name: text, port: number, protocol: text })),
  endpoints: list(
    part({
      addresses: list(text),
      conditions: part({ ready: flag, serving: flag, terminating: flag }),
      nodeName: text,
      zone: text,
      targetRef: endpointTarget,
    }),
  ),
});
type Endpoint = Read<Infer<typeof schema>>['endpoints'][number];

export const endpointSlice = defineKind({
  group: 'discovery.k8s.io',
  kind: 'EndpointSlice',
  plural: 'endpointslices',
  namespaced: true,
  category: 'network',
  glyph: 'endpointslice',
  role: 'Some of the addresses behind a Service; kube-proxy reads these to know where traffic goes.',
  breaks:
    'It is written again while its Service has a selector; until then its pods get no traffic through the Service.',
  folded: true,
  schema,
  columns: {
    Name: nameCell,
    AddressType: ({ addressType }) => addressType ?? '',
    Ports: ({ ports }) =>
      firstFew(
        ports.map(({ port, name }) => port?.toString() ?? name ?? '*'),
        3,
      ) || '<unset>',
    Endpoints: ({ endpoints }) =>
      firstFew(
        endpoints.flatMap(({ addresses }) => addresses),
        3,
      ) || '<unset>',
    Age: ageCell,
  },
  facts: {
    Ready: ({ endpoints }) => endpoints.filter(isReady).map(line),
    'Not ready': ({ endpoints }) => endpoints.filter((one) => !isReady(one)).map(line),
    Ports: ({ ports }) =>
      ports.map(({ name, port, protocol }) => `${name || 'unnamed'}: ${port ?? '*'}/${protocol}`),
    'Managed by': ({ metadata }) => metadata.labels?.['endpointslice.kubernetes.io/managed-by'],
  },
  health: ({ endpoints }) =>
    endpoints.length === 0
      ? undefined
      : readyHealth(endpoints.filter(isReady).length, endpoints.length),
  references: ({ metadata, endpoints }) => [
    ...refer('serves', 'Service', {
      name: metadata.labels?.['kubernetes.io/service-name'],
      namespace: metadata.namespace,
      path: 'metadata.labels["kubernetes.io/service-name"]',
    }),
    ...endpoints.flatMap((endpoint, index) =>
      targetReferences(endpoint, {
        at: `endpoints[${index}]`,
        ...(!isReady(endpoint) && { detail: 'not ready' }),
      }),
    ),
  ],
});

// The API: without a word on it, an endpoint counts as ready.
function isReady({ conditions }: Endpoint): boolean {
  return conditions?.ready ?? true;
}

/** `10.40.9.7, zone eu-central-1a, terminating`. */
function line({ addresses, zone, conditions }: Endpoint): string {
  const where = zone === undefined ? [] : [`zone ${zone}`];
  const state = conditions?.terminating === true ? ['terminating'] : [];
  return [...addresses, ...where, ...state].join(', ');
}
