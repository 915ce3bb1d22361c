import { z } from 'zod';
import type { GroupVersion } from './discovery.ts';

/**
 * What to accept for discovery in one answer, the newer form first. A server that knows neither sends
 * the old index of groups.
 *
 * @see https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery
 */
export const aggregatedDiscovery = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

const strings = z.array(z.string()).nullish();

const Resource = z.looseObject({
  resource: z.string(),
  // Of another group or version than its own only where it says so, as `scale` does.
  responseKind: z.looseObject({ kind: z.string() }).nullish(),
  scope: z.string(),
  singularResource: z.string().nullish(),
  verbs: strings,
  shortNames: strings,
  categories: strings,
});

const APIGroupDiscoveryList = z.looseObject({
  kind: z.literal('APIGroupDiscoveryList'),
  items: z.array(
    z.looseObject({
      metadata: z.looseObject({ name: z.string().default('') }),
      versions: z.array(
        z.looseObject({
          version: z.string(),
          freshness: z.string().nullish(),
          resources: z.array(Resource).nullish(),
        }),
      ),
    }),
  ),
});

/** The groups of an aggregated answer, or `undefined` when the answer is none. */
export function aggregatedGroups(json: unknown): GroupVersion[] | undefined {
  const { data } = APIGroupDiscoveryList.safeParse(json);
  return data?.items.flatMap(({ metadata, versions }) =>
    versions.map(({ version, freshness, resources }) => ({
      group: metadata.name,
      version,
      alive: freshness !== 'Stale',
      resources: (resources ?? []).map((resource) => ({
        group: metadata.name,
        version,
        plural: resource.resource,
        kind: resource.responseKind?.kind ?? '',
        singular: resource.singularResource ?? '',
        shortNames: resource.shortNames ?? [],
        categories: resource.categories ?? [],
        namespaced: resource.scope === 'Namespaced',
        verbs: resource.verbs ?? [],
      })),
    })),
  );
}
