import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { resourceQuota } from './resource-quota.ts';

test('a quota prints what is used of what is allowed, limits apart from requests', () => {
  const quota = object('v1', 'ResourceQuota', 'shop/quota', {
    status: {
      hard: { 'limits.cpu': '24', pods: '10', 'requests.cpu': 4, limits: '1' },
      used: { 'limits.cpu': '3200m', pods: '2' },
    },
  });
  expect(resourceQuota.cells(quota, { now: 0 }).slice(1, 3)).toEqual([
    'limits: 0/1, pods: 2/10, requests.cpu: 0/4',
    'limits.cpu: 3200m/24',
  ]);
});

test('a quota for a priority names its PriorityClass', () => {
  const matchExpressions = [
    { scopeName: 'PriorityClass', operator: 'In', values: ['high'] },
    { scopeName: 'Terminating', operator: 'Exists' },
  ];
  const quota = object('v1', 'ResourceQuota', 'shop/quota', {
    spec: { scopeSelector: { matchExpressions } },
  });
  expect(resourceQuota.references(quota)).toEqual([
    {
      relation: 'selects',
      path: 'spec.scopeSelector.matchExpressions[0].values',
      to: { by: 'name', group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'high' },
      detail: 'counts pods of this priority',
    },
  ]);
  expect(resourceQuota.facts(quota, { now: 0 })).toEqual([
    { label: 'Only for', value: ['PriorityClass In high', 'Terminating Exists'] },
  ]);
});
