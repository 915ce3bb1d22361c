import type { KubeObject } from '#snapshot/kube-object.ts';

/** A segment of a path, by all that stands before it. Files and folders of one folder are apart. */
interface Slot {
  readonly key: string;
  readonly value: string;
}

const namespaceName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function slotsOf(path: string): Slot[] {
  const segments = path.split(/[/\\]/);
  return segments.map((segment, index) => {
    const isFile = index === segments.length - 1;
    return {
      key: `${isFile ? 'file' : 'folder'} ${segments.slice(0, index).join('/')}`,
      value: isFile ? segment.replace(/(\.(json|ya?ml|txt|gz))+$/i, '') : segment,
    };
  });
}

/**
 * Which namespaces the objects and the paths of a dump name. A path names one where the same place of other
 * paths does: `dump/kube-public/pods.json` may hold an empty list, but `dump/shop/pods.json` holds Pods of `shop`.
 */
export class NamespaceEvidence {
  readonly #captured = new Set<string>();
  readonly #ofObjects = new Set<string>();
  readonly #emptyPaths = new Set<string>();
  readonly #confirmed = new Set<string>();
  readonly #refuted = new Set<string>();
  /** The path and namespace seen last: most objects share both with the one before. */
  #last = '';

  see(object: KubeObject, path: string): void {
    const { kind, apiVersion, metadata } = object;
    if (kind === 'Namespace' && apiVersion === 'v1') this.#captured.add(metadata.name);
    const { namespace } = metadata;
    if (!namespace) return;
    this.#ofObjects.add(namespace);
    const here = `${namespace} ${path}`;
    if (here === this.#last) return;
    this.#last = here;
    for (const { key, value } of slotsOf(path)) {
      if (value === namespace) this.#confirmed.add(key);
      else this.#refuted.add(key);
    }
  }

  /** A file with a list that holds nothing. */
  seeEmptyList(path: string): void {
    this.#emptyPaths.add(path);
  }

  /** Whether the dump has an object of this name. */
  holds(name: string): boolean {
    return this.#captured.has(name);
  }

  /** The namespaces that are named and of which the dump holds no object. */
  conclude(): { readonly name: string; readonly from: string }[] {
    const ofPaths = new Set<string>();
    for (const { key, value } of [...this.#emptyPaths].flatMap(slotsOf)) {
      const means = this.#confirmed.has(key) && !this.#refuted.has(key);
      if (means && namespaceName.test(value) && !this.#ofObjects.has(value)) ofPaths.add(value);
    }
    return [
      ...[...this.#ofObjects].map((name) => ({ name, from: 'metadata.namespace of its objects' })),
      ...[...ofPaths].map((name) => ({ name, from: 'a folder or file of its name in the dump' })),
    ].filter(({ name }) => !this.#captured.has(name));
  }
}
