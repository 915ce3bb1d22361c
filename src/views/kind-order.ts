import { kinds } from '#kinds/index.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { type GroupKind, groupKindKey } from '#snapshot/object-id.ts';

const places = new Map(kinds.map((kind, i) => [groupKindKey(kind), i]));

/** Sorts kinds as the registry lists them; those without a file of their own come last, by name. */
export function compareKinds(a: GroupKind, b: GroupKind): number {
  const [keyA, keyB] = [groupKindKey(a), groupKindKey(b)];
  const place = (key: string) => places.get(key) ?? places.size;
  return place(keyA) - place(keyB) || compareCodePoints(keyA, keyB);
}
