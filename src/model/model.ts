import type { Context, Kind } from '#kinds/kind.ts';
import type { Reference, Relation } from '#kinds/reference.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Resource } from '#snapshot/manifest.ts';
import type { GroupKind, ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** One object of the model, with what is known of its kind. */
export interface Entry {
  readonly id: ObjectId;
  /** Its index in {@link Model.entries}. */
  readonly place: number;
  readonly object: KubeObject;
  readonly kind: Kind;
  /** The ledger line of its resource. */
  readonly resource: Resource;
  /** Where its name stands (`spec.nodeName of Pods`), if that is all the dump has of it. */
  readonly inferred?: string | undefined;
}

/** A resolved reference: both ends are in the snapshot. */
export interface Edge {
  readonly from: ObjectId;
  readonly to: ObjectId;
  readonly relation: Relation;
  /** Field of `from` that says so. */
  readonly path: string;
  readonly detail?: string | undefined;
  /** `from` can do without `to`, and says so. */
  readonly optional?: boolean | undefined;
}

/** A reference that leads to nothing in the snapshot. */
export interface Dangling {
  readonly from: ObjectId;
  readonly reference: Reference;
  /** The object that was looked for; absent when the reference is a selector. */
  readonly to?: ObjectId | undefined;
  /**
   * - `missing`: the target's resource was captured in full and the target is not in it.
   * - `not-captured`: the target's resource, or its namespace, was not captured, so nothing is known.
   * - `optional`: missing, and the object says it can do without.
   * - `nothing-selected`: a selector that matches no object.
   */
  readonly reason: 'missing' | 'not-captured' | 'optional' | 'nothing-selected';
}

/**
 * The graph of one snapshot: every object by id, kind and namespace, and every relation in both
 * directions. Built once, never changed.
 */
export interface Model {
  readonly snapshot: Snapshot;
  readonly context: Context;
  /** All objects, in ledger order, then file order. */
  readonly entries: readonly Entry[];
  get(id: ObjectId): Entry | undefined;
  /** Objects of a kind, all namespaces. */
  ofKind(kind: GroupKind): readonly Entry[];
  /** Namespaced objects of a namespace. */
  inNamespace(namespace: string): readonly Entry[];
  /** Names of all namespaces: Namespace objects, and namespaces that only objects mention. Sorted. */
  readonly namespaces: readonly string[];
  /** What this object refers to. */
  edgesFrom(id: ObjectId): readonly Edge[];
  /** What refers to this object. */
  edgesTo(id: ObjectId): readonly Edge[];
  danglingFrom(id: ObjectId): readonly Dangling[];
  readonly dangling: readonly Dangling[];
  /**
   * The owner, its owner and so on, nearest first. Ends at an owner that is not in the snapshot, or
   * before a cycle closes. The owner of an object is its controller; where none of its owners is marked
   * as one, the first of them in the snapshot (a Job of `kubectl create job --from` has no controller).
   */
  ownerChain(id: ObjectId): readonly Entry[];
  /** Objects whose owner, in the sense of {@link Model.ownerChain}, this is. */
  owned(id: ObjectId): readonly Entry[];
  /**
   * The object on whose page this one is shown: itself, or for a folded kind its nearest captured
   * owner that is not folded, or the Service whose addresses it holds. A mirror Pod has a page of its
   * own, and so has a folded object without such an owner. An id that is not in the snapshot is its
   * own home.
   */
  home(id: ObjectId): ObjectId;
  /** The ledger's line for a kind, if the cluster has the resource. */
  resourceOf(kind: GroupKind): Resource | undefined;
  /**
   * Whether an object of this kind that is not in the snapshot did not exist. With
   * `namespace: undefined`: whether that holds in every namespace.
   */
  holdsAll(kind: GroupKind, namespace: string | undefined): boolean;
}
