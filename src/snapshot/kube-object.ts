import { z } from 'zod';

/** A reference from an object to the one that owns it, as the API writes it. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** The part of an object's metadata that every layer may rely on. Unknown fields stay as they are. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly generateName?: string;
  /** RFC 3339, whole seconds. */
  readonly creationTimestamp?: string | null;
  readonly deletionTimestamp?: string;
  readonly resourceVersion?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly [field: string]: unknown;
}

/**
 * An API object as the server sent it, redaction aside: plain parsed JSON, no field renamed, no time
 * turned into a `Date`. Integers beyond 2^53 are `bigint` (see `json.ts`).
 */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

const strings = z.record(z.string(), z.string()).nullish();

/**
 * What an object must have before any layer may treat it as a {@link KubeObject}. It is strict where
 * the model would otherwise trip (names, labels, owners) and silent about everything else.
 */
export const KubeObjectShape = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().nullish(),
    labels: strings,
    annotations: strings,
    ownerReferences: z
      .array(
        z.looseObject({
          apiVersion: z.string(),
          kind: z.string(),
          name: z.string(),
          uid: z.string(),
        }),
      )
      .nullish(),
  }),
});

/** API group of an `apiVersion`: `'apps/v1'` → `'apps'`, `'v1'` → `''`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/** Version of an `apiVersion`: `'apps/v1'` → `'v1'`. */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/**
 * Whether a value is named like an object: enough for what an API server sent or a snapshot holds,
 * whose shape somebody has checked already. A stranger's dump is held against {@link KubeObjectShape}.
 */
export function isKubeObject(value: unknown): value is KubeObject {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as Partial<KubeObject>;
  return (
    typeof apiVersion === 'string' && typeof kind === 'string' && typeof metadata?.name === 'string'
  );
}
