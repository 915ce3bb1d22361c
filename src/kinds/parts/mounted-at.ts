import { allContainers, type LinkedContainer, type LinkedPodSpec } from './pod-template.ts';

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
  spec: LinkedPodSpec,
  volume: string | undefined,
  keys?: readonly KeyFile[],
): string {
  const places: string[] = [];
  // In loops and not in chains: a large cluster asks this a hundred thousand times.
  for (const { volumeMounts, volumeDevices } of allContainers(spec)) {
    for (const mount of volumeMounts) {
      if (mount.name === volume) places.push(...placesOf(mount, keys));
    }
    for (const { name, devicePath } of volumeDevices) {
      if (name === volume) places.push(`device ${devicePath}`);
    }
  }
  if (places.length === 0) return 'mounted by no container';
  return places.length === 1 ? `${places[0]}` : [...new Set(places)].join(', ');
}

const maxFiles = 3;

function placesOf(
  { mountPath = '', subPath }: LinkedContainer['volumeMounts'][number],
  keys: readonly KeyFile[] | undefined,
): readonly string[] {
  if (keys === undefined || keys.length > maxFiles) return [`at ${mountPath}`];
  // Below a volume of keys, a subPath is one key: the mount path is the file itself.
  if (subPath) return [`file ${mountPath}`];
  if (keys.length === 0) return [`at ${mountPath}`];
  const folder = mountPath.endsWith('/') ? mountPath : `${mountPath}/`;
  return keys.map(({ path = '' }) => `file ${folder}${path}`);
}
