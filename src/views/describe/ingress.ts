import { ingressBackend } from '#kinds/parts/ingress-backend.ts';
import { loadBalancer, loadBalancerAddresses } from '#kinds/parts/load-balancer.ts';
import { type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { Describer, Subject } from './describer.ts';
import { group, lines, table, type Value, value } from './description.ts';
import { endpointList } from './parts/endpoint-list.ts';
import {
  annotationsItem,
  labelsItem,
  metadataItems,
  nameItem,
  namespaceItem,
  naming,
} from './parts/metadata.ts';

const Ingress = part({
  spec: part({
    ingressClassName: text,
    defaultBackend: ingressBackend,
    backend: ingressBackend,
    tls: list(part({ secretName: text, hosts: list(text) })),
    rules: list(
      part({
        host: text,
        http: part({ paths: list(part({ path: text, backend: ingressBackend })) }),
      }),
    ),
  }),
  status: part({ loadBalancer }),
});
type Ingress = Infer<typeof Ingress>;

/** Behind each backend stand the addresses that requests reach, or why they are not known. */
export const describeIngress: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Ingress.read(object) ?? {};
  const { metadata } = object;
  const otherwise = spec?.defaultBackend ?? spec?.backend;
  const fallback = otherwise ? backendText(otherwise, subject) : { text: '<default>' };
  const tls = spec?.tls ?? [];
  const ingressClass = { group: 'networking.k8s.io', kind: 'IngressClass' };
  return [
    nameItem(object),
    labelsItem('Labels', metadata.labels),
    namespaceItem(object),
    value('Address', loadBalancerAddresses(status?.loadBalancer).join(',')),
    value(
      'Ingress Class',
      spec?.ingressClassName === undefined ? '<none>' : naming(ingressClass, spec.ingressClassName),
    ),
    value('Default backend', fallback),
    tls.length === 0
      ? undefined
      : lines(
          'TLS',
          tls.map((each) => tlsText(each, metadata.namespace)),
        ),
    rulesItem(spec, fallback, subject),
    annotationsItem(metadata.annotations),
  ];
};

function rulesItem(spec: Ingress['spec'], fallback: Value, subject: Subject) {
  const rules = (spec?.rules ?? []).filter(({ http }) => http !== undefined);
  const rows = rules.flatMap(({ host, http }) => [
    [host || '*', '', ''],
    ...(http?.paths ?? []).map(({ path = '', backend }) => [
      '',
      path,
      backendText(backend, subject),
    ]),
  ]);
  return table(
    'Rules',
    ['Host', 'Path', 'Backends'],
    rows.length > 0 ? rows : [['*', '*', fallback]],
  );
}

type Backend = Infer<typeof ingressBackend> | undefined;

/** `web:http (10.1.0.3:8080,10.1.0.4:8080)`, or why the Service behind it is not known. */
function backendText(backend: Backend, { model, entry }: Subject): Value {
  const { namespace } = entry.object.metadata;
  const { service, resource } = backend ?? {};
  const name = service?.name ?? backend?.serviceName;
  if (name === undefined) return resource === undefined ? { text: '' } : resourceText(resource);
  const port = service?.port?.number || (service?.port?.name ?? backend?.servicePort ?? '');
  const names = objectId({ group: '', kind: 'Service', namespace, name });
  const found = model.get(names);
  if (found === undefined) {
    const isKnown = model.holdsAll({ group: '', kind: 'Service' }, namespace);
    const why = isKnown ? 'not found' : 'not captured';
    return { text: `${name}:${port} (<error: services "${name}" ${why}>)`, names };
  }
  const ports = Ports.read(found.object)?.spec?.ports ?? [];
  const portName = ports.find(
    (each) => each.port === port || (each.name && each.name === port),
  )?.name;
  const addresses = endpointList(model, found.object.metadata, portName ?? '');
  return { text: `${name}:${port} (${addresses})`, names };
}

const Ports = part({ spec: part({ ports: list(part({ name: text, port: number })) }) });

function resourceText({
  apiGroup,
  kind = '',
  name = '',
}: NonNullable<NonNullable<Backend>['resource']>) {
  return { text: `APIGroup: ${apiGroup ?? '<none>'}, Kind: ${kind}, Name: ${name}` };
}

function tlsText(
  { secretName, hosts }: NonNullable<Ingress['spec']>['tls'][number],
  namespace: string | undefined,
): Value {
  if (!secretName) return { text: `SNI routes ${hosts.join(',')}` };
  const text = `${secretName} terminates ${hosts.join(',')}`;
  return { ...naming({ kind: 'Secret' }, secretName, namespace), text };
}

const IngressClass = part({
  spec: part({ controller: text, parameters: part({ apiGroup: text, kind: text, name: text }) }),
});

/** Parameters are an object of any kind. */
export const describeIngressClass: Describer = ({ entry: { object } }) => {
  const { controller = '', parameters } = IngressClass.read(object)?.spec ?? {};
  return [
    nameItem(object),
    ...metadataItems(object),
    value('Controller', controller),
    parameters &&
      group('Parameters', [
        value('APIGroup', parameters.apiGroup),
        value('Kind', parameters.kind ?? ''),
        value('Name', parameters.name ?? ''),
      ]),
  ];
};
