import { isFields } from './fields.ts';
import type { KubeObject } from './kube-object.ts';

/** Holds each part of objects once, as long as it is being filled. */
export interface PartPool {
  /**
   * Puts parts that were seen before in the place of equal ones of this object, which nobody else may know yet. From
   * now on its parts belong to many: nobody may change them.
   */
  share(object: KubeObject): void;
}

/** A text so long is rarely there twice, and the pool would hold it until the end. */
const longest = 64 * 1024;

/**
 * A pool for what many objects have in common: the containers and volumes of the Pods of one Deployment, the
 * template of its ReplicaSets, their labels. Parsing makes each anew, and they are most of a cluster's memory.
 * What stands two levels deep, such as `spec.containers`, is shared or not as a whole.
 */
export function createPartPool(): PartPool {
  const parts = new Map<string, object>();
  const shared = (part: object): object => {
    const text = textOf(part);
    if (text === undefined || text.length > longest) return part;
    const known = parts.get(text);
    if (known === undefined) parts.set(text, part);
    return known ?? part;
  };
  return {
    share: (object) => {
      for (const fields of Object.values(object)) {
        if (isFields(fields)) shareWithin(fields, shared);
      }
    },
  };
}

function shareWithin(fields: Record<string, unknown>, shared: (part: object) => object): void {
  for (const [key, part] of Object.entries(fields)) {
    if (typeof part !== 'object' || part === null) continue;
    const one = shared(part);
    // A key `__proto__` of hostile content is left alone: to set it would be to set the prototype.
    if (one !== part && key !== '__proto__') fields[key] = one;
  }
}

/** Nothing where a part holds an integer beyond 2^53, which has no place in JSON of JavaScript. */
function textOf(part: object): string | undefined {
  try {
    return JSON.stringify(part);
  } catch {
    return undefined;
  }
}
