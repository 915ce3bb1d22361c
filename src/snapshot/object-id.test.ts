import { expect, test } from 'vitest';
import { idOf, objectId, parseObjectId } from './object-id.ts';

test('an id names kind, group, namespace and name', () => {
  const id = idOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: 'shop', name: 'web' },
  });
  expect(id).toBe('Deployment.apps/shop/web');
  expect(parseObjectId(id)).toEqual({
    group: 'apps',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'web',
  });
});

test('a cluster-scoped object has no namespace in its id', () => {
  expect(parseObjectId(objectId({ group: '', kind: 'Node', name: 'worker-1' }))).toEqual({
    group: '',
    kind: 'Node',
    name: 'worker-1',
  });
});

test('a Deployment of extensions/v1beta1 is the one of apps/v1', () => {
  const old = {
    apiVersion: 'extensions/v1beta1',
    kind: 'Deployment',
    metadata: { namespace: 'a', name: 'b' },
  };
  expect(idOf(old)).toBe(idOf({ ...old, apiVersion: 'apps/v1' }));
});

test('a RoleBinding that OpenShift shows under its own group is the one of RBAC', () => {
  const binding = {
    apiVersion: 'authorization.openshift.io/v1',
    kind: 'RoleBinding',
    metadata: { namespace: 'a', name: 'b' },
  };
  expect(idOf(binding)).toBe('RoleBinding.rbac.authorization.k8s.io/a/b');
});

test('a slash in a name cannot move an object to another namespace', () => {
  const hostile = { group: '', kind: 'Pod', namespace: 'a', name: 'b/c%2F' };
  expect(parseObjectId(objectId(hostile))).toEqual(hostile);
});
