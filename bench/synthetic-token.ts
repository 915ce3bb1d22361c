/** The volume in which a made-up Pod finds its token. */
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
 * The spec with the volume under a name that no other Pod has, `kube-api-access-x7k2p`. The API server gives
 * it when it admits a Pod, after it has noted who wrote which field: no field set has that name.
 */
export function withOwnToken<Spec extends Mounting>(spec: Spec, pod: string): Spec {
  const name = `${tokenVolume}-${suffixOf(pod)}`;
  const renamed = (each: Named) => (each.name === tokenVolume ? { ...each, name } : each);
  return {
    ...spec,
    volumes: spec.volumes.map(renamed),
    containers: spec.containers.map((container) => ({
      ...container,
      volumeMounts: container.volumeMounts.map(renamed),
    })),
  };
}

/** Five of the characters that Kubernetes makes names up of: without vowels they spell no words. */
function suffixOf(pod: string): string {
  const characters = 'bcdfghjklmnpqrstvwxz2456789';
  const bytes = Buffer.from(digest(pod).slice(0, 10), 'hex');
  return Array.from(bytes, (byte) => characters[byte % characters.length]).join('');
}
