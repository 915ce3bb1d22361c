import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtinResources } from '#snapshot/builtin-resources.ts';
import { clusterRoleText, leastClusterRole } from './least-role.ts';

const wanted = new Set(['Namespace', 'Secret', 'Pod', 'Deployment', 'ReplicaSet']);
const types = builtinResources.filter(({ kind }) => wanted.has(kind));

const identity = {
  apiGroups: [''],
  resources: ['namespaces'],
  resourceNames: ['kube-system'],
  verbs: ['get'],
};

test('a least role lists what is read, a rule a group, and gets the Namespace that names the cluster', () => {
  expect(leastClusterRole(types, { secrets: true })).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'clusterbook' },
    rules: [
      { apiGroups: [''], resources: ['namespaces', 'pods', 'secrets'], verbs: ['list'] },
      { apiGroups: ['apps'], resources: ['deployments', 'replicasets'], verbs: ['list'] },
      identity,
    ],
  });
});

test('without Secrets it has everything else', () => {
  const { metadata, rules } = leastClusterRole(types, { secrets: false });
  expect(metadata.name).toBe('clusterbook-without-secrets');
  expect(rules[0]?.resources).toEqual(['namespaces', 'pods']);
});

test('a role that skips Secrets of its own kind name in another group keeps those', () => {
  const [pods] = types;
  const other = { ...pods, group: 'vault.example.com', plural: 'secrets', kind: 'Secret' };
  const { rules } = leastClusterRole([other as never], { secrets: false });
  expect(rules).toEqual([
    { apiGroups: ['vault.example.com'], resources: ['secrets'], verbs: ['list'] },
    identity,
  ]);
});

test('its text is YAML that says which flag goes with it', () => {
  const role = leastClusterRole(types, { secrets: false });
  const text = clusterRoleText(role);
  expect(parse(text)).toEqual(role);
  expect(text).toMatch(/^# Lets `clusterbook snapshot` read .* no Secrets\.\n# .*--secrets skip/);
  expect(clusterRoleText(leastClusterRole(types, { secrets: true }))).toContain('Secrets included');
});
