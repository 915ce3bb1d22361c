import { expect, test } from 'vitest';
import { ownedBy } from '#tests/fixtures/builders.ts';
import { edgesOf, podWith, type Row, stub } from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'metadata.ownerReferences[]',
    from: ownedBy(stub('ReplicaSet.apps/shop/x'), podWith({})),
    others: [stub('ReplicaSet.apps/shop/x')],
    edges: ['owner ReplicaSet.apps/shop/x @ metadata.ownerReferences[name=x].name'],
  },
  {
    path: 'status.nominatedNodeName',
    from: { ...podWith({}), status: { nominatedNodeName: 'x' } },
    edges: ['node Node/x @ status.nominatedNodeName'],
  },
  {
    path: 'status.resourceClaimStatuses[].resourceClaimName',
    from: {
      ...podWith({}),
      status: { resourceClaimStatuses: [{ name: 'g', resourceClaimName: 'x' }] },
    },
    edges: [
      'allocation ResourceClaim.resource.k8s.io/shop/x @ status.resourceClaimStatuses[name=g].resourceClaimName',
    ],
  },
  {
    path: 'metadata.annotations[kubernetes.io/config.mirror]',
    from: podWith({ nodeName: 'x' }, { annotations: { 'kubernetes.io/config.mirror': 'h' } }),
    edges: [
      'node Node/x @ spec.nodeName',
      'mirrors Node/x @ metadata.annotations["kubernetes.io/config.mirror"]',
    ],
  },
  {
    path: 'metadata.annotations[k8s.v1.cni.cncf.io/networks] as JSON',
    from: podWith(
      { nodeName: '' },
      { annotations: { 'k8s.v1.cni.cncf.io/networks': '[{"name":"x"}]' } },
    ),
    edges: [
      'network NetworkAttachmentDefinition.k8s.cni.cncf.io/shop/x @ metadata.annotations["k8s.v1.cni.cncf.io/networks"]',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('a Pod: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
