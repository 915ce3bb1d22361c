import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { edgesOf, made, type Row } from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: '…Ref with a kind',
    from: made('cert-manager.io/v1', 'Certificate', {
      spec: { issuerRef: { name: 'x', kind: 'ClusterIssuer', group: 'cert-manager.io' } },
    }),
    others: [object('cert-manager.io/v1', 'ClusterIssuer', 'x')],
    edges: ['names ClusterIssuer.cert-manager.io/x @ spec.issuerRef.name'],
  },
  {
    path: '…Ref of a neighbour',
    from: made('cert-manager.io/v1', 'Certificate', { spec: { issuerRef: { name: 'x' } } }),
    edges: ['names Issuer.cert-manager.io/shop/x @ spec.issuerRef.name'],
  },
  {
    path: '…SecretName, …SecretKeyRef, and what is not there',
    from: made('example.com/v1', 'Garden', {
      spec: {
        tlsSecretName: 'x',
        login: [{ name: 'db', passwordSecretKeyRef: { name: 'y', key: 'k' } }],
        secretName: 'not-there',
      },
    }),
    edges: [
      'names Secret/shop/x @ spec.tlsSecretName',
      'names Secret/shop/y @ spec.login[name=db].passwordSecretKeyRef.name',
    ],
  },
  {
    path: 'serviceAccountName, configMap',
    from: made('example.com/v1', 'Garden', {
      spec: { serviceAccountName: 'x', configMap: { name: 'c' } },
    }),
    edges: [
      'identity ServiceAccount/shop/x @ spec.serviceAccountName',
      'names ConfigMap/shop/c @ spec.configMap.name',
    ],
  },
  {
    path: 'template of pods',
    from: made('argoproj.io/v1alpha1', 'Rollout', {
      spec: { template: { spec: { serviceAccountName: 'x', containers: [] } } },
    }),
    edges: ['identity ServiceAccount/shop/x @ spec.template.spec.serviceAccountName'],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('custom resources: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
