import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { Resource } from '#snapshot/manifest.ts';
import { genericKind, ownerReferences } from './generic.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

const gardens = Resource.parse({
  group: 'example.com',
  version: 'v1',
  plural: 'gardens',
  kind: 'Garden',
  namespaced: true,
  status: 'complete',
  count: 1,
  bytes: 1,
});

const rose: KubeObject = {
  apiVersion: 'example.com/v1',
  kind: 'Garden',
  metadata: { name: 'rose', namespace: 'home', creationTimestamp: '2026-11-22T09:59:00Z' },
  spec: { plot: 'north\nwall', size: 12 },
  status: {
    conditions: [{ type: 'Ready', status: 'False', reason: 'TooDry', message: 'no rain' }],
  },
};

function definition(version: object): KubeObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'gardens.example.com' },
    spec: { versions: [{ name: 'v1', ...version }] },
  };
}

test('a custom resource takes the columns of its definition, and no AGE besides', () => {
  const kind = genericKind(
    gardens,
    definition({
      additionalPrinterColumns: [
        { name: 'Plot', type: 'string', jsonPath: '.spec.plot' },
        { name: 'Size', type: 'integer', jsonPath: '.spec.size', priority: 1 },
        { name: 'Ready', type: 'string', jsonPath: '.status.conditions[0].status' },
      ],
    }),
  );
  expect([kind.heads, kind.cells(rose, context)]).toEqual([
    ['NAME', 'PLOT', 'READY'],
    ['rose', 'north...', 'False'],
  ]);
  expect([kind.wideHeads, kind.wideCells(rose, context)]).toEqual([['SIZE'], ['12']]);
});

test('a column named Age is there once', () => {
  const age = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' };
  const kind = genericKind(gardens, definition({ additionalPrinterColumns: [age] }));
  expect([kind.heads, kind.cells(rose, context)]).toEqual([
    ['NAME', 'AGE'],
    ['rose', '60s'],
  ]);
});

test('without a definition a custom resource has NAME and AGE', () => {
  const kind = genericKind(gardens);
  expect(kind.heads).toEqual(['NAME', 'AGE']);
  expect(kind.role).toBe('An object of kind Garden in group example.com.');
});

test('two columns of one name are both there', () => {
  const column = (jsonPath: string) => ({ name: '1', type: 'string', jsonPath });
  const kind = genericKind(
    gardens,
    definition({ additionalPrinterColumns: [column('.spec.size'), column('.metadata.name')] }),
  );
  expect(kind.cells(rose, context)).toEqual(['rose', '12', 'rose']);
});

test('the role is the first sentence of the description in the schema', () => {
  const openAPIV3Schema = { description: 'A Garden is a plot\n of land. It has plants.' };
  expect(genericKind(gardens, definition({ schema: { openAPIV3Schema } })).role).toBe(
    'A Garden is a plot of land.',
  );
});

test('a custom resource whose Ready condition is False needs a look', () => {
  const kind = genericKind(gardens);
  expect(kind.health(rose, context)).toEqual({ state: 'warn', word: 'TooDry' });
  expect(kind.facts(rose, context)).toEqual([
    { label: 'Conditions', value: ['Ready False (TooDry): no rain'] },
  ]);
});

test('an owner reference names a legacy group by its present name, and says who controls', () => {
  const owned: KubeObject = {
    ...rose,
    metadata: {
      ...rose.metadata,
      ownerReferences: [
        {
          apiVersion: 'extensions/v1beta1',
          kind: 'ReplicaSet',
          name: 'web-1',
          uid: 'u-1',
          controller: true,
        },
      ],
    },
  };
  expect(ownerReferences(owned)).toEqual([
    {
      relation: 'owner',
      path: 'metadata.ownerReferences[name=web-1].name',
      to: {
        by: 'name',
        group: 'apps',
        kind: 'ReplicaSet',
        namespace: 'home',
        name: 'web-1',
        uid: 'u-1',
      },
      detail: 'controller',
    },
  ]);
});
