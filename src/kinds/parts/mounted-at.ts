import { allContainers, type Container, type PodSpec } from './pod-template.ts';

/** A key of a ConfigMap or Secret, and the file it becomes. */
interface KeyFile {
  readonly path?: string | undefined;
}

/**
 * Where the containers of a pod see one of its volumes: `at /var/lib/data`, `device /dev/xvda`, or,
 * when the volume says which keys it takes, `file /etc/coredns/Corefile`.
 *
 * @param keys Keys the volume takes from its ConfigMap or Secret; `[]` is all of them. Absent for
 *   volumes that are not made of keys.
 */
export function mountedAt(
  spec: PodSpec,
  volume: string | undefined,
  keys?: readonly KeyFile[],
): string {
  const ofVolume = ({ name }: { readonly name?: string | undefined }) => name === volume;
  const places = new Set<string>();
  for (const { volumeMounts, volumeDevices } of allContainers(spec)) {
    for (const mount of volumeMounts.filter(ofVolume)) {
      for (const place of placesOf(mount, keys)) places.add(place);
    }
    for (const { devicePath } of volumeDevices.filter(ofVolume)) places.add(`device ${devicePath}`);
  }
  return places.size === 0 ? 'mounted by no container' : [...places].join(', ');
}

const maxFiles = 3;

function placesOf(
  { mountPath = '', subPath }: Container['volumeMounts'][number],
  keys: readonly KeyFile[] | undefined,
): readonly string[] {
  if (keys === undefined || keys.length > maxFiles) return [`at ${mountPath}`];
  // Below a volume of keys, a subPath is one key: the mount path is the file itself.
  if (subPath) return [`file ${mountPath}`];
  if (keys.length === 0) return [`at ${mountPath}`];
  return keys.map(({ path = '' }) => `file ${mountPath.replace(/\/$/, '')}/${path}`);
}
