import type { Entry, Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { safeName } from './safe-name.ts';

/** Folded objects on one page of their owner; more of them continue on `/2/`, `/3/` … */
export const foldedPerPage = 200;

const folded = oncePerModel((model) => {
  const homes = new Map<ObjectId, Entry[]>();
  const places = new Map<ObjectId, number>();
  for (const entry of model.entries) {
    if (entry.kind.folded !== true) continue;
    const home = model.home(entry.id);
    if (home === entry.id) continue;
    const siblings = homes.get(home);
    places.set(entry.id, siblings?.length ?? 0);
    if (siblings === undefined) homes.set(home, [entry]);
    else siblings.push(entry);
  }
  return { homes, places };
});

/** The objects shown on this object's page instead of on one of their own, in the model's order. */
export const foldedOn = question(
  'foldedOn',
  (model, home: ObjectId): readonly Entry[] => folded(model).homes.get(home) ?? [],
);

/** How many pages an object has: one, or more when many objects are folded into it. */
export function pageCount(model: Model, home: ObjectId): number {
  return Math.max(1, Math.ceil(foldedOn(model, home).length / foldedPerPage));
}

/** Which page of its home shows a folded object, counted from 1. */
export const foldedPage = question(
  'foldedPage',
  (model, id: ObjectId) => Math.floor((folded(model).places.get(id) ?? 0) / foldedPerPage) + 1,
);

/**
 * The element id of a folded object on its home's page: `pod-web-7d4b9-x2k4l`. The namespace is in it
 * only where it differs from the home's.
 */
export function anchorOf(entry: Entry, home: Entry): string {
  const { name, namespace } = entry.object.metadata;
  const scope =
    namespace === undefined || namespace === home.object.metadata.namespace
      ? ''
      : `${safeName(namespace)}/`;
  return `${safeName(entry.object.kind.toLowerCase())}-${scope}${safeName(name)}`;
}
