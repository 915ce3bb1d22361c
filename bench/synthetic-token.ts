/** The volume in which a made-up Pod finds its token. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { digest } from './synthetic-object.ts';

interface Named {
  readonly name: string;
}

interface Mounting {
  readonly volumes: readonly Named[];
  readonly containers: readonly { readonly volumeMounts: readonly Named[] }[];
}

/** Name of the volume in a template. */
export const tokenVolume = 'kube-api-access';

/**
 * An object as the API server admits it: in a Pod, the volume has a name that no other Pod has,
 * `kube-api-access-x7k2p`. It gives it after it has noted who wrote which field: no field set has that name.
 */
export function admitted(object: KubeObject): KubeObject {
  if (object.kind !== 'Pod') return object;
  const name = `${tokenVolume}-${suffixOf(object.metadata.name)}`;
  const renamed = (each: Named) => (each.name === tokenVolume ? { ...each, name } : each);
  const spec = object['spec'] as Mounting;
  const containers = spec.containers.map((container) => ({
    ...container,
    volumeMounts: container.volumeMounts.map(renamed),
  }));
  return { ...object, spec: { ...spec, volumes: spec.volumes.map(renamed), containers } };
}

/** Five of the characters that Kubernetes makes names up of: without vowels they spell no words. */
function suffixOf(pod: string): string {
  const characters = 'bcdfghjklmnpqrstvwxz2456789';
  const bytes = Buffer.from(digest(pod).slice(0, 10), 'hex');
  return Array.from(bytes, (byte) => characters[byte % characters.length]).join('');
}
