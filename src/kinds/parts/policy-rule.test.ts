import { expect, test } from 'vitest';
import { PolicyRule, ruleLine } from './policy-rule.ts';
import { list } from './schema.ts';

test.each([
  [
    { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods', 'pods/log'] },
    'get, list on pods, pods/log',
  ],
  [
    { verbs: ['*'], apiGroups: ['apps'], resources: ['deployments'] },
    'every verb on deployments of apps',
  ],
  [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    'every verb on every resource of every group',
  ],
  [
    { verbs: ['create'], apiGroups: ['', 'events.k8s.io'], resources: ['events'] },
    'create on events of core, events.k8s.io',
  ],
  [
    {
      verbs: ['update'],
      apiGroups: ['coordination.k8s.io'],
      resources: ['leases'],
      resourceNames: ['kube-scheduler'],
    },
    'update on leases of coordination.k8s.io named kube-scheduler',
  ],
  [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/version'] }, 'get on /healthz, /version'],
  [{ verbs: ['*'], nonResourceURLs: ['*'] }, 'every verb on every path'],
])('%j reads as "%s"', (rule, line) => {
  expect(list(PolicyRule).read([rule]).map(ruleLine)).toEqual([line]);
});
