import { type KubeObject, KubeObjectShape } from '#snapshot/kube-object.ts';
import type { ApiList } from './findings.ts';
import type { PathHint } from './layout.ts';

/** What surrounds an item and may name it where it does not name itself. */
export interface Surroundings {
  /** The list of the API that the item stands in. */
  readonly list: ApiList | undefined;
  /** What the path of its file says. */
  readonly hint: PathHint | undefined;
}

/** An object that has what an object must have, or why it is none. */
export type Identified =
  | { readonly object: KubeObject }
  /** In the words of a report, and never a piece of the item. */
  | { readonly reason: string };

/** Makes an object of what stands in the place of one. */
export function identify(item: unknown, { list }: Surroundings): Identified {
  const named =
    list === undefined || typeof item !== 'object'
      ? item
      : { ...item, ...missing(item, 'apiVersion', list), ...missing(item, 'kind', list) };
  const reason = whyNot(named);
  return reason === undefined ? { object: named as KubeObject } : { reason };
}

function missing(item: object | null, field: 'apiVersion' | 'kind', list: ApiList): object {
  const own = item === null ? undefined : (item as Partial<KubeObject>)[field];
  return own === undefined || own === '' ? { [field]: list[field] } : {};
}

/** What a kind may be called: it becomes part of names of files. */
export const kindPattern = /^[A-Za-z][A-Za-z0-9-]*$/;
/** What an apiVersion may be; `core` is our folder of the group without a name. */
export const apiVersionPattern = /^((?!core\/)[a-z0-9][a-z0-9.-]*\/)?[a-z0-9]+$/;

/** Why a value is not an object that the format can hold; `undefined` when it is one. */
function whyNot(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'is not an object';
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
