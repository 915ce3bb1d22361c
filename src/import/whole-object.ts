import { type KubeObject, KubeObjectShape } from '#snapshot/kube-object.ts';
import type { ApiList } from './findings.ts';
import type { PathHint } from './layout.ts';
import { isLegacyItem, repairLegacyItem } from './repair-legacy.ts';
import { withMetadata } from './repair-metadata.ts';
import { repairType } from './repair-type.ts';

/** What surrounds an item and may name it where it does not name itself. */
export interface Surroundings {
  /** The list of the API that the item stands in. */
  readonly list: ApiList | undefined;
  /** What the path of its file says in its layout. */
  readonly hint: PathHint | undefined;
  /** Path of its file in the dump; empty where nobody knows it. */
  readonly path: string;
}

/** An object that has what an object must have, or why it is none. */
export type Identified =
  | {
      readonly object: KubeObject;
      /** What had to be done to it, in the words of a report. */
      readonly remark?: string | undefined;
    }
  /** In the words of a report, and never a piece of the item. */
  | { readonly reason: string };

/** Makes an object of what stands in the place of one. */
export function identify(item: unknown, surroundings: Surroundings): Identified {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { reason: 'is not an object' };
  }
  const found = withMetadata(item as Readonly<Record<string, unknown>>, surroundings.hint);
  const isLegacy = isLegacyItem(found.item);
  const mended = isLegacy ? repairLegacyItem(found.item) : found.item;
  const { value, remark } = repairType(mended, surroundings);
  const reason = whyNot(value);
  if (reason !== undefined) return { reason };
  const object = withoutNulls(value as KubeObject);
  return { object, remark: isLegacy ? legacyRemark : (found.remark ?? remark) };
}

const legacyRemark =
  'is written in the way of kubectl before 1.14: fields got the names of the API';

/** Fields of metadata that every layer trusts to be there or not, and that tools which prune objects set to null. */
const trusted = ['namespace', 'labels', 'annotations', 'ownerReferences', 'uid', 'resourceVersion'];

function withoutNulls(object: KubeObject): KubeObject {
  const { metadata } = object;
  const nulls = trusted.filter((field) => metadata[field] === null);
  if (nulls.length === 0) return object;
  const kept = Object.entries(metadata).filter(([field]) => !nulls.includes(field));
  return { ...object, metadata: { ...Object.fromEntries(kept), name: metadata.name } };
}

/** What a kind may be called: it becomes part of names of files. */
export const kindPattern = /^[A-Za-z][A-Za-z0-9-]*$/;
/** What an apiVersion may be; `core` is our folder of the group without a name. */
export const apiVersionPattern = /^((?!core\/)[a-z0-9][a-z0-9.-]*\/)?[a-z0-9]+$/;

/** Why a value is not an object that the format can hold; `undefined` when it is one. */
function whyNot(value: object): string | undefined {
  const { kind, apiVersion, metadata, reason } = value as Partial<KubeObject>;
  if (kind === 'Status') return `is an error of the API server${word(reason)} and no object`;
  if (kind === 'Table') return 'is a Table, which holds columns and no objects';
  if (!kind) return apiVersion ? 'has no kind' : 'has no kind and no apiVersion';
  if (!apiVersion) return 'has no apiVersion';
  if (typeof metadata !== 'object' || metadata === null || !metadata.name) {
    return 'has no metadata.name';
  }
  const [issue] = KubeObjectShape.safeParse(value).error?.issues ?? [];
  if (issue !== undefined) return `${issue.path.join('.')} is not what the API allows there`;
  if (!kindPattern.test(kind)) return 'has a kind that the API does not allow';
  return apiVersionPattern.test(apiVersion)
    ? undefined
    : 'has an apiVersion that the API does not allow';
}

/** The reason of a Status is one word, `Forbidden`; anything longer could say too much. */
function word(reason: unknown): string {
  return typeof reason === 'string' && /^\w+$/.test(reason) ? ` (${reason})` : '';
}
