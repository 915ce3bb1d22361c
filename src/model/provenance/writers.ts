import { list, part, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** A program that wrote fields of an object, as the API server noted. */
export interface Writer {
  /** The name it gave itself: `kubectl-client-side-apply`, `helm`. */
  readonly manager: string;
  /** `Apply` for server-side apply, else `Update`. */
  readonly operation: string;
  /** `status`, `scale`; empty for the object itself. */
  readonly subresource: string;
  /** Version of the API it spoke. */
  readonly apiVersion: string;
  /** RFC 3339; absent on old servers. */
  readonly time?: string | undefined;
  /** Its place in `metadata.managedFields`. */
  readonly index: number;
}

const readManaged = part({
  metadata: part({
    managedFields: list(
      part({ manager: text, operation: text, subresource: text, apiVersion: text, time: text }),
    ),
  }),
});

/** Who wrote an object, in the order of `metadata.managedFields`; empty where it was not captured. */
export function writersOf(object: KubeObject): readonly Writer[] {
  const managed = readManaged.read(object)?.metadata?.managedFields ?? [];
  return managed.map((entry, index) => ({
    manager: entry.manager ?? 'unknown',
    operation: entry.operation ?? 'Update',
    subresource: entry.subresource ?? '',
    apiVersion: entry.apiVersion ?? '',
    time: entry.time,
    index,
  }));
}
