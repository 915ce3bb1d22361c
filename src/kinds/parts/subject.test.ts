import { expect, test } from 'vitest';
import { subjectReferences } from './subject.ts';

const account = [{ kind: 'ServiceAccount', namespace: 'kube-system', name: 'route-controller' }];

test('a binding of the API server may name a ServiceAccount of a controller that does not run', () => {
  const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
  expect(subjectReferences(account, { name: 'b', labels })).toMatchObject([{ optional: true }]);
});

test('in any other binding a missing ServiceAccount is a mistake', () => {
  expect(subjectReferences(account, { name: 'b' })[0]?.optional).toBeUndefined();
});
