import type { KubeObject } from './kube-object.ts';
import type { Manifest, Resource } from './manifest.ts';

/** The objects of one resource, in the file's order (bytes of `namespace/name`). */
export interface ResourceList {
  readonly resource: Resource;
  readonly objects: readonly KubeObject[];
}

/** A snapshot in memory: the manifest and one list per resource that has a file. */
export interface Snapshot {
  readonly manifest: Manifest;
  readonly lists: readonly ResourceList[];
}
