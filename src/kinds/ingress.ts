import { defineKind, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { backendReferences, backendText, ingressBackend } from './parts/ingress-backend.ts';
import { loadBalancer, loadBalancerAddresses } from './parts/load-balancer.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, part, text } from './parts/schema.ts';
import type { Reference } from './reference.ts';

const schema = part({
  spec: part({
    ingressClassName: text,
    defaultBackend: ingressBackend,
    // The name of defaultBackend before networking.k8s.io/v1.
    backend: ingressBackend,
    rules: list(
      part({
        host: text,
        http: part({
          paths: list(part({ path: text, pathType: text, backend: ingressBackend })),
        }),
      }),
    ),
    tls: list(part({ hosts: list(text), secretName: text })),
  }),
  status: part({ loadBalancer }),
});
type Ingress = Read<Infer<typeof schema>>;

const classAnnotation = 'kubernetes.io/ingress.class';

export const ingress = defineKind({
  group: 'networking.k8s.io',
  kind: 'Ingress',
  plural: 'ingresses',
  shortNames: ['ing'],
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Rules by which an ingress controller sends HTTP requests from outside to Services.',
  breaks: 'Requests to its hosts and paths are no longer routed: from outside, the site is gone.',
  schema,
  columns: {
    Name: nameCell,
    Class: ({ spec }) => spec?.ingressClassName ?? '<none>',
    Hosts: hostsCell,
    Address: ({ status }) => loadBalancerAddresses(status?.loadBalancer).join(','),
    Ports: ({ spec }) => (spec?.tls.length ? '80, 443' : '80'),
    Age: ageCell,
  },
  facts: {
    Rules: ({ spec }) =>
      (spec?.rules ?? []).flatMap(({ host, http }) =>
        (http?.paths ?? []).map(
          ({ path, backend }) => `${host ?? '*'}${path ?? '/'} → ${backendText(backend)}`,
        ),
      ),
    'Default backend': ({ spec }) => {
      const backend = spec?.defaultBackend ?? spec?.backend;
      return backend && backendText(backend);
    },
    Certificates: ({ spec }) =>
      spec?.tls.map(({ hosts, secretName }) => {
        return `${secretName ?? "the controller's own"} for ${hosts.join(', ') || 'every host'}`;
      }),
    'Class by annotation': ({ metadata }) => metadata.annotations?.[classAnnotation],
  },
  references: (object) => [
    ...classReferences(object),
    ...ruleReferences(object),
    ...tlsReferences(object),
  ],
});

/** Up to three hosts; how many follow, kubectl counts in rules and not in hosts. */
function hostsCell({ spec }: Ingress): string {
  const rules = spec?.rules ?? [];
  const named = [...rules.entries()].filter(([, { host }]) => host);
  const [third] = named[2] ?? [];
  const shown = named.slice(0, 3).map(([, { host }]) => host);
  const isCut = third !== undefined && third < rules.length - 1;
  const text = shown.join(',') || '*';
  return isCut ? `${text} + ${rules.length - 3} more...` : text;
}

function classReferences({ metadata, spec }: Ingress): readonly Reference[] {
  return [
    ...refer('class', 'IngressClass.networking.k8s.io', {
      name: spec?.ingressClassName,
      path: 'spec.ingressClassName',
    }),
    // Controllers took the annotation as it is, long before there were IngressClasses.
    ...refer('class', 'IngressClass.networking.k8s.io', {
      name: metadata.annotations?.[classAnnotation],
      path: `metadata.annotations["${classAnnotation}"]`,
      optional: true,
    }),
  ];
}

function ruleReferences({ metadata: { namespace }, spec }: Ingress): readonly Reference[] {
  return [
    ...backendReferences(spec?.defaultBackend, {
      at: 'spec.defaultBackend',
      namespace,
      from: 'everything else',
    }),
    ...backendReferences(spec?.backend, { at: 'spec.backend', namespace, from: 'everything else' }),
    ...(spec?.rules ?? []).flatMap(({ host, http }, rule) =>
      (http?.paths ?? []).flatMap(({ path, backend }, index) =>
        backendReferences(backend, {
          at: `spec.rules[${rule}].http.paths[${index}].backend`,
          namespace,
          from: `${host ?? '*'}${path ?? '/'}`,
        }),
      ),
    ),
  ];
}

function tlsReferences({ metadata: { namespace }, spec }: Ingress): readonly Reference[] {
  return (spec?.tls ?? []).flatMap(({ secretName, hosts }, index) =>
    refer('certificate', 'Secret', {
      name: secretName,
      namespace,
      path: `spec.tls[${index}].secretName`,
      detail: hosts.join(', ') || 'every host',
    }),
  );
}
