import type { KubeObject } from '#snapshot/kube-object.ts';
import { pluralOf } from '#snapshot/plural.ts';

/** What names an object in a tree of files. */
export type Named = Pick<KubeObject, 'kind'> & { readonly name: string };

/**
 * The tool that writes each object into a file named after it, when a path is one it would have given to
 * that object; the content must agree, since a path alone says little.
 *
 * - katafygio: `[<namespace>/]<kind>-<name>.yaml`, see https://github.com/bpineau/katafygio
 * - kube-dump and its like: `<namespace>/<plural>[.<group>]/<name>.yaml`, see https://kube-dump.woozymasta.ru
 */
export function treeOf(path: string, { kind, name }: Named): string | undefined {
  const [file = '', folder = ''] = path.split('/').reverse();
  const stem = file.replace(/\.(?:json|ya?ml)$/i, '');
  if (stem === `${kind.toLowerCase()}-${name}`) return 'katafygio tree';
  const [resource = ''] = folder.toLowerCase().split('.');
  const isOfKind = [kind.toLowerCase(), pluralOf(kind)].includes(resource);
  return stem === name && isOfKind ? 'object tree' : undefined;
}
