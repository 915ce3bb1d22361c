import { builtinResources } from '#snapshot/builtin-resources.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { type Listing, placeOf, recordedListing } from './listing.ts';

/** What the double serves: every resource with its objects, sorted as an API server lists them. */
export interface DoubleCluster {
  readonly version: string;
  readonly resources: readonly DoubleResource[];
}

export interface DoubleResource {
  readonly type: ResourceType;
  readonly objects: readonly KubeObject[];
  /** Served in place of `objects`: more than fit in memory. */
  readonly generated?: Listing;
  readonly resourceVersion: string;
}

/** The cluster a snapshot was taken of; it holds no Secret values, as the snapshot does not. */
export async function clusterOf(folder: string): Promise<DoubleCluster> {
  const { manifest, lists } = await readSnapshot(folder);
  const objects = new Map(lists.map((list) => [resourceKey(list.resource), list.objects]));
  return {
    version: manifest.cluster.version ?? '',
    resources: manifest.resources.map(
      ({ status: _, count: __, bytes: ___, sha256: ____, message, resourceVersion, ...type }) => ({
        type,
        objects: objects.get(resourceKey(type)) ?? [],
        resourceVersion: resourceVersion ?? '1',
      }),
    ),
  };
}

/** The cluster with one more object of a resource it has. */
export function withObject(cluster: DoubleCluster, key: string, object: KubeObject): DoubleCluster {
  return withObjects(cluster, key, (objects) => [...objects, object]);
}

/** The cluster with other objects of a resource it has, in a new version of its list. */
export function withObjects(
  cluster: DoubleCluster,
  key: string,
  change: (objects: readonly KubeObject[]) => readonly KubeObject[],
): DoubleCluster {
  return {
    ...cluster,
    resources: cluster.resources.map((resource) => {
      if (resourceKey(resource.type) !== key) return resource;
      const objects = [...change(resource.objects)];
      return {
        ...resource,
        objects: objects.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
        resourceVersion: String(Number(resource.resourceVersion) + 1),
      };
    }),
  };
}

const builtin = new Set(builtinResources.map(({ group, kind }) => `${group}/${kind}`));

/** Whether the server's own types describe a resource: in their lists the items do not say what they are. */
export function isBuiltin({ group, kind }: Pick<ResourceType, 'group' | 'kind'>): boolean {
  return builtin.has(`${group}/${kind}`);
}

/** The objects of a resource as a server lists them. */
export function listingOf({ type, objects, generated }: DoubleResource): Listing {
  return generated ?? recordedListing(objects, isBuiltin(type));
}
