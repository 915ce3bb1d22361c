import { formatSelector } from '#kinds/parts/label-selector.ts';
import type { LabelSelector } from '#kinds/reference.ts';
import type { Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { type GroupKind, groupKindKey, type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import type { Evidence } from './problem.ts';

/** That an object is not in a list which was captured in full. */
export function absenceOf(model: Model, target: ObjectId): Evidence {
  const { name, ...list } = parseObjectId(target);
  return absentFrom(model, list, { by: 'name', sought: name });
}

/** That labels match nothing in a list which was captured in full. */
export function unmatched(
  model: Model,
  list: GroupKind & { readonly namespace?: string | undefined },
  selector: LabelSelector,
): Evidence {
  return absentFrom(model, list, { by: 'labels', sought: formatSelector(selector) });
}

function absentFrom(
  model: Model,
  { group, kind, namespace }: GroupKind & { readonly namespace?: string | undefined },
  sought: { readonly by: 'name' | 'labels'; readonly sought: string },
): Evidence {
  const among = sizes(model).get(listKey({ group, kind }, namespace)) ?? 0;
  return { type: 'absent', kind: { group, kind }, namespace, ...sought, among };
}

const listKey = (kind: GroupKind, namespace: string | undefined) =>
  `${groupKindKey(kind)} ${namespace ?? ''}`;

/** How many objects of each kind each namespace has. */
const sizes = oncePerModel(({ entries }): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { id } of entries) {
    const { group, kind, namespace } = parseObjectId(id);
    const key = listKey({ group, kind }, namespace);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});
