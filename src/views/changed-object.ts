import type { ObjectChange } from '#diff/snapshot-diff.ts';
import { kindOf } from '#kinds/index.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { groupKindKey, type ObjectId, objectId } from '#snapshot/object-id.ts';
import { pluralKind } from './kind-name.ts';
import type { Ref } from './ref.ts';
import { refOf, refTo } from './refs.ts';
import { safeName } from './safe-name.ts';
import type { Side } from './side.ts';

/** An object of a comparison: what it is called, and its page on each side that has it. */
export interface ChangedObject {
  /** Element id: `deployment-shop-web`, stable from build to build. */
  readonly anchor: string;
  readonly ref: Ref;
  /** `Deployment in shop` */
  readonly where: string;
  readonly beforeHref?: string | undefined;
  readonly afterHref?: string | undefined;
}

/** The name under which the comparison lists all machines of a side together. */
const all = '*';

/** Element id of a difference on the page of its comparison: `deployment-shop-web`. */
export function changeAnchor({ object }: ObjectChange): string {
  const { kind, namespace, name } = object;
  // A custom resource may be called like a kind of Kubernetes.
  const type = kindOf(object) === undefined ? groupKindKey(object) : kind;
  return [type.toLowerCase(), namespace, name === all ? 'all' : name]
    .filter((part) => part !== undefined)
    .map((part) => safeName(part))
    .join('-');
}

/** The object of a difference, with its pages. */
export function changedObject(change: ObjectChange, before: Side, after: Side): ChangedObject {
  const { kind, namespace, name } = change.object;
  const anchor = changeAnchor(change);
  if (name === all) {
    return {
      anchor,
      ref: everyObject(change, after),
      where: kind,
      beforeHref: kindHref(before, change),
      afterHref: kindHref(after, change),
    };
  }
  return {
    anchor,
    ref: refOn(after, change.afterId) ?? refOn(before, change.beforeId) ?? unknown(change, after),
    where: namespace === undefined ? kind : `${kind} in ${namespace}`,
    beforeHref: refOn(before, change.beforeId)?.href,
    afterHref: refOn(after, change.afterId)?.href,
  };
}

function refOn({ model, links }: Side, id: ObjectId | undefined): Ref | undefined {
  const entry = id && model.get(id);
  return entry ? refOf(entry, links.object) : undefined;
}

function unknown({ object }: ObjectChange, { model, links }: Side): Ref {
  return refTo(model, objectId(object), links.object);
}

/** All objects of a kind, with the page of the kind. */
function everyObject(change: ObjectChange, side: Side): Ref {
  const plural = side.model.resourceOf(change.object)?.plural ?? '';
  const name = `all ${pluralKind(change.object.kind, plural)}`;
  return { ...unknown(change, side), name, href: kindHref(side, change) };
}

function kindHref({ model, links }: Side, { object }: ObjectChange): string | undefined {
  const resource = model.resourceOf(object);
  return resource && links.kind(resourceKey(resource));
}
