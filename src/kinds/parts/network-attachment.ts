import type { Reference } from '#kinds/reference.ts';
import { isFields } from '#snapshot/fields.ts';
import type { PodSite } from './pod-template.ts';
import { refer } from './refer.ts';

/** The annotation by which a pod asks Multus for networks besides the cluster's own. */
const annotation = 'k8s.v1.cni.cncf.io/networks';

/**
 * Edges to the networks that a pod joins. The annotation lists them as text (`shop/fast@net1, slow`) or
 * as JSON (`[{"name": "fast", "namespace": "shop"}]`).
 *
 * @param site Where the annotations stand: `metadata.annotations`.
 * @see https://github.com/k8snetworkplumbingwg/multi-net-spec
 */
export function networkReferences(
  annotations: Readonly<Record<string, string>> | undefined,
  { at, namespace }: PodSite,
): readonly Reference[] {
  const written = annotations?.[annotation];
  if (!written) return [];
  return networksOf(written).flatMap((network) =>
    refer('network', 'NetworkAttachmentDefinition.k8s.cni.cncf.io', {
      name: network.name,
      namespace: network.namespace ?? namespace,
      path: `${at}["${annotation}"]`,
    }),
  );
}

interface Network {
  readonly name: string;
  readonly namespace?: string | undefined;
}

function networksOf(written: string): readonly Network[] {
  const text = written.trim();
  if (text.startsWith('[')) return networksOfJson(text);
  return text.split(',').map((item) => {
    const [place = ''] = item.trim().split('@');
    const slash = place.indexOf('/');
    return slash === -1
      ? { name: place }
      : { name: place.slice(slash + 1), namespace: place.slice(0, slash) };
  });
}

function networksOfJson(text: string): readonly Network[] {
  const items = parsed(text);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    if (!isFields(item) || typeof item['name'] !== 'string') return [];
    const { name, namespace } = item;
    return [{ name, namespace: typeof namespace === 'string' ? namespace : undefined }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
