import type { Reference } from '#kinds/reference.ts';
import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { refer } from './refer.ts';

/** How a class was named before `spec.storageClassName` existed; it still wins. */
const annotation = 'volume.beta.kubernetes.io/storage-class';

interface Classed {
  readonly metadata: ObjectMeta;
  readonly spec?: { readonly storageClassName?: string | undefined } | undefined;
}

/** Name of the StorageClass of a volume or claim; empty for none. */
export function storageClassName({ metadata, spec }: Classed): string {
  return metadata.annotations?.[annotation] ?? spec?.storageClassName ?? '';
}

/** The edge to that class. */
export function storageClassReference(object: Classed): readonly Reference[] {
  const annotated = object.metadata.annotations?.[annotation] !== undefined;
  return refer('class', 'StorageClass.storage.k8s.io', {
    name: storageClassName(object),
    path: annotated ? `metadata.annotations['${annotation}']` : 'spec.storageClassName',
  });
}
