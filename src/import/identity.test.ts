import { expect, test } from 'vitest';
import { typeFromPath, typeFromSelfLink } from './identity.ts';

const pod = { apiVersion: 'v1', kind: 'Pod' };

test.each([
  ['pods.json', pod],
  ['dump/kube-system/pods.yaml.gz', pod],
  ['kube-system/replication-controllers.json', { apiVersion: 'v1', kind: 'ReplicationController' }],
  ['cluster-resources/pvcs/minio.json', { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }],
  ['cluster-resources/pvs.json', { apiVersion: 'v1', kind: 'PersistentVolume' }],
  ['storage-classes.json', { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' }],
  [
    '_/storageclasses.storage.k8s.io/hostpath.yaml',
    { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
  ],
  ['shop/deployments.apps.yaml', { apiVersion: 'apps/v1', kind: 'Deployment' }],
  [
    'clusterrole-system:kube-scheduler.yaml',
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' },
  ],
  ['backup/service_web.yaml', { apiVersion: 'v1', kind: 'Service' }],
  ['deployment.apps_web.yaml', { apiVersion: 'apps/v1', kind: 'Deployment' }],
  ['resources/pods/namespaces/shop/web.json', pod],
  [
    'custom-resource-definitions.json',
    { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
  ],
])('%s holds what its name says', (path, type) => {
  expect(typeFromPath(path)).toEqual(type);
});

test.each([
  // A Node of Longhorn is no Node of Kubernetes, and its folder says which it is.
  'custom-resources/nodes.longhorn.io/longhorn-system.yaml',
  'nodes.longhorn.io.yaml',
  'values.yaml',
  'a/b/c.json',
  'po-box.json',
])('%s names no built-in kind', (path) => {
  expect(typeFromPath(path)).toBeUndefined();
});

test.each([
  ['/api/v1/namespaces/shop/pods/web', pod],
  ['/api/v1/nodes', { apiVersion: 'v1', kind: 'Node' }],
  ['/apis/batch/v1beta1/namespaces/a/cronjobs/b', { apiVersion: 'batch/v1beta1', kind: 'CronJob' }],
  ['/api/v1/namespaces/shop', { apiVersion: 'v1', kind: 'Namespace' }],
  ['/apis/longhorn.io/v1/namespaces/a/nodes/b', undefined],
  ['/../etc/passwd', undefined],
  [7, undefined],
])('the selfLink %s', (link, type) => {
  expect(typeFromSelfLink(link)).toEqual(type);
});
