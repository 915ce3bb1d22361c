import { allContainers, type LinkedPodSpec } from './pod-template.ts';

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
  const uses = usesOf(spec).get(volume);
  if (uses === undefined) return 'mounted by no container';
  const [only] = uses;
  // Containers of a pod mount a volume in the same place, as a rule.
  const places =
    only !== undefined && uses.every((use) => isSame(use, only))
      ? placesOf(only, keys)
      : uses.flatMap((use) => placesOf(use, keys));
  if (places.length === 0) return 'mounted by no container';
  return places.length === 1 ? `${places[0]}` : [...new Set(places)].join(', ');
}

interface Use {
  readonly mountPath?: string | undefined;
  readonly subPath?: string | undefined;
  readonly devicePath?: string | undefined;
}

function isSame(one: Use, other: Use): boolean {
  return (
    one.mountPath === other.mountPath &&
    one.subPath === other.subPath &&
    one.devicePath === other.devicePath
  );
}

type Uses = ReadonlyMap<string | undefined, readonly Use[]>;

// A pod spec is asked about each of its volumes in turn.
let last: { readonly spec: LinkedPodSpec; readonly uses: Uses } | undefined;

/** Name of a volume → where the containers mount it, in their order. */
function usesOf(spec: LinkedPodSpec): Uses {
  if (last?.spec === spec) return last.uses;
  const uses = new Map<string | undefined, Use[]>();
  const add = (use: Use & { readonly name?: string | undefined }) => {
    const others = uses.get(use.name);
    if (others === undefined) uses.set(use.name, [use]);
    else others.push(use);
  };
  for (const { volumeMounts, volumeDevices } of allContainers(spec)) {
    volumeMounts.forEach(add);
    volumeDevices.forEach(add);
  }
  last = { spec, uses };
  return uses;
}

const maxFiles = 3;

function placesOf(
  { mountPath = '', subPath, devicePath }: Use,
  keys: readonly KeyFile[] | undefined,
): readonly string[] {
  if (devicePath !== undefined) return [`device ${devicePath}`];
  if (keys === undefined || keys.length > maxFiles) return [`at ${mountPath}`];
  // Below a volume of keys, a subPath is one key: the mount path is the file itself.
  if (subPath) return [`file ${mountPath}`];
  if (keys.length === 0) return [`at ${mountPath}`];
  const folder = mountPath.endsWith('/') ? mountPath : `${mountPath}/`;
  return keys.map(({ path = '' }) => `file ${folder}${path}`);
}
