import { expect, test } from 'vitest';
import { persistentVolume } from './persistent-volume.ts';

function volume(spec: object, metadata: object = {}) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk', ...metadata },
    spec,
    status: { phase: 'Bound' },
  };
}

const edges = (spec: object) =>
  persistentVolume
    .references(volume(spec))
    .map(({ relation, path, to }) =>
      [relation, to.kind, to.by === 'name' ? `${to.namespace ?? ''}/${to.name}` : to.by, path].join(
        ' ',
      ),
    );

test('a CSI volume leads to its claim, its driver and the Secrets it is mounted with', () => {
  expect(
    edges({
      claimRef: { namespace: 'shop', name: 'data' },
      csi: {
        driver: 'ceph.example.com',
        volumeHandle: 'v1',
        nodeStageSecretRef: { name: 'key', namespace: 'rook' },
      },
    }),
  ).toEqual([
    'bound PersistentVolumeClaim shop/data spec.claimRef.name',
    'provisioner CSIDriver /ceph.example.com spec.csi.driver',
    'credentials Secret rook/key spec.csi.nodeStageSecretRef.name',
  ]);
});

test('an Azure file share looks for its Secret beside the claim', () => {
  expect(
    edges({
      claimRef: { namespace: 'shop', name: 'data' },
      azureFile: { secretName: 'share' },
    }),
  ).toContain('credentials Secret shop/share spec.azureFile.secretName');
});

test('a volume leads to the Nodes that can use it: its own machine, or those of its zone', () => {
  const on = (key: string) => ({
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['a'] }] }],
      },
    },
  });
  expect(edges(on('kubernetes.io/hostname'))).toEqual([
    'reach Node selector spec.nodeAffinity.required.nodeSelectorTerms[0]',
  ]);
  expect(edges(on('topology.kubernetes.io/zone'))).toEqual([
    'reach Node selector spec.nodeAffinity.required.nodeSelectorTerms[0]',
  ]);
});

test('access modes are printed in one order, and a deleted volume is Terminating', () => {
  const object = volume(
    { accessModes: ['ReadWriteMany', 'ReadWriteOnce'] },
    { deletionTimestamp: '2026-11-22T10:00:00Z' },
  );
  expect(persistentVolume.cells(object, { now: 0 }).slice(2, 5)).toEqual([
    'RWO,RWX',
    '',
    'Terminating',
  ]);
});
