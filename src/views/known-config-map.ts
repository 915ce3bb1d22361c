import { type KnownConfigMap, knownConfigMap } from '#catalogue/config-maps.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** Namespaces whose ConfigMaps are the cluster's own. */
const ownNamespaces = new Set(['kube-system', 'kube-public']);
/** Every namespace has the authority of the API server under this name. */
const rootAuthority = 'kube-root-ca.crt';

/** What the catalogue knows of a ConfigMap; elsewhere the same name may stand for anything. */
export function knownConfigMapOf({ kind, metadata }: KubeObject): KnownConfigMap | undefined {
  const { name, namespace = '' } = metadata;
  const isOwn = ownNamespaces.has(namespace) || name === rootAuthority;
  return kind === 'ConfigMap' && isOwn ? knownConfigMap(name) : undefined;
}
