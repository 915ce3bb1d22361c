import type { ResourceType } from '#snapshot/manifest.ts';

/** Path of a group's version: `/api/v1`, `/apis/apps/v1`. */
export function apiPath({ group, version }: Pick<ResourceType, 'group' | 'version'>): string {
  return group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
}

/** Path of a list, over all namespaces or in one: `/apis/apps/v1/namespaces/shop/deployments`. */
export function listPath(
  type: Pick<ResourceType, 'group' | 'version' | 'plural'>,
  namespace: string | undefined,
): string {
  const scope = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${apiPath(type)}${scope}/${type.plural}`;
}
