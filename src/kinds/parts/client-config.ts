import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';
import { type Infer, number, part, text } from './schema.ts';

/** Where the API server reaches a webhook: a Service of the cluster, or an address. */
export const ClientConfig = part({
  url: text,
  service: part({ namespace: text, name: text, path: text, port: number }),
});
type ClientConfig = Infer<typeof ClientConfig> | undefined;

/** `Service cert-manager/cert-manager-webhook`, or the address. */
export function clientLine(config: ClientConfig): string {
  const { service, url = '' } = config ?? {};
  return service === undefined ? url : `Service ${service.namespace}/${service.name}`;
}

/** The edge to that Service. `at` is the path of the `clientConfig`; `detail` says for what it is called. */
export function clientReference(
  config: ClientConfig,
  at: string,
  detail: string,
): readonly Reference[] {
  const { name, namespace, port = 443, path = '' } = config?.service ?? {};
  return refer('calls', 'Service', {
    name,
    namespace,
    path: `${at}.service.name`,
    detail: `${detail}, port ${port}${path && `, path ${path}`}`,
  });
}
