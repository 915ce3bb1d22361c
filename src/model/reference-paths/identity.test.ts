import { expect, test } from 'vitest';
import { idOf, objectId } from '#snapshot/object-id.ts';
import {
  clusterWide,
  edgesOf,
  expression,
  labelled,
  made,
  type Row,
  rbac,
  stub,
} from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'RoleBinding roleRef to a Role, subjects[]',
    from: made(`${rbac}/v1`, 'RoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'x' },
      subjects: [
        { kind: 'ServiceAccount', name: 's', namespace: 'blog' },
        { kind: 'User', name: 'system:serviceaccount:blog:u' },
        { kind: 'User', name: 'jane' },
      ],
    }),
    others: [stub(`ClusterRole.${rbac}/x`)],
    edges: [
      `grants Role.${rbac}/shop/x @ roleRef.name`,
      'subject ServiceAccount/blog/s @ subjects[name=s].name',
      'subject ServiceAccount/blog/u @ subjects[name=system:serviceaccount:blog:u].name',
    ],
  },
  {
    path: 'RoleBinding roleRef to a ClusterRole',
    from: made(`${rbac}/v1`, 'RoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'x' },
    }),
    others: [stub(`Role.${rbac}/shop/x`)],
    edges: [`grants ClusterRole.${rbac}/x @ roleRef.name`],
  },
  {
    path: 'ClusterRoleBinding roleRef',
    from: clusterWide(`${rbac}/v1`, 'ClusterRoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'x' },
    }),
    edges: [`grants ClusterRole.${rbac}/x @ roleRef.name`],
  },
  {
    path: 'ClusterRole aggregationRule.clusterRoleSelectors[]',
    from: clusterWide(`${rbac}/v1`, 'ClusterRole', {
      aggregationRule: { clusterRoleSelectors: [expression] },
    }),
    others: [labelled(`ClusterRole.${rbac}/x`, { app: 'api' }), stub(`ClusterRole.${rbac}/y`)],
    edges: [`aggregates ClusterRole.${rbac}/x @ aggregationRule.clusterRoleSelectors[0]`],
  },
  {
    path: 'Role rules[].resourceNames',
    from: made(`${rbac}/v1`, 'Role', {
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['x', 'not-there'],
          verbs: ['get'],
        },
      ],
    }),
    edges: ['rights ConfigMap/shop/x @ rules[0].resourceNames'],
  },
  {
    path: 'ClusterRole rules[].resourceNames',
    from: clusterWide(`${rbac}/v1`, 'ClusterRole', {
      rules: [
        {
          apiGroups: ['storage.k8s.io'],
          resources: ['storageclasses'],
          resourceNames: ['x'],
          verbs: ['get'],
        },
      ],
    }),
    edges: ['rights StorageClass.storage.k8s.io/x @ rules[0].resourceNames'],
  },
  {
    path: 'ServiceAccount secrets[], imagePullSecrets[]',
    from: made('v1', 'ServiceAccount', {
      secrets: [{ name: 's' }],
      imagePullSecrets: [{ name: 'x' }],
    }),
    edges: [
      'credentials Secret/shop/s @ secrets[name=s].name',
      'pulls Secret/shop/x @ imagePullSecrets[name=x].name',
    ],
  },
  {
    path: 'Secret metadata.annotations[kubernetes.io/service-account.name]',
    from: made('v1', 'Secret', {
      type: 'kubernetes.io/service-account-token',
      metadata: { annotations: { 'kubernetes.io/service-account.name': 'x' } },
    }),
    edges: [
      'token ServiceAccount/shop/x @ metadata.annotations["kubernetes.io/service-account.name"]',
    ],
  },
  {
    path: 'CertificateSigningRequest spec.username',
    from: clusterWide('certificates.k8s.io/v1', 'CertificateSigningRequest', {
      spec: { username: 'system:node:x' },
    }),
    edges: ['about Node/x @ spec.username'],
  },
  {
    path: 'PodCertificateRequest spec.podName, serviceAccountName, nodeName',
    from: made('certificates.k8s.io/v1beta1', 'PodCertificateRequest', {
      spec: { podName: 'p', serviceAccountName: 's', nodeName: 'n' },
    }),
    edges: [
      'about Pod/shop/p @ spec.podName optional',
      'identity ServiceAccount/shop/s @ spec.serviceAccountName optional',
      'node Node/n @ spec.nodeName optional',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('identity: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});

test('an id of the table is an id of the model', () => {
  expect(idOf(stub('Role.rbac.authorization.k8s.io/shop/x'))).toBe(
    objectId({ group: rbac, kind: 'Role', namespace: 'shop', name: 'x' }),
  );
});
