import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { deployment, lines, template } from '#tests/fixtures/differences.ts';

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
