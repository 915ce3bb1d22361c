import { expect, test } from 'vitest';
import { Resource } from '#snapshot/manifest.ts';
import { redactionMark } from '#snapshot/redaction.ts';
import { object, ownedBy, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { deployment, lines, template } from '#tests/fixtures/differences.ts';
import { diffSnapshots } from './diff-snapshots.ts';

test('an image that differs is one field of one object', () => {
  expect(
    lines(
      [deployment('shop/web', template({ image: 'web:1' }))],
      [deployment('shop/web', template({ image: 'web:2' }))],
    ),
  ).toEqual([
    '~ Deployment shop/web',
    '  spec.template.spec.containers[name=web].image: "web:1" → "web:2"',
  ]);
});

test('a Deployment read as extensions/v1beta1 and as apps/v1 is one object', () => {
  const rollingUpdate = { maxSurge: 1, maxUnavailable: 1 };
  const now = deployment('shop/web', {
    replicas: 1,
    progressDeadlineSeconds: 60,
    revisionHistoryLimit: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate },
  });
  expect(lines([{ ...now, apiVersion: 'extensions/v1beta1' }], [now])).toEqual([]);
});

test('what a version left out is what was its default then', () => {
  const web = deployment('shop/web', { progressDeadlineSeconds: 60, revisionHistoryLimit: 3 });
  expect(lines([{ ...web, apiVersion: 'extensions/v1beta1' }], [web])).toEqual([
    '~ Deployment shop/web',
    '  spec.strategy.rollingUpdate.maxSurge: 1 → undefined',
    '  spec.strategy.rollingUpdate.maxUnavailable: 1 → undefined',
  ]);
});

test('an Ingress of v1beta1 and one of v1 that say the same are the same', () => {
  const ingress = (apiVersion: string, backend: object) =>
    object(apiVersion, 'Ingress', 'shop/web', {
      spec: { rules: [{ host: 'a.example', http: { paths: [{ path: '/', backend }] } }] },
    });
  expect(
    lines(
      [ingress('extensions/v1beta1', { serviceName: 'web', servicePort: 80 })],
      [ingress('networking.k8s.io/v1', { service: { name: 'web', port: { number: 80 } } })],
    ),
  ).toEqual([]);
});

test('order of containers, env and verbs means nothing; order of args does', () => {
  const env = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ];
  const role = (verbs: string[]) =>
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop/r', { rules: [{ verbs }] });
  expect(
    lines(
      [deployment('shop/web', template({ env, args: ['a', 'b'] })), role(['get', 'list'])],
      [
        deployment('shop/web', template({ env: env.toReversed(), args: ['b', 'a'] })),
        role(['list', 'get']),
      ],
    ),
  ).toEqual([
    '~ Deployment shop/web',
    '  spec.template.spec.containers[name=web].args[0]: "a" → "b"',
    '  spec.template.spec.containers[name=web].args[1]: "b" → "a"',
  ]);
});

test('1000m is 1 and 1Gi is 1024Mi in resources, but not in an argument or a setting', () => {
  const sized = (cpu: string, memory: string, text: string) => [
    deployment('shop/web', template({ resources: { limits: { cpu, memory } }, args: [text] })),
    object('v1', 'ConfigMap', 'shop/c', { data: { limit: text } }),
  ];
  expect(lines(sized('1000m', '1Gi', '1000m'), sized('1', '1024Mi', '1'))).toEqual([
    '~ ConfigMap shop/c',
    '  data.limit: "1000m" → "1"',
    '~ Deployment shop/web',
    '  spec.template.spec.containers[name=web].args[0]: "1000m" → "1"',
  ]);
});

test('Pods and ReplicaSets are compared through their Deployment', () => {
  const web = deployment('shop/web', { replicas: 1 });
  const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-5d9'));
  expect(lines([web, set, ownedBy(set, pod('shop/web-5d9-x1'))], [web])).toEqual([]);
});

test('a bare Pod is compared as itself', () => {
  expect(lines([pod('shop/debug')], [])).toEqual(['- Pod shop/debug']);
});

