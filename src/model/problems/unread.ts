import type { Model } from '#model/model.ts';
import type { Resource } from '#snapshot/manifest.ts';

/**
 * Resources that were not read in full and may name other objects: any custom resource may name a
 * Secret, so only without such a resource is it known what nothing names.
 */
export function unreadResources({ snapshot, holdsAll }: Model): readonly Resource[] {
  return snapshot.manifest.resources.filter(
    (resource) => !namesNothing(resource) && !holdsAll(resource, undefined),
  );
}

/** Resources that name nothing of lasting effect, and are often left out or not served. */
function namesNothing({ group, plural }: Resource): boolean {
  return plural === 'events' || plural === 'componentstatuses' || group.endsWith('metrics.k8s.io');
}
