import { kindOf } from '#kinds/index.ts';
import type { Entry, Model } from '#model/model.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import type { HrefFor, Ref } from './ref.ts';

/** A link to an object of the snapshot. */
export function refOf({ id, object, kind, inferred }: Entry, hrefFor: HrefFor): Ref {
  return {
    id,
    name: object.metadata.name,
    namespace: object.metadata.namespace,
    kind: object.kind,
    glyph: kind.glyph,
    category: kind.category,
    href: hrefFor(id),
    ...(inferred !== undefined && { inferred: true as const }),
  };
}

/** A link to an object that something names; without an address when the snapshot does not hold it. */
export function refTo(model: Model, id: ObjectId, hrefFor: HrefFor): Ref {
  const entry = model.get(id);
  if (entry !== undefined) return refOf(entry, hrefFor);
  const { group, kind, namespace, name } = parseObjectId(id);
  const known = model.ofKind({ group, kind })[0]?.kind ?? kindOf({ group, kind });
  return {
    id,
    name,
    namespace,
    kind,
    glyph: known?.glyph ?? 'crd',
    category: known?.category ?? 'extension',
  };
}
