import { defineKind, type Read } from './kind.ts';
import { ageCell, firstFew, nameCell } from './parts/columns.ts';
import { endpointTarget, targetReferences } from './parts/endpoint-target.ts';
import { refer } from './parts/refer.ts';
import { readyHealth } from './parts/replicas.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';

const address = part({ ip: text, hostname: text, nodeName: text, targetRef: endpointTarget });

const schema = part({
  subsets: list(
    part({
      addresses: list(address),
      notReadyAddresses: list(address),
      ports: list(part({ name: text, port: number, protocol: text })),
    }),
  ),
});
type Endpoints = Read<Infer<typeof schema>>;

export const endpoints = defineKind({
  group: '',
  kind: 'Endpoints',
  plural: 'endpoints',
  shortNames: ['ep'],
  namespaced: true,
  category: 'network',
  glyph: 'endpointslice',
  role: 'The addresses behind a Service in one object; the older form of EndpointSlices.',
  breaks:
    'It is written again while its Service has a selector; without one, the addresses somebody wrote by hand are gone.',
  folded: true,
  schema,
  columns: {
    Name: nameCell,
    Endpoints: ({ subsets }) => (subsets.length === 0 ? '<none>' : firstFew(ready(subsets), 3)),
    Age: ageCell,
  },
  facts: {
    Ready: ({ subsets }) => subsets.flatMap(({ addresses }) => addresses.map(({ ip = '' }) => ip)),
    'Not ready': ({ subsets }) =>
      subsets.flatMap((subset) => subset.notReadyAddresses.map(({ ip = '' }) => ip)),
    Ports: ({ subsets }) =>
      subsets.flatMap(({ ports }) =>
        ports.map(({ name, port, protocol }) => `${name || 'unnamed'}: ${port}/${protocol}`),
      ),
  },
  health: ({ subsets }) => {
    const count = subsets.flatMap(({ addresses }) => addresses).length;
    const total = count + subsets.flatMap((subset) => subset.notReadyAddresses).length;
    return total === 0 ? undefined : readyHealth(count, total);
  },
  references: (object) => [
    // Endpoints carry their Service's name and no reference to it: the equal name is the link.
    // Some serve no Service: clusters before 1.20 kept their leader locks in this kind.
    ...refer('serves', 'Service', {
      name: isLock(object) ? undefined : object.metadata.name,
      namespace: object.metadata.namespace,
      path: 'metadata.name',
      optional: true,
    }),
    ...object.subsets.flatMap(({ addresses, notReadyAddresses }, index) => [
      ...addresses.flatMap((entry, place) =>
        targetReferences(entry, { at: `subsets[${index}].addresses[${place}]` }),
      ),
      ...notReadyAddresses.flatMap((entry, place) =>
        targetReferences(entry, {
          at: `subsets[${index}].notReadyAddresses[${place}]`,
          detail: 'not ready',
        }),
      ),
    ]),
  ],
});

/** Each ready address with each port, ports first, as kubectl lists them. */
function ready(subsets: Endpoints['subsets']): readonly string[] {
  return subsets.flatMap(({ addresses, ports }) => {
    const ips = addresses.map(({ ip = '' }) => ip);
    if (ports.length === 0) return ips;
    return ports.flatMap(({ port }) =>
      ips.map((ip) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)),
    );
  });
}

function isLock({ metadata }: Endpoints): boolean {
  return metadata.annotations?.['control-plane.alpha.kubernetes.io/leader'] !== undefined;
}
