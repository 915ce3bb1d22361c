/** Addresses behind a Service as kubectl lists them in one line. */

import { flag, list, number, part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

const Slice = part({
  ports: list(part({ name: text, port: number })),
  endpoints: list(part({ addresses: list(text), conditions: part({ ready: flag }) })),
});

const slicesByService = oncePerModel((model) =>
  Map.groupBy(
    model.ofKind({ group: 'discovery.k8s.io', kind: 'EndpointSlice' }),
    ({ object: { metadata } }) =>
      `${metadata.namespace}/${metadata.labels?.['kubernetes.io/service-name']}`,
  ),
);

/** EndpointSlices by the label that names their Service (`namespace/name`), as kubectl finds them. */
const slicesOf = question(
  'slicesOf',
  (model, service): readonly Entry[] => slicesByService(model).get(service) ?? [],
);

const shown = 3;

/**
 * The ready addresses behind one port of a Service, by the port's name:
 * `10.1.0.3:53,10.1.0.4:53`, three of them and how many follow; `<none>` without a slice.
 */
export function endpointList(
  model: Model,
  { namespace = '', name }: { readonly namespace?: string | undefined; readonly name: string },
  portName: string,
): string {
  const slices = slicesOf(model, `${namespace}/${name}`);
  if (slices.length === 0) return '<none>';
  const all = slices.flatMap(({ object }) => addressesOf(object, portName));
  const first = all.slice(0, shown).join(',');
  return all.length > shown ? `${first} + ${all.length - shown} more...` : first;
}

function addressesOf(slice: KubeObject, portName: string): readonly string[] {
  const { ports, endpoints } = Slice.read(slice) ?? { ports: [], endpoints: [] };
  // Nobody having said so, an endpoint is ready.
  const ready = endpoints
    .filter(({ conditions }) => conditions?.ready ?? true)
    .map(({ addresses: [first = ''] }) => first);
  if (ports.length === 0) return ready;
  return ports
    .filter(({ name = '' }) => name === portName)
    .flatMap(({ port = 0 }) => ready.map((address) => hostPort(address, port)));
}

function hostPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
