/** One made-up object, with the metadata an API server adds to what its author writes. */
import { createHash } from 'node:crypto';
import type { KubeObject, OwnerReference } from '#snapshot/kube-object.ts';

/** Creation time of everything. */
export const created = '2026-11-20T08:15:00Z';

interface Placed {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly owner?: KubeObject;
  readonly [field: string]: unknown;
}

/** An object: uid from its place, owner and field managers as the server would write them. */
export function made(placed: Placed): KubeObject {
  const { apiVersion, kind, name, namespace, labels, owner, ...fields } = placed;
  const id = `${kind}/${namespace ?? ''}/${name}`;
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: uidOf(id),
    resourceVersion: String(Number.parseInt(digest(id).slice(0, 7), 16)),
    creationTimestamp: created,
    ...(labels === undefined ? {} : { labels }),
    ...(owner === undefined ? {} : { ownerReferences: [ownerReference(owner)] }),
    managedFields: Object.entries({ ...(labels && { metadata: { labels } }), ...fields }).map(
      ([field, value]) => ({
        manager: field === 'status' ? 'kubelet' : 'kube-controller-manager',
        operation: 'Update',
        apiVersion,
        time: created,
        fieldsType: 'FieldsV1',
        fieldsV1: { [`f:${field}`]: fieldSet(value) },
      }),
    ),
  };
  return { apiVersion, kind, metadata, ...fields };
}

// The Pods of an app share their spec: its fields are listed once.
const listed = new WeakMap<object, object>();

/** `{ a: { b: 1 } }` → `{ 'f:a': { 'f:b': {} } }`, list items by name: how the server notes writers. */
function fieldSet(value: unknown): object {
  if (typeof value !== 'object' || value === null) return {};
  const known = listed.get(value);
  if (known !== undefined) return known;
  const entries = Array.isArray(value)
    ? value.map((item, at) => [`k:{"name":"${item?.name ?? at}"}`, item] as const)
    : Object.entries(value).map(([key, item]) => [`f:${key}`, item] as const);
  const fields = Object.fromEntries(entries.map(([key, item]) => [key, fieldSet(item)]));
  listed.set(value, fields);
  return fields;
}

/** 64 hex digits that look like any other digest. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A number whose order as text is its order. */
export function padded(value: number): string {
  return String(value).padStart(6, '0');
}

function uidOf(id: string): string {
  return digest(id).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function ownerReference({
  apiVersion,
  kind,
  metadata: { name, uid = '' },
}: KubeObject): OwnerReference {
  return { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true };
}
