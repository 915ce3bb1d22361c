import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { relationsOf } from './relations.ts';

/** `verb other (through)`, in order. */
function told(model: Model, id: string) {
  const { uses, usedBy } = relationsOf(model, id as ObjectId);
  const line = ({ verb, other, through, times }: (typeof uses)[number]) =>
    `${verb} ${other}${through === undefined ? '' : ` through ${through}, ${times}`}`;
  return { uses: uses.map(line), usedBy: usedBy.map(line) };
}

const template = {
  containers: [{ name: 'web', volumeMounts: [{ name: 'config', mountPath: '/etc/web' }] }],
  volumes: [{ name: 'config', configMap: { name: 'web' } }],
  serviceAccountName: 'web',
};

/** A Deployment, its ReplicaSet and two Pods, which say what the template says, and more. */
function deployment() {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    spec: { template: { spec: template } },
  });
  const set = ownedBy(
    web,
    object('apps/v1', 'ReplicaSet', 'shop/web-1', { spec: { template: { spec: template } } }),
  );
  const injected = {
    name: 'kube-api-access-x',
    projected: {
      sources: [{ serviceAccountToken: {} }, { configMap: { name: 'kube-root-ca.crt' } }],
    },
  };
  const pods = ['a', 'b'].map((name) =>
    ownedBy(
      set,
      pod(
        `shop/web-1-${name}`,
        { app: 'web' },
        { spec: { ...template, nodeName: 'one', volumes: [...template.volumes, injected] } },
      ),
    ),
  );
  return [web, set, ...pods];
}

const around = [
  object('v1', 'ConfigMap', 'shop/web'),
  object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
  object('v1', 'ServiceAccount', 'shop/web'),
  object('v1', 'Node', 'one'),
];

describe('a Deployment, its ReplicaSet and its Pods are one thing', () => {
  const model = modelOf(...deployment(), ...around, service('shop/web', { app: 'web' }));

  test('what the template says is not repeated for each of its Pods', () => {
    expect(told(model, 'Deployment.apps/shop/web')).toEqual({
      uses: [
        'mounts ConfigMap/shop/web',
        'runs as ServiceAccount/shop/web',
        'runs on Node/one through Pod/shop/web-1-a, 2',
      ],
      usedBy: ['selected by Service/shop/web through Pod/shop/web-1-a, 2'],
    });
  });

  test('seen from the other side it is one thing as well', () => {
    expect(told(model, 'ConfigMap/shop/web').usedBy).toEqual([
      'mounted by Deployment.apps/shop/web',
    ]);
    expect(told(model, 'ServiceAccount/shop/web').usedBy).toEqual([
      'identity of Deployment.apps/shop/web',
    ]);
    expect(told(model, 'Service/shop/web').uses).toEqual(['selects Deployment.apps/shop/web']);
  });

  test('the certificate that every Pod gets is told where it is kept, not where it is used', () => {
    expect(told(model, 'ConfigMap/shop/kube-root-ca.crt').usedBy).toEqual([
      'mounted by Deployment.apps/shop/web',
    ]);
  });
});

test('an endpoint is told only where no selector says the same', () => {
  const slice = object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x', {
    metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    endpoints: [
      { addresses: ['10.0.0.1'], targetRef: { kind: 'Pod', namespace: 'shop', name: 'a' } },
    ],
  });
  const selecting = modelOf(
    service('shop/web', { app: 'web' }),
    slice,
    pod('shop/a', { app: 'web' }),
  );
  expect(told(selecting, 'Service/shop/web').uses).toEqual(['selects Pod/shop/a']);
  const manual = modelOf(service('shop/web', {}), slice, pod('shop/a'));
  expect(told(manual, 'Service/shop/web').uses).toEqual([
    'lists as an endpoint Pod/shop/a through EndpointSlice.discovery.k8s.io/shop/web-x, 1',
  ]);
});

test('CoreDNS of the sample has these relations, each once', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  const { uses, usedBy } = relationsOf(model, 'Deployment.apps/kube-system/coredns' as ObjectId);
  expect(uses.map(({ verb, other }) => `${verb} ${other}`)).toEqual([
    'mounts ConfigMap/kube-system/coredns',
    'runs as ServiceAccount/kube-system/coredns',
    'takes its priority from PriorityClass.scheduling.k8s.io/system-cluster-critical',
    'runs on Node/docker-desktop',
  ]);
  expect(
    usedBy.flatMap(({ verb, relation, other }) =>
      relation === 'about' ? [] : [`${verb} ${other}`],
    ),
  ).toEqual(['selected by Service/kube-system/kube-dns']);
});
