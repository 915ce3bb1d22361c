import type { Reference } from '#kinds/reference.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { refer } from './refer.ts';
import { type Infer, intOrString, number, part, text } from './schema.ts';

/** Where an Ingress sends requests, in the form of networking.k8s.io/v1 or of the versions before. */
export const ingressBackend = part({
  service: part({ name: text, port: part({ name: text, number }) }),
  resource: part({ apiGroup: text, kind: text, name: text }),
  serviceName: text,
  servicePort: intOrString,
});
type Backend = Infer<typeof ingressBackend> | undefined;

/** `Service web, port http`, or the object that is a backend itself. */
export function backendText(backend: Backend): string {
  const { service, resource, serviceName } = backend ?? {};
  if (resource !== undefined) return `${resource.kind} ${resource.name}`;
  return `Service ${service?.name ?? serviceName}, ${portText(backend)}`;
}

/** `port 80` or `port http`, as the backend writes it. */
export function portText(backend: Backend): string {
  const { name, number: port } = backend?.service?.port ?? {};
  return `port ${name || port || backend?.servicePort}`;
}

/**
 * The edge that a backend writes.
 *
 * @param from Which requests go there: `shop.example.com/api`.
 */
export function backendReferences(
  backend: Backend,
  {
    at,
    namespace,
    from,
  }: { readonly at: string; readonly namespace: string | undefined; readonly from: string },
): readonly Reference[] {
  const { service, resource, serviceName } = backend ?? {};
  const detail = `${from} to ${portText(backend)}`;
  return [
    ...refer('routes', 'Service', {
      name: service?.name,
      namespace,
      path: `${at}.service.name`,
      detail,
    }),
    ...refer('routes', 'Service', {
      name: serviceName,
      namespace,
      path: `${at}.serviceName`,
      detail,
    }),
    ...refer(
      'routes',
      groupKindKey({ group: resource?.apiGroup ?? '', kind: resource?.kind ?? '' }),
      {
        name: resource?.name,
        namespace,
        path: `${at}.resource.name`,
        detail: from,
      },
    ),
  ];
}
