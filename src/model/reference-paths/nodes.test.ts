import { expect, test } from 'vitest';
import { clusterWide, edgesOf, made, type Row } from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'Lease metadata.name in kube-node-lease',
    from: made('coordination.k8s.io/v1', 'Lease', {}, 'kube-node-lease/n'),
    edges: ['heartbeat Node/n @ metadata.name'],
  },
  {
    path: 'Lease spec.holderIdentity',
    from: made('coordination.k8s.io/v1', 'Lease', { spec: { holderIdentity: 'p_7d9c' } }),
    edges: ['leads Pod/shop/p @ spec.holderIdentity', 'leads Node/p @ spec.holderIdentity'],
  },
  {
    path: 'LeaseCandidate spec.leaseName',
    from: made('coordination.k8s.io/v1beta1', 'LeaseCandidate', { spec: { leaseName: 'x' } }),
    edges: ['about Lease.coordination.k8s.io/shop/x @ spec.leaseName optional'],
  },
  {
    path: 'ResourceSlice spec.nodeName',
    from: clusterWide('resource.k8s.io/v1', 'ResourceSlice', { spec: { nodeName: 'x' } }),
    edges: ['about Node/x @ spec.nodeName'],
  },
  {
    path: 'ResourceClaim spec.devices.requests[].exactly, status.reservedFor[]',
    from: made('resource.k8s.io/v1', 'ResourceClaim', {
      spec: {
        devices: {
          requests: [
            { name: 'g', exactly: { deviceClassName: 'x' } },
            { name: 'h', firstAvailable: [{ name: 'i', deviceClassName: 'y' }] },
          ],
        },
      },
      status: { reservedFor: [{ resource: 'pods', name: 'p' }] },
    }),
    edges: [
      'class DeviceClass.resource.k8s.io/x @ spec.devices.requests[name=g].exactly.deviceClassName',
      'class DeviceClass.resource.k8s.io/y @ spec.devices.requests[name=h].firstAvailable[name=i].deviceClassName',
      'reserved Pod/shop/p @ status.reservedFor[name=p].name',
    ],
  },
  {
    path: 'Event involvedObject, related',
    from: made('v1', 'Event', {
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'p' },
      related: { apiVersion: 'v1', kind: 'Node', name: 'n' },
    }),
    edges: [
      'about Pod/shop/p @ involvedObject.name optional',
      'about Node/n @ related.name optional',
    ],
  },
  {
    path: 'ResourceQuota spec.scopeSelector',
    from: made('v1', 'ResourceQuota', {
      spec: {
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['x'] }],
        },
      },
    }),
    edges: [
      'selects PriorityClass.scheduling.k8s.io/x @ spec.scopeSelector.matchExpressions[0].values',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('machines: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
