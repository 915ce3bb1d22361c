import { type GroupKind, groupKindKey, groupKindOfKey } from '#snapshot/object-id.ts';
import type { Model } from './model.ts';
import { question } from './per-model.ts';

const countAt = question(
  'countOfKind',
  (model, key: string) => model.ofKind(groupKindOfKey(key)).length,
);

/** How many objects of a kind the snapshot holds. Unlike {@link Model.ofKind} it says nothing of what is in them. */
export function countOfKind(model: Model, kind: GroupKind): number {
  return countAt(model, groupKindKey(kind));
}
