import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import type { Kind } from './kind.ts';

/** Every kind with a file of its own, in the order the site lists them: by category, then from whole to part. */
export const kinds: readonly Kind[] = [
  // workload
  // network
  // config
  // storage
  // access
  // machine
  // extension
];

const byKey = new Map(kinds.map((kind) => [groupKindKey(kind), kind]));

/**
 * What is known of a kind, in whichever group it was read. `undefined` for custom resources and for
 * built-in kinds without a file: those take `genericKind` of `generic.ts`.
 */
export function kindOf({ group, kind }: GroupKind): Kind | undefined {
  return byKey.get(groupKindKey({ group: currentGroup(group, kind), kind }));
}
