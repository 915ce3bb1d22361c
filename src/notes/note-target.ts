import { globPattern, matchesGlob } from '#config/glob.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';

/** The fields of a note that say what it is about; in all but `labels` and `kind` a `*` is anything. */
export interface Aim {
  /** Ids of clusters; every cluster without it. */
  readonly cluster?: string | readonly string[] | undefined;
  /** As kubectl takes it. */
  readonly kind?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** What a note is about. A kind alone is the kind and not each of its objects: those are `name: "*"`. */
export type NoteTarget = 'cluster' | 'namespace' | 'kind' | 'objects';

/** What a note with these fields is about. */
export function targetOf({ kind, namespace, name, labels }: Aim): NoteTarget {
  if (name !== undefined || labels !== undefined) return 'objects';
  if (kind === undefined) return namespace === undefined ? 'cluster' : 'namespace';
  return namespace === undefined ? 'kind' : 'objects';
}

/** Whether a note is about a cluster at all: a kept snapshot goes by the id of its cluster as well. */
export function isAboutCluster({ cluster = '*' }: Aim, id: string): boolean {
  return [cluster]
    .flat()
    .some((glob) => matchesGlob(glob, id) || matchesGlob(glob, clusterIdOf(id)));
}

/** Tells the objects that a note is about from others of its kind. */
export function objectsMeant({
  namespace,
  name = '*',
  labels = {},
}: Aim): (object: KubeObject) => boolean {
  const places = namespace === undefined ? undefined : globPattern(namespace);
  const names = globPattern(name);
  const wanted = Object.entries(labels);
  return ({ metadata }) =>
    names.test(metadata.name) &&
    (places === undefined ||
      (metadata.namespace !== undefined && places.test(metadata.namespace))) &&
    wanted.every(
      ([key, value]) =>
        Object.hasOwn(metadata.labels ?? {}, key) && metadata.labels?.[key] === value,
    );
}
