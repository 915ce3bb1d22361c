import type { LabelSelector, Reference, Relation, Toleration } from '#kinds/reference.ts';
import type { GroupKind } from '#snapshot/object-id.ts';

interface Written {
  /** Field that says so, lists by key. */
  readonly path: string;
  /** Absent for a cluster-scoped target. */
  readonly namespace?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly ifFound?: boolean | undefined;
  readonly detail?: string | undefined;
}

/**
 * A reference by name, as a list of one; an empty list when the field is absent or empty, so that a
 * kind states its edges without asking first.
 *
 * @param target Kind and group as kubectl writes them: `ConfigMap`, `StorageClass.storage.k8s.io`.
 */
export function refer(
  relation: Relation,
  target: string,
  written: Written & { readonly name: string | undefined },
): readonly Reference[] {
  const { name, namespace } = written;
  if (!name) return [];
  const { group, kind } = groupKind(target);
  return [reference(relation, { by: 'name', group, kind, namespace, name }, written)];
}

/**
 * A reference by labels, as a list of one; an empty list when there is no selector. What an *empty*
 * selector means differs from field to field, so that is for the kind to say.
 */
export function referBySelector(
  relation: Relation,
  target: string,
  written: Written & {
    readonly selector: LabelSelector | undefined;
    readonly namespaces?: LabelSelector | undefined;
    readonly notAll?: boolean | undefined;
    readonly tolerations?: readonly Toleration[] | undefined;
  },
): readonly Reference[] {
  const { selector, namespace, namespaces, notAll, tolerations } = written;
  if (selector === undefined) return [];
  const { group, kind } = groupKind(target);
  const to = {
    by: 'selector',
    group,
    kind,
    namespace,
    selector,
    ...(namespaces && { namespaces }),
    ...(notAll && { notAll }),
    ...(tolerations && { tolerations }),
  } as const;
  return [reference(relation, to, written)];
}

function reference(
  relation: Relation,
  to: Reference['to'],
  { path, optional, ifFound, detail }: Written,
): Reference {
  if (optional !== true && ifFound !== true) return { relation, path, to, detail };
  return { relation, path, to, detail, ...(optional && { optional }), ...(ifFound && { ifFound }) };
}

const known = new Map<string, GroupKind>();

/** `'StorageClass.storage.k8s.io'` → group `storage.k8s.io`, kind `StorageClass`. */
function groupKind(target: string): GroupKind {
  const last = known.get(target);
  if (last !== undefined) return last;
  const dot = target.indexOf('.');
  const read =
    dot === -1
      ? { group: '', kind: target }
      : { group: target.slice(dot + 1), kind: target.slice(0, dot) };
  known.set(target, read);
  return read;
}
