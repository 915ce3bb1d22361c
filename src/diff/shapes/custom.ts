import type { ListType, ScalarType, Shape } from '#diff/shape.ts';
import { type Fields, isFields } from '#snapshot/fields.ts';
import { type KubeObject, versionOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { podSpec } from './pod.ts';

/** A value of which nothing is known, and so of all that is in it. */
export const unknown: Shape = recursive('unknown');

/** A document inside a text: programs of Kubernetes write durations in many ways, `60s` and `1m0s`. */
export const documentValue: Shape = recursive('duration');

function recursive(scalar: ScalarType): Shape {
  const shape: { -readonly [K in keyof Shape]: Shape[K] } = { scalar };
  shape.values = shape;
  shape.items = shape;
  return shape;
}

/** Finds the shape of a custom resource in the definitions that the snapshots hold themselves. */
export function customShapes(
  ...snapshots: readonly Snapshot[]
): (kind: string, apiVersion: string) => ReadonlyMap<string, Shape> | undefined {
  const definitions = new Map(snapshots.flatMap(({ lists }) => lists.flatMap(definitionsOf)));
  const known = new Map<string, ReadonlyMap<string, Shape> | undefined>();
  return (kind, apiVersion) => {
    const key = `${kind} ${apiVersion}`;
    if (!known.has(key)) {
      const schema = schemaOf(definitions.get(kind), versionOf(apiVersion));
      known.set(key, schema && shapeOf(schema).fields);
    }
    return known.get(key);
  };
}

function definitionsOf({ resource, objects }: Snapshot['lists'][number]) {
  if (resource.kind !== 'CustomResourceDefinition') return [];
  return objects.flatMap((definition) => {
    const spec = fieldsIn(definition, 'spec');
    const { kind } = fieldsIn(spec, 'names');
    const group = spec['group'];
    if (typeof kind !== 'string' || typeof group !== 'string') return [];
    return [[groupKindKey({ group, kind }), definition] as const];
  });
}

function fieldsIn(value: Fields, field: string): Fields {
  const member = Object.hasOwn(value, field) ? value[field] : undefined;
  return isFields(member) ? member : {};
}

/** The schema of a version; definitions of apiextensions v1beta1 have one for all. */
function schemaOf(definition: KubeObject | undefined, version: string): Fields | undefined {
  if (definition === undefined) return undefined;
  const spec = fieldsIn(definition, 'spec');
  const versions = Array.isArray(spec['versions']) ? spec['versions'].filter(isFields) : [];
  const own = versions.find(({ name }) => name === version) ?? versions[0] ?? {};
  const schema = fieldsIn(fieldsIn(own, 'schema'), 'openAPIV3Schema');
  const shared = fieldsIn(fieldsIn(spec, 'validation'), 'openAPIV3Schema');
  return Object.keys(schema).length > 0 ? schema : shared;
}

function shapeOf(schema: Fields): Shape {
  const absent = Object.hasOwn(schema, 'default') ? { absent: schema['default'] } : {};
  if (schema['type'] === 'array') return { ...absent, ...listShape(schema) };
  const properties = fieldsIn(schema, 'properties');
  if (Object.keys(properties).length > 0) return { ...absent, ...objectShape(properties) };
  const values = schema['additionalProperties'];
  if (isFields(values)) return { ...absent, values: shapeOf(values) };
  if (schema['format'] === 'duration') return { ...absent, scalar: 'duration' };
  return { ...unknown, ...absent };
}

function objectShape(properties: Fields): Shape {
  // A Pod template inside a custom resource is one, whatever its generator wrote of list types.
  if (Object.hasOwn(properties, 'containers') && Object.hasOwn(properties, 'volumes')) {
    return podSpec;
  }
  const fields = Object.entries(properties).map(
    ([name, member]) => [name, isFields(member) ? shapeOf(member) : unknown] as const,
  );
  return { fields: new Map(fields), values: unknown };
}

function listShape(schema: Fields): Shape {
  const items = fieldsIn(schema, 'items');
  const list = listType(schema);
  return { items: shapeOf(items), ...(list === undefined ? {} : { list }) };
}

function listType(schema: Fields): ListType | undefined {
  const type = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (type === 'set') return 'set';
  if (type !== 'map' || !Array.isArray(keys)) return undefined;
  return { keys: [keys.filter((key) => typeof key === 'string')] };
}
