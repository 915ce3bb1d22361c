import type { DiagramNode } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { HrefFor } from '#views/ref.ts';
import { refTo } from '#views/refs.ts';

/**
 * The box of an object. Its kind says the namespace where that is not the one the figure is about.
 * An object the snapshot does not hold has no address.
 */
export function objectNode(
  model: Model,
  id: ObjectId,
  hrefFor: HrefFor,
  { namespace, role = 'plain' }: { namespace?: string | undefined; role?: DiagramNode['role'] },
): DiagramNode {
  const ref = refTo(model, id, hrefFor);
  const isElsewhere = ref.namespace !== undefined && ref.namespace !== namespace;
  return {
    id,
    label: ref.name,
    kind: isElsewhere ? `${ref.kind} in ${ref.namespace}` : ref.kind,
    glyph: ref.glyph,
    category: ref.category,
    href: ref.href,
    role,
    status: statusOf(model, id),
  };
}

function statusOf(model: Model, id: ObjectId): DiagramNode['status'] {
  const entry = model.get(id);
  return entry === undefined || entry.inferred !== undefined
    ? undefined
    : entry.kind.health(entry.object, model.context);
}
