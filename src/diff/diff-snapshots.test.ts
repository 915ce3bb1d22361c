import { expect, test } from 'vitest';
import { noRules, type Rules } from '#config/rules.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { Resource } from '#snapshot/manifest.ts';
import { redactionMark } from '#snapshot/redaction.ts';
import { object, ownedBy, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';

import { diffSnapshots } from './diff-snapshots.ts';
import { formatJson } from './format-json.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { objectText, signs } from './words.ts';

const rules = (partial: Partial<Rules>): Rules => ({ ...noRules, ...partial });

/** Every difference in a line. */
function lines(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
  given: Partial<Rules> = {},
): readonly string[] {
  const diff = diffSnapshots(snapshotOf(...before), snapshotOf(...after), { rules: rules(given) });
  return diff.changes.flatMap(({ change, object: name, fields }) => [
    `${signs[change]} ${objectText(name)}`,
    ...fields.map(
      ({ path, before: was, after: is }) =>
        `  ${path}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
    ),
  ]);
}

const deployment = (at: string, spec: object): KubeObject =>
  object('apps/v1', 'Deployment', at, { spec });
const template = (container: object, more: object = {}) => ({
  template: { spec: { containers: [{ name: 'web', ...container }], ...more } },
});

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

test('an empty setting is a setting', () => {
  expect(
    lines(
      [deployment('shop/web', template({}, { volumes: [{ name: 'tmp', emptyDir: {} }] }))],
      [deployment('shop/web', template({}, { volumes: [{ name: 'tmp' }] }))],
    ),
  ).toEqual([
    '~ Deployment shop/web',
    '  spec.template.spec.volumes[name=tmp].emptyDir: {} → undefined',
  ]);
});

test('what the server fills in says nothing', () => {
  const service = (clusterIP: string, nodePort: number, uid: string) =>
    object('v1', 'Service', 'shop/web', {
      metadata: { uid, resourceVersion: uid, annotations: { 'checksum/config': uid } },
      spec: { type: 'NodePort', clusterIP, ports: [{ port: 80, nodePort }] },
      status: { loadBalancer: { ingress: [{ ip: clusterIP }] } },
    });
  expect(lines([service('10.0.0.1', 30001, 'a')], [service('10.9.0.1', 30002, 'b')])).toEqual([]);
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

test('an expected difference is told apart, until its day', () => {
  const web = (replicas: number) => [deployment('shop/web', { replicas, paused: replicas > 1 })];
  const expectation = { kind: 'Deployment', path: 'spec.replicas', reason: 'Staging is small' };
  const diff = (until: string) =>
    diffSnapshots(snapshotOf(...web(1)), snapshotOf(...web(3)), {
      rules: rules({ expect: [{ ...expectation, until }] }),
    });
  expect(diff('9999-12-31')).toMatchObject({
    changes: [{ fields: [{ path: 'spec.paused' }] }],
    expected: [{ reason: 'Staging is small', fields: [{ path: 'spec.replicas' }] }],
  });
  expect(diff('2000-01-01').expected).toEqual([]);
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

test('a key named __proto__ is compared like any other', () => {
  const config = (data: string) =>
    object('v1', 'ConfigMap', 'shop/c', { data: JSON.parse(data) as object });
  expect(lines([config('{"__proto__":"a"}')], [config('{"__proto__":"b"}')])).toEqual([
    '~ ConfigMap shop/c',
    '  data.__proto__: "a" → "b"',
  ]);
});

test('documents in a ConfigMap are compared as what they are, whatever their layout', () => {
  const config = (data: object) => object('v1', 'ConfigMap', 'shop/c', { data });
  const yaml = 'log:\n  level: debug # for now\nserver: {timeout: 60s, ports: [80]}\n';
  const other = 'server:\n  ports:\n    - 80\n  timeout: 1m0s\nlog: {level: info}\n';
  const pairs = [
    ['app.yaml', yaml, other],
    [
      'dashboard.json',
      '{"title":"A","panels":[{"id":1,"type":"x"}]}',
      '{"panels": [{"type": "y", "id": 1}], "title": "A"}',
    ],
    [
      'Corefile',
      '.:53 {\n  cache 30\n  errors\n}\n',
      '.:53 {\n    errors\n    cache 60 {\n       success 10\n    }\n}\n',
    ],
    ['app.properties', 'a = 1\n# old\nb=2\n', 'b = 2\na=3\n'],
  ] as const;
  const side = (index: 1 | 2) =>
    config(Object.fromEntries(pairs.map((pair) => [pair[0], pair[index]])));
  expect(lines([side(1)], [side(2)])).toEqual([
    '~ ConfigMap shop/c',
    '  data["app.yaml"].log.level: "debug" → "info"',
    '  data["dashboard.json"].panels[id=1].type: "x" → "y"',
    '  data.Corefile[".:53"].cache.args: "30" → "60"',
    '  data.Corefile[".:53"].cache.success: undefined → "10"',
    '  data["app.properties"].a: "1" → "3"',
  ]);
});

test('a version that reads like a number is a version', () => {
  const widget = (version: unknown) =>
    object('example.com/v1', 'Widget', 'shop/w', { spec: { version } });
  expect(lines([widget('1.10')], [widget('1.1')])).toHaveLength(2);
  expect(lines([widget('1000m')], [widget('1')])).toEqual([]);
});

test('custom resources are compared by the schema that the snapshot holds', () => {
  const definition = object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'widgets.example.com',
    {
      spec: {
        group: 'example.com',
        names: { kind: 'Widget', plural: 'widgets' },
        versions: [
          {
            name: 'v1',
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: {
                      mode: { type: 'string', default: 'fast' },
                      tags: {
                        type: 'array',
                        'x-kubernetes-list-type': 'set',
                        items: { type: 'string' },
                      },
                      rules: {
                        type: 'array',
                        'x-kubernetes-list-type': 'map',
                        'x-kubernetes-list-map-keys': ['host'],
                        items: {
                          type: 'object',
                          properties: { host: { type: 'string' }, to: { type: 'string' } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    },
  );
  const widget = (spec: object) => object('example.com/v1', 'Widget', 'shop/w', { spec });
  const [a, b] = [
    { host: 'a', to: 'x' },
    { host: 'b', to: 'y' },
  ];
  expect(
    lines(
      [definition, widget({ mode: 'fast', tags: ['m', 'n'], rules: [a, b] })],
      [definition, widget({ tags: ['n', 'm'], rules: [{ ...b, to: 'z' }, a] })],
    ),
  ).toEqual(['~ Widget shop/w', '  spec.rules[host=b].to: "y" → "z"']);
});

test('of an aggregated ClusterRole the selectors count, not the rules that a controller collects', () => {
  const role = (verb: string) =>
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'admin', {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { admin: 'true' } }] },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: [verb] }],
    });
  expect(lines([role('get')], [role('delete')])).toEqual([]);
});

test('a kubelet that was upgraded counts, although its version stands in the status', () => {
  const node = (kubeletVersion: string, machineID: string) =>
    object('v1', 'Node', 'one', { status: { nodeInfo: { kubeletVersion, machineID } } });
  expect(lines([node('v1.35.0', 'a')], [node('v1.36.0', 'b')])).toEqual([
    '~ Node one',
    '  status.nodeInfo.kubeletVersion: "v1.35.0" → "v1.36.0"',
  ]);
});

test('a Service that loses its address is headless; another address is the same', () => {
  const service = (clusterIP: string) =>
    object('v1', 'Service', 'shop/web', { spec: { clusterIP } });
  expect(lines([service('10.0.0.1')], [service('10.0.0.2')])).toEqual([]);
  expect(lines([service('10.0.0.1')], [service('None')])).toHaveLength(2);
});

test('an object under a new name is told as a guess, with how alike the two are', () => {
  const app = (name: string, image: string) =>
    deployment(`shop/${name}`, {
      replicas: 3,
      template: {
        metadata: { labels: { app: name, team: 'checkout' } },
        spec: {
          containers: [
            { name: 'app', image, args: ['--a', '--b'], env: [{ name: 'MODE', value: 'live' }] },
          ],
        },
      },
    });
  const { changes } = diffSnapshots(
    snapshotOf(app('cart', 'cart:1')),
    snapshotOf(app('basket', 'cart:2')),
  );
  expect(changes).toMatchObject([
    {
      change: 'renamed',
      object: { name: 'basket' },
      renamedFrom: { name: 'cart' },
      similarity: expect.closeTo(0.85, 1),
    },
  ]);
  const other = deployment('shop/basket', {
    template: { spec: { containers: [{ name: 'x', image: 'y' }] } },
  });
  expect(lines([app('cart', 'cart:1')], [other])).toEqual([
    '+ Deployment shop/basket',
    '- Deployment shop/cart',
  ]);
});

test('what is over and what nothing needs is told of a rules file', () => {
  const expectation = (name: string, until?: string) => ({
    name,
    reason: 'because',
    ...(until ? { until } : {}),
  });
  const { idleRules } = diffSnapshots(
    snapshotOf(deployment('shop/web', { replicas: 1 })),
    snapshotOf(deployment('shop/web', { replicas: 2 })),
    {
      rules: rules({
        expect: [expectation('web'), expectation('gone'), expectation('web', '2000-01-01')],
      }),
    },
  );
  expect(idleRules).toEqual([
    { why: 'unused', rule: '{"name":"gone"}', reason: 'because' },
    { why: 'expired', rule: '{"name":"web","until":"2000-01-01"}', reason: 'because' },
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

test('wider rights, privileges, exposure and missing policies rank first, and on which side', () => {
  const role = (verbs: string[]) =>
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop/r', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs }],
    });
  const service = (type: string) => object('v1', 'Service', 'shop/web', { spec: { type } });
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/deny', { spec: {} });
  const agent = (privileged: boolean) =>
    deployment('shop/agent', template({ securityContext: { privileged } }));
  const { changes, headline } = diffSnapshots(
    snapshotOf(
      role(['get']),
      service('ClusterIP'),
      policy,
      agent(false),
      deployment('shop/a', { replicas: 1 }),
    ),
    snapshotOf(
      role(['*']),
      service('LoadBalancer'),
      agent(true),
      deployment('shop/a', { replicas: 2 }),
    ),
  );
  expect(
    changes.map(({ object: { kind, name }, concerns }) => [
      kind,
      name,
      ...concerns.map(({ what, side }) => `${what} ${side}`),
    ]),
  ).toEqual([
    ['Role', 'r', 'rbac after'],
    ['Deployment', 'agent', 'privileged after'],
    ['Service', 'web', 'exposed after'],
    ['NetworkPolicy', 'deny', 'unguarded after'],
    ['Deployment', 'a'],
  ]);
  expect(headline).toEqual([
    '1 RBAC grant wider on test',
    '1 workload more privileged on test',
    '1 Service more exposed on test',
    '1 NetworkPolicy missing on test',
    '1 replica count',
  ]);
});

test('a rule that a wider one covers already is no wider grant', () => {
  const role = (verbs: string[], resources: string[]) =>
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', {
      rules: [{ apiGroups: ['*'], resources, verbs }],
    });
  const { changes } = diffSnapshots(
    snapshotOf(role(['*'], ['*'])),
    snapshotOf(role(['get'], ['pods'])),
  );
  expect(changes[0]?.concerns).toEqual([{ what: 'rbac', side: 'before' }]);
});

test('Markdown stays within what a comment takes, however much differs', () => {
  const config = (value: string) =>
    Array.from({ length: 500 }, (_, i) =>
      object('v1', 'ConfigMap', `shop/c${i}`, { data: { key: `${value}|\`${i}` } }),
    );
  const text = formatMarkdown(
    diffSnapshots(snapshotOf(...config('a')), snapshotOf(...config('b'.repeat(300)))),
  );
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/… \d+ more objects differ/);
});

test('an integer beyond 2^53 has all its digits in every format', () => {
  const widget = (size: bigint) => object('example.com/v1', 'Widget', 'shop/w', { spec: { size } });
  const diff = diffSnapshots(
    snapshotOf(widget(9007199254740993n)),
    snapshotOf(widget(9007199254740995n)),
  );
  for (const text of [formatText(diff), formatJson(diff), formatMarkdown(diff)]) {
    expect(text).toContain('9007199254740993');
    expect(text).not.toContain('"9007199254740993"');
  }
});

test('the sides are called as the caller calls them, in the headline too', () => {
  const open = object('v1', 'Service', 'shop/web', { spec: { type: 'LoadBalancer' } });
  const closed = object('v1', 'Service', 'shop/web', { spec: { type: 'ClusterIP' } });
  const sides = { before: 'prod@2026-11-21T0800Z', after: 'prod' };
  const diff = diffSnapshots(snapshotOf(closed), snapshotOf(open), { sides });
  expect([diff.before, diff.after, diff.headline]).toEqual([
    'prod@2026-11-21T0800Z',
    'prod',
    ['1 Service more exposed on prod'],
  ]);
});
