import { expect, test } from 'vitest';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, pod } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { kubectlTable, type TableOptions } from './table-of.ts';

/** Head → where the cell leads, for the cells of an object's row that lead somewhere. */
function linked(model: Model, id: string, options: Partial<TableOptions> = {}) {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  const { heads, rows } = kubectlTable(model, [entry], { command: '', ...options }, links.object);
  const cells = rows[0]?.cells ?? [];
  return Object.fromEntries(
    cells.flatMap(({ ref, href, text }, i) => {
      const address = ref?.href ?? href;
      return address === undefined ? [] : [[heads[i], `${text} → ${address}`]];
    }),
  );
}

test('columns that name an object lead to it, under the name that kubectl prints', () => {
  const model = modelOf(
    object('v1', 'PersistentVolumeClaim', 'shop/data', {
      spec: { volumeName: 'pv-1', storageClassName: 'fast' },
      status: { phase: 'Bound' },
    }),
    object('v1', 'PersistentVolume', 'pv-1', {
      spec: { claimRef: { namespace: 'shop', name: 'data' }, storageClassName: 'gone' },
    }),
    object('storage.k8s.io/v1', 'StorageClass', 'fast'),
  );
  expect(linked(model, 'PersistentVolumeClaim/shop/data')).toEqual({
    NAME: 'data → PersistentVolumeClaim/shop/data',
    VOLUME: 'pv-1 → PersistentVolume/pv-1',
    STORAGECLASS: 'fast → StorageClass.storage.k8s.io/fast',
  });
  expect(linked(model, 'PersistentVolume/pv-1')).toEqual({
    NAME: 'pv-1 → PersistentVolume/pv-1',
    CLAIM: 'shop/data → PersistentVolumeClaim/shop/data',
  });
});

test('names behind their kind lead to the object as well', () => {
  const model = modelOf(
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/devs', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    }),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'view'),
    object('v1', 'Event', 'shop/web.1', {
      reason: 'Killing',
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' },
    }),
    pod('shop/web'),
  );
  expect(linked(model, 'RoleBinding.rbac.authorization.k8s.io/shop/devs')['ROLE']).toBe(
    'ClusterRole/view → ClusterRole.rbac.authorization.k8s.io/view',
  );
  expect(linked(model, 'Event/shop/web.1')).toEqual({
    REASON: 'Killing → Event/shop/web.1',
    OBJECT: 'pod/web → Pod/shop/web',
  });
});

test('a container that is called like its ConfigMap is no link', () => {
  const model = modelOf(
    object('v1', 'ConfigMap', 'shop/web'),
    object('apps/v1', 'Deployment', 'shop/web', {
      spec: {
        template: {
          spec: {
            containers: [{ name: 'web', image: 'web:1' }],
            volumes: [{ name: 'config', configMap: { name: 'web' } }],
          },
        },
      },
    }),
  );
  expect(linked(model, 'Deployment.apps/shop/web', { wide: true })).toEqual({
    NAME: 'web → Deployment.apps/shop/web',
  });
});

test('on its own page an object is not linked; a namespace leads to its page', () => {
  const model = modelOf(pod('shop/web'));
  const options = { namespaces: true, namespaceHref: links.namespace, atHome: true };
  expect(linked(model, 'Pod/shop/web', options)).toEqual({ NAMESPACE: 'shop → namespace shop' });
});