test('a claim of a StatefulSet is compared through it', () => {
  const set = object('apps/v1', 'StatefulSet', 'shop/db', {
    spec: { replicas: 1, volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
  });
  const claim = object('v1', 'PersistentVolumeClaim', 'shop/data-db-0');
  expect(lines([set], [set, claim])).toEqual([]);
});

test('declared names pair and do not differ, wherever they stand as whole words', () => {
  const binding = (namespace: string) =>
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', `${namespace}/b`, {
      subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace }],
    });
  const settings = (namespace: string, host: string) =>
    object('v1', 'ConfigMap', `${namespace}/c`, {
      data: { url: `http://api.${namespace}.svc:8080`, host, backup: `${namespace}-2` },
    });
  expect(
    lines(
      [binding('shop-stg'), settings('shop-stg', 'stg.example.com')],
      [binding('shop'), settings('shop', 'example.com')],
      { namespaces: { '*-stg': '*' }, hosts: { 'stg.example.com': 'example.com' } },
    ),
  ).toEqual(['~ ConfigMap shop/c', '  data.backup: "shop-stg-2" → "shop-2"']);
});

test('replicas of what an autoscaler scales are its business', () => {
  const autoscaler = (minReplicas: number) =>
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/web', {
      spec: {
        minReplicas,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      },
    });
  expect(
    lines(
      [deployment('shop/web', { replicas: 2 }), autoscaler(2)],
      [deployment('shop/web', { replicas: 5 }), autoscaler(5)],
    ),
  ).toEqual(['~ HorizontalPodAutoscaler shop/web', '  spec.minReplicas: 2 → 5']);
});

test('redacted values without digests are neither equal nor different', () => {
  const secret = (digest?: string) =>
    object('v1', 'Secret', 'shop/s', {
      data: { key: redactionMark({ rule: 'secret-data', bytes: 8, digest }) },
    });
  const diff = (left?: string, right?: string) =>
    diffSnapshots(snapshotOf(secret(left)), snapshotOf(secret(right)));
  expect(diff()).toMatchObject({ changes: [], undecided: 1 });
  expect(diff('00000000', '11111111')).toMatchObject({ changes: [{}], undecided: 0 });
  expect(diff('00000000', '00000000')).toMatchObject({ changes: [], same: 1, undecided: 0 });
});

test('what one side could not read is not comparable, never removed', () => {
  const before = snapshotOf(object('v1', 'Secret', 'shop/s'), object('v1', 'ConfigMap', 'shop/c'));
  const forbidden = { status: 'forbidden', message: 'secrets is forbidden' } as const;
  const after = withCoverage(snapshotOf(), { secrets: forbidden });
  expect(diffSnapshots(before, after)).toMatchObject({
    changes: [{ change: 'removed', object: { kind: 'ConfigMap' } }],
    notComparable: [
      {
        resource: 'secrets',
        side: 'after',
        status: 'forbidden',
        message: 'secrets is forbidden',
        count: 1,
      },
    ],
  });
});

test('objects of a group that did not answer are not comparable', () => {
  const widget = object('example.com/v1', 'Widget', 'shop/w');
  const after = snapshotOf();
  const line = {
    group: 'example.com',
    version: '',
    plural: 'unknown',
    kind: 'Unknown',
    namespaced: true,
  };
  const silent = Resource.parse({ ...line, status: 'unavailable', count: 0, bytes: 0 });
  const resources = [...after.manifest.resources, silent];
  expect(
    diffSnapshots(snapshotOf(widget), { ...after, manifest: { ...after.manifest, resources } }),
  ).toMatchObject({
    changes: [],
    notComparable: [{ side: 'after', status: 'unavailable', count: 1 }],
  });
});

test('machines without a counterpart are compared as groups', () => {
  const node = (name: string, kubeletVersion: string) =>
    object('v1', 'Node', name, { status: { nodeInfo: { kubeletVersion } } });
  expect(lines([node('a', 'v1.35.0')], [node('x', 'v1.36.0'), node('y', 'v1.36.1')])).toEqual([
    '~ Node *',
    '  : 1 → 2',
    '  status.nodeInfo.kubeletVersion: "v1.35.0" → "v1.36.0, v1.36.1"',
  ]);
});

test('a change says who last wrote the field, on each side', () => {
  const web = (replicas: number, manager: string, time: string) =>
    object('apps/v1', 'Deployment', 'shop/web', {
      metadata: {
        managedFields: [
          {
            manager: 'helm',
            time: '2026-01-01T00:00:00Z',
            fieldsV1: { 'f:spec': { 'f:template': {} } },
          },
          { manager, time, fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
        ],
      },
      spec: { replicas },
    });
  const before = web(1, 'helm', '2026-01-02T00:00:00Z');
  const after = web(2, 'kubectl-edit', '2026-01-03T00:00:00Z');
  expect(
    diffSnapshots(snapshotOf(before), snapshotOf(after)).changes[0]?.fields[0]?.writtenBy,
  ).toEqual({
    before: { manager: 'helm', time: '2026-01-02T00:00:00Z' },
    after: { manager: 'kubectl-edit', time: '2026-01-03T00:00:00Z' },
  });
});
