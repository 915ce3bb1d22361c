import type { Reference } from '#kinds/reference.ts';
import { isFields } from '#snapshot/fields.ts';
import { groupOf } from '#snapshot/kube-object.ts';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import type { KindPools } from './kind-pools.ts';
import type { Entry } from './model.ts';
import { volumesByHandle } from './volume-handles.ts';

/** The references of an object that it alone does not tell: another object has to be read for them. */
export type DerivedReferences = (entry: Entry) => readonly Reference[];

type Derive = (entry: Entry) => readonly Reference[];

/** Prepares the derivations; what they look up is gathered when first asked for. */
export function derivedReferencesOf(pools: KindPools): DerivedReferences {
  const byKind: ReadonlyMap<string, Derive> = new Map([
    ['ValidatingAdmissionPolicyBinding', (entry) => parameterReferences(entry, pools)],
    ['MutatingAdmissionPolicyBinding', (entry) => parameterReferences(entry, pools)],
    ['Node', volumeReferences(pools)],
  ]);
  const definition = definitionOf(pools);
  return (entry) => byKind.get(entry.kind.kind)?.(entry) ?? definition(entry.resource);
}

/** The CustomResourceDefinition of a resource: one reference that all its objects share. */
function definitionOf(pools: KindPools): (resource: Resource) => readonly Reference[] {
  const definitions = pools({ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' });
  const known = new Map<Resource, readonly Reference[]>();
  return (resource) => {
    const last = known.get(resource);
    if (last !== undefined) return last;
    const found = definitions.named(undefined, resourceKey(resource));
    const references = found === undefined ? [] : [definedBy(found)];
    known.set(resource, references);
    return references;
  };
}

function definedBy({ object }: Entry): Reference {
  const { group, kind, name } = {
    group: groupOf(object.apiVersion),
    kind: object.kind,
    name: object.metadata.name,
  };
  return { relation: 'defines', path: 'apiVersion', to: { by: 'name', group, kind, name } };
}

/** A binding names its parameters, and its policy says of which kind they are. */
function parameterReferences({ object }: Entry, pools: KindPools): readonly Reference[] {
  const spec = fieldsOf(object['spec']);
  const paramRef = fieldsOf(spec['paramRef']);
  const policy = pools({
    group: groupOf(object.apiVersion),
    kind: object.kind.replace(/Binding$/, ''),
  }).named(undefined, String(spec['policyName']));
  const paramKind = fieldsOf(fieldsOf(policy?.object['spec'])['paramKind']);
  const { name, namespace } = paramRef;
  if (typeof name !== 'string' || typeof paramKind['kind'] !== 'string') return [];
  const group = groupOf(String(paramKind['apiVersion']));
  const place = typeof namespace === 'string' ? { namespace } : {};
  return [
    {
      relation: 'parameters',
      path: 'spec.paramRef.name',
      to: { by: 'name', group, kind: paramKind['kind'], name, ...place },
      optional: paramRef['parameterNotFoundAction'] === 'Allow',
      ifFound: typeof namespace !== 'string',
    },
  ];
}

/** A Node lists the volumes attached to it by driver and handle; only the volumes say whose those are. */
function volumeReferences(pools: KindPools): Derive {
  const volumeOf = volumesByHandle(pools);
  return ({ object }) => {
    const attached = fieldsOf(object['status'])['volumesAttached'];
    if (!Array.isArray(attached)) return [];
    return attached.flatMap((each: unknown) => {
      const handle = fieldsOf(each)['name'];
      const volume = typeof handle === 'string' ? volumeOf(handle) : undefined;
      if (volume === undefined) return [];
      const path = `status.volumesAttached[name=${String(handle)}].name`;
      const to = { by: 'name', group: '', kind: 'PersistentVolume', name: volume } as const;
      return [{ relation: 'attaches', path, to } as const];
    });
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isFields(value) ? value : {};
}
