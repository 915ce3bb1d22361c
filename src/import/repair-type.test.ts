import { expect, test } from 'vitest';
import { type Finding, findingsIn } from './findings.ts';
import { repairType } from './repair-type.ts';

const bare = { metadata: { name: 'web' } };
const at = (path: string) => ({ list: undefined, hint: undefined, path });

test.each<[string, object, string, object]>([
  [
    'the path of its file',
    bare,
    'shop/deployments.json',
    { apiVersion: 'apps/v1', kind: 'Deployment' },
  ],
  [
    'the table of built-in kinds',
    { ...bare, kind: 'CronJob' },
    '',
    { apiVersion: 'batch/v1', kind: 'CronJob' },
  ],
  [
    'a path, in the version that it has',
    { ...bare, apiVersion: 'batch/v1beta1' },
    'shop/cronjobs.json',
    { apiVersion: 'batch/v1beta1', kind: 'CronJob' },
  ],
  [
    'its selfLink, which goes before its path',
    { metadata: { name: 'web', selfLink: '/apis/batch/v2alpha1/namespaces/shop/cronjobs/web' } },
    'shop/pods.json',
    { apiVersion: 'batch/v2alpha1', kind: 'CronJob' },
  ],
  [
    'the table, where a template stands for its version',
    { ...bare, kind: 'PodDisruptionBudget', apiVersion: 'policy/v1{{if .Old}}beta1{{end}}' },
    '',
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  ],
])('an object gets its type from %s', (_, item, path, type) => {
  expect(repairType(item, at(path)).value).toMatchObject(type);
});

test.each<[string, object, string]>([
  ['a Node of Longhorn', { ...bare, kind: 'Node' }, 'nodes.longhorn.io/longhorn-system.yaml'],
  ['an object of another group than its path', { ...bare, apiVersion: 'x.io/v1' }, 'pods.json'],
  ['a thing without a name', { verbs: ['get'] }, 'pods/shop.json'],
  ['an unknown kind', { ...bare, kind: 'Restaurant' }, 'a/b.json'],
])('%s is no built-in kind', (_, item, path) => {
  expect(repairType(item, at(path))).toEqual({ value: item });
});

const found = (document: unknown, path: string): Finding[] => [
  ...findingsIn({ type: 'document', value: document, size: 0 }, { path }),
];

test('a list without a kind is what its path says, and may not be whole', () => {
  const crds = 'cluster-resources/custom-resource-definitions.json';
  const type = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
  expect(found({ metadata: { resourceVersion: '7' }, items: [bare] }, crds)).toEqual([
    { type: 'shape', shape: 'API list' },
    { type: 'list', list: { ...type, resourceVersion: '7', partial: true } },
    { type: 'object', object: { ...bare, ...type } },
  ]);
});

test('a list of old kubectl is read, item by item', () => {
  const document = {
    selfLink: '/api/v1/namespaces/kube-system/pods',
    resourceVersion: '4225',
    Items: [{ name: 'dns', Spec: { NodeName: 'minikube' }, Status: null }],
  };
  const type = { apiVersion: 'v1', kind: 'Pod' };
  const object = { ...type, metadata: { name: 'dns' }, spec: { nodeName: 'minikube' } };
  expect(found(document, 'kube-system/pods.json')).toEqual([
    { type: 'shape', shape: 'API list' },
    { type: 'list', list: { ...type, resourceVersion: '4225', partial: true } },
    {
      type: 'remark',
      text: 'is written in the way of kubectl before 1.14: fields got the names of the API',
    },
    { type: 'object', object },
  ]);
});

test('what was repaired is said, without a word of the object', () => {
  expect(found({ ...bare, kind: 'Job' }, 'x.json')).toContainEqual({
    type: 'remark',
    text: 'apiVersion is that of the built-in kind',
  });
  expect(found(bare, 'shop/jobs.json')).toContainEqual({
    type: 'remark',
    text: 'kind and apiVersion are what the path of its file says',
  });
});
