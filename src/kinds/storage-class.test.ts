import { expect, test } from 'vitest';
import { storageClass } from './storage-class.ts';

function classOf(fields: object, annotations: Record<string, string> = {}) {
  const metadata = { name: 'fast', annotations };
  return { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata, ...fields };
}

test('a default class says so in its name, also by the old annotation', () => {
  const name = (annotation: string) =>
    storageClass.cells(classOf({}, { [annotation]: 'true' }), { now: 0 })[0];
  expect(name('storageclass.kubernetes.io/is-default-class')).toBe('fast (default)');
  expect(name('storageclass.beta.kubernetes.io/is-default-class')).toBe('fast (default)');
});

test('a provisioner may have no CSIDriver object', () => {
  expect(storageClass.references(classOf({ provisioner: 'docker.io/hostpath' }))).toEqual([
    {
      relation: 'provisioner',
      path: 'provisioner',
      to: {
        by: 'name',
        group: 'storage.k8s.io',
        kind: 'CSIDriver',
        namespace: undefined,
        name: 'docker.io/hostpath',
      },
      optional: true,
      detail: undefined,
    },
  ]);
});

test('parameters name Secrets, unless they are a pattern for each claim', () => {
  const stage = 'csi.storage.k8s.io/node-stage-secret';
  const publish = 'csi.storage.k8s.io/node-publish-secret';
  const references = storageClass.references(
    classOf({
      parameters: {
        [`${stage}-name`]: 'ceph',
        [`${stage}-namespace`]: 'rook',
        [`${publish}-name`]: `\${pvc.name}`,
        [`${publish}-namespace`]: 'rook',
      },
    }),
  );
  expect(references).toEqual([
    {
      relation: 'credentials',
      path: `parameters['${stage}-name']`,
      to: { by: 'name', group: '', kind: 'Secret', namespace: 'rook', name: 'ceph' },
      detail: undefined,
    },
  ]);
});
