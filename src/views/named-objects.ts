import type { Relation } from '#kinds/reference.ts';
import type { Edge, Entry, Model } from '#model/model.ts';

/**
 * Columns that name an object, and the relations by which the row's own object names it too. A cell is
 * linked only where such an edge leads to an object of that name: a container may be called like its
 * ConfigMap.
 */
const namingColumns: Readonly<Record<string, readonly Relation[]>> = {
  NODE: ['node', 'attachesTo'],
  VOLUME: ['bound'],
  CLAIM: ['bound'],
  PV: ['attaches'],
  STORAGECLASS: ['class'],
  VOLUMEATTRIBUTESCLASS: ['class'],
  CLASS: ['class'],
  ATTACHER: ['provisioner'],
  PROVISIONER: ['provisioner'],
  ROLE: ['grants'],
  SERVICEACCOUNTS: ['subject'],
  REFERENCE: ['scales'],
  SERVICE: ['routes', 'calls'],
  PARENTREF: ['address'],
  PARAMETERS: ['parameters'],
  CONTROLLER: ['owner'],
  OBJECT: ['about'],
  PRIORITYLEVEL: ['priority'],
  POLICYNAME: ['policy'],
};

/** Whether cells under a head may name objects: asked once a column. */
export function namesObjects(head: string): boolean {
  return Object.hasOwn(namingColumns, head);
}

/** The object that a cell of an object's row names; nothing where it names none of the snapshot. */
export function namedObject(
  model: Model,
  { id }: Entry,
  head: string,
  text: string,
): Entry | undefined {
  const relations = namingColumns[head] ?? [];
  const edge = model
    .edgesFrom(id)
    .find((each) => relations.includes(each.relation) && isCalled(model, each, text));
  return edge && model.get(edge.to);
}

/** Whether kubectl would write the other end like this: `web`, `shop/web`, `ClusterRole/view`, `pod/web-0`. */
function isCalled(model: Model, { to }: Edge, text: string): boolean {
  const target = model.get(to);
  if (target === undefined) return false;
  const { name, namespace = '' } = target.object.metadata;
  if (text === name || text === `${namespace}/${name}`) return true;
  const slash = text.indexOf('/');
  if (slash === -1 || !text.endsWith(`/${name}`)) return false;
  const { singular, plural, kind, group } = target.resource;
  const type = text.slice(0, slash).toLowerCase();
  return [kind, singular, plural].some(
    (word) => type === word.toLowerCase() || type === `${word.toLowerCase()}.${group}`,
  );
}
