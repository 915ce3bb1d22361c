import { flag, type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import { groupOf } from '#snapshot/kube-object.ts';
import type { Describer } from './describer.ts';
import { group, type Item, inline, present, table, value, values } from './description.ts';
import { orUnset } from './parts/go-text.ts';
import { metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';

const Ports = list(part({ name: text, port: number, protocol: text }));

const Endpoint = part({
  addresses: list(text),
  conditions: part({ ready: flag }),
  hostname: text,
  targetRef: part({ apiVersion: text, kind: text, name: text, namespace: text }),
  nodeName: text,
  zone: text,
});

const EndpointSlice = part({ addressType: text, ports: Ports, endpoints: list(Endpoint) });

/** Every endpoint, ready or not. */
export const describeEndpointSlice: Describer = ({ entry: { object } }) => {
  const slice = EndpointSlice.read(object);
  const { ports = [], endpoints = [] } = slice ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    value('AddressType', slice?.addressType ?? ''),
    ports.length === 0 ? inline('Ports', '<unset>') : portTable(ports),
    endpoints.length === 0
      ? inline('Endpoints', '<none>')
      : {
          type: 'entries',
          label: 'Endpoints',
          entries: endpoints.map(endpointItems),
          dashed: true,
        },
  ];
};

function portTable(ports: Infer<typeof Ports>): Item {
  return table(
    'Ports',
    ['Name', 'Port', 'Protocol'],
    ports.map(({ name, port, protocol = '' }) => [name || '<unset>', orUnset(port), protocol]),
  );
}

function endpointItems({ targetRef, ...endpoint }: Infer<typeof Endpoint>): readonly Item[] {
  const { apiVersion = '', kind = '', name, namespace } = targetRef ?? {};
  const target = { group: groupOf(apiVersion), kind };
  const node = endpoint.nodeName;
  return present([
    values('Addresses', endpoint.addresses, ', '),
    group('Conditions', [value('Ready', orUnset(endpoint.conditions?.ready))]),
    value('Hostname', orUnset(endpoint.hostname)),
    targetRef &&
      value('TargetRef', { ...naming(target, name, namespace), text: `${kind}/${name}` }),
    value('NodeName', node === undefined ? '<unset>' : naming({ kind: 'Node' }, node)),
    value('Zone', orUnset(endpoint.zone)),
  ]);
}

const Addresses = list(part({ ip: text }));
const Endpoints = part({
  subsets: list(part({ addresses: Addresses, notReadyAddresses: Addresses, ports: Ports })),
});

/** The older form of the same: subsets of addresses that share their ports. */
export const describeEndpoints: Describer = ({ entry: { object } }) => [
  nameItem(object),
  namespaceItem(object),
  ...metadataItems(object),
  group(
    'Subsets',
    (Endpoints.read(object)?.subsets ?? []).flatMap(({ addresses, notReadyAddresses, ports }) => [
      values('Addresses', ips(addresses), ','),
      values('NotReadyAddresses', ips(notReadyAddresses), ','),
      ports.length === 0 ? undefined : portTable(ports),
    ]),
  ),
];

function ips(addresses: Infer<typeof Addresses>): readonly string[] {
  return addresses.map(({ ip = '' }) => ip);
}
