import { isFields } from '#snapshot/fields.ts';
import type { KindPools } from './kind-pools.ts';

/**
 * Names the PersistentVolume behind a volume as Nodes list it: `kubernetes.io/csi/<driver>^<handle>`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/#NodeStatus
 */
export function volumesByHandle(pools: KindPools): (attached: string) => string | undefined {
  let names: ReadonlyMap<string, string> | undefined;
  return (attached) => {
    names ??= new Map(
      pools({ group: '', kind: 'PersistentVolume' })
        .select(undefined, {})
        .flatMap(({ object }) => {
          const csi = isFields(object['spec']) ? object['spec']['csi'] : undefined;
          if (!isFields(csi)) return [];
          const { driver, volumeHandle } = csi;
          return [[`kubernetes.io/csi/${driver}^${volumeHandle}`, object.metadata.name] as const];
        }),
    );
    return names.get(attached);
  };
}
