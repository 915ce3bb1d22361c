import { foldedPerPage } from '#views/folded.ts';
import { safeName } from '#views/safe-name.ts';

/** What the address of an object is made of. */
export interface Placed {
  /** `deployments.apps` */
  readonly resource: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/**
 * The address of an object, by which an index need not hold it. Names that make none of their own (too long
 * for a file system) are in the index: its builder compares each with the site's.
 *
 * @param place - Of the object among those that are shown on the page of `home`.
 */
export function objectAddress(
  root: string,
  object: Placed,
  home: Placed | undefined = undefined,
  place = 0,
): string {
  const { resource, namespace, name } = home ?? object;
  const scope = namespace === undefined ? '' : `${safeName(namespace)}/`;
  const page = `${root}objects/${safeName(resource)}/${scope}${safeName(name)}/`;
  if (home === undefined) return page;
  const part = Math.floor(place / foldedPerPage);
  const foreign =
    object.namespace === undefined || object.namespace === home.namespace
      ? ''
      : `${safeName(object.namespace)}/`;
  const anchor = `${safeName(object.kind.toLowerCase())}-${foreign}${safeName(object.name)}`;
  return `${page}${part > 0 ? `${part + 1}/` : ''}#${anchor}`;
}

/** The address of a namespace, with the same exceptions. */
export function namespaceAddress(root: string, name: string): string {
  return `${root}namespaces/${safeName(name)}/`;
}
