import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** Volumes with the token of a Pod's ServiceAccount; the older one is a Secret. */
const tokenVolume = /^(kube-api-access|.+-token)-[a-z0-9]{5}$/;

/** A Pod without what admission put into it: the volume of its token, under a name that is drawn. */
export function withoutInjected(object: KubeObject): KubeObject {
  const spec = object['spec'];
  if (object.kind !== 'Pod' || !isFields(spec)) return object;
  const lists = ['containers', 'initContainers', 'ephemeralContainers'].flatMap((field) =>
    Array.isArray(spec[field]) ? [[field, spec[field].map(withoutMount)] as const] : [],
  );
  const volumes = named(spec['volumes']);
  return {
    ...object,
    spec: {
      ...spec,
      ...Object.fromEntries(lists),
      ...(volumes === undefined ? {} : { volumes }),
    },
  };
}

function withoutMount(container: unknown): unknown {
  if (!isFields(container)) return container;
  const volumeMounts = named(container['volumeMounts']);
  return volumeMounts === undefined ? container : { ...container, volumeMounts };
}

/** A list without the items that are called like a volume of a token. */
function named(list: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.filter((item: Fields) => !(isFields(item) && tokenVolume.test(String(item['name']))));
}
