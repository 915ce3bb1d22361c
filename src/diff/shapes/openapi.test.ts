/** The shapes against what the API server of Kubernetes 1.36 says of its fields. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Shape } from '#diff/shape.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { builtInShape } from './built-in.ts';

const spec = '../shared/data/api-discovery-1.36/openapi-spec/swagger.json';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly kind: string;
    readonly version: string;
  }[];
}

const nameOf = ({ $ref = '' }: Schema): string => $ref.replace('#/definitions/', '');

/** What a shape says wrong of a schema: paths with what the API says. */
function wrongIn(
  schema: Schema,
  shape: Shape | undefined,
  path: string,
  definitions: Readonly<Record<string, Schema>>,
  seen: readonly string[] = [],
): readonly string[] {
  if (shape?.ignored === true) return [];
  const name = nameOf(schema);
  if (seen.includes(name)) return [];
  if (name.endsWith('.Quantity')) {
    return shape?.scalar === 'quantity' ? [] : [`${path} is a quantity`];
  }
  if (name.endsWith('.IntOrString')) {
    return shape?.scalar === 'int-or-string' ? [] : [`${path} is an int or a string`];
  }
  if (name !== '') {
    const definition = definitions[name];
    return definition ? wrongIn(definition, shape, path, definitions, [...seen, name]) : [];
  }
  const next = (inner: Schema, member: Shape | undefined, at: string) =>
    wrongIn(inner, member, at, definitions, seen);
  return [
    ...wrongList(schema, shape, path),
    ...(schema.items ? next(schema.items, shape?.items, `${path}[]`) : []),
    ...(schema.additionalProperties
      ? next(schema.additionalProperties, shape?.values, `${path}.*`)
      : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, member]) =>
      next(member, shape?.fields?.get(field) ?? shape?.values, `${path}.${field}`),
    ),
  ];
}

function wrongList(schema: Schema, shape: Shape | undefined, path: string): readonly string[] {
  const keys = schema['x-kubernetes-list-map-keys'];
  const list = shape?.list;
  if (schema['x-kubernetes-list-type'] === 'set') {
    return list === 'set' ? [] : [`${path} is a set`];
  }
  if (keys === undefined) return [];
  const choices = typeof list === 'object' ? list.keys : [];
  return choices.some((choice) => choice.join() === keys.join())
    ? []
    : [`${path} is a map by ${keys.join(', ')}`];
}

test.skipIf(!existsSync(spec))(
  `merge keys, sets, quantities and ports are those of the API (skipped without ${spec})`,
  () => {
    const { definitions } = JSON.parse(readFileSync(spec, 'utf8')) as {
      definitions: Readonly<Record<string, Schema>>;
    };
    const kinds = Object.values(definitions).flatMap((schema) =>
      (schema['x-kubernetes-group-version-kind'] ?? []).map((kind) => ({ ...kind, schema })),
    );
    const known = kinds.filter(
      ({ group, kind, version }) =>
        /^v\d+$/.test(version) && builtInShape(groupKindKey({ group, kind })) !== undefined,
    );
    const wrong = known.flatMap(({ group, kind, schema }) =>
      wrongIn(schema, builtInShape(groupKindKey({ group, kind })), kind, definitions),
    );
    expect(known.length).toBeGreaterThan(30);
    expect([...new Set(wrong)]).toEqual([]);
  },
);
