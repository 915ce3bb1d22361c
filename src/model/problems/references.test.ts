import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import {
  modelOf,
  object,
  ownedBy,
  pod,
  service,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { problemsOf } from './problems.ts';

const told = (model: Model, ...codes: readonly string[]) =>
  problemsOf(model)
    .all.filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ code, at }) => `${code} ${at}`);

const account = object('v1', 'ServiceAccount', 'shop/default');
const flagged = { containers: [], volumes: [{ name: 'a', configMap: { name: 'flags' } }] };
const web = object('apps/v1', 'Deployment', 'shop/web', { spec: { template: { spec: flagged } } });

describe('what an object names and needs', () => {
  test('is told once, at the workload and with its field, however many Pods repeat it', () => {
    const set = ownedBy(
      web,
      object('apps/v1', 'ReplicaSet', 'shop/web-1', {
        spec: { replicas: 2, template: { spec: flagged } },
      }),
    );
    const pods = ['a', 'b'].map((name) => ownedBy(set, pod(`shop/${name}`, {}, { spec: flagged })));
    const model = modelOf(web, set, ...pods, account, object('v1', 'ConfigMap', 'shop/other'));
    expect(problemsOf(model).all.filter(({ code }) => code === 'missing-reference')).toEqual([
      {
        code: 'missing-reference',
        at: 'Deployment.apps/shop/web',
        relation: 'mounts',
        target: 'ConfigMap/shop/flags',
        evidence: [
          {
            type: 'field',
            object: 'Deployment.apps/shop/web',
            path: 'spec.template.spec.volumes[name=a].configMap.name',
            value: 'flags',
          },
          {
            type: 'absent',
            kind: { group: '', kind: 'ConfigMap' },
            namespace: 'shop',
            by: 'name',
            sought: 'flags',
            among: 1,
          },
        ],
      },
    ]);
  });

  test('is not known to be missing where the list was not read in full', () => {
    const snapshot = withCoverage(snapshotOf(web, account), { configmaps: 'forbidden' });
    expect(told(buildModel(snapshot), 'missing-reference')).toEqual([]);
  });

  test('does not count for an old ReplicaSet, nor for a Pod that has ended', () => {
    const current = object('apps/v1', 'Deployment', 'shop/web', {
      spec: { template: { spec: { containers: [] } } },
    });
    const old = object('apps/v1', 'ReplicaSet', 'shop/web-1', {
      spec: { replicas: 0, template: { spec: flagged } },
    });
    const ended = pod('shop/ended', {}, { spec: flagged, status: { phase: 'Succeeded' } });
    const model = modelOf(current, ownedBy(current, old), ended, account);
    expect(told(model, 'missing-reference')).toEqual([]);
  });

  test('is not the class of a claim that has its volume', () => {
    const claim = (phase: string) =>
      object('v1', 'PersistentVolumeClaim', 'shop/data', {
        spec: { storageClassName: 'manual' },
        status: { phase },
      });
    expect(told(modelOf(claim('Bound')), 'missing-reference')).toEqual([]);
    expect(told(modelOf(claim('Pending')))).toEqual([
      'missing-reference PersistentVolumeClaim/shop/data',
    ]);
  });
});

test('the class of an Ingress is missing only where it is a field, and no controller took it up', () => {
  const ingress = (fields: object, metadata: object = {}) =>
    object('networking.k8s.io/v1', 'Ingress', 'shop/web', { metadata, ...fields });
  const spec = { ingressClassName: 'nginx' };
  const taken = { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } };
  const annotations = { 'kubernetes.io/ingress.class': 'nginx' };
  expect(told(modelOf(ingress({ spec })))).toEqual([
    'missing-reference Ingress.networking.k8s.io/shop/web',
  ]);
  expect(told(modelOf(ingress({ spec, status: taken })))).toEqual([]);
  expect(told(modelOf(ingress({ spec: {} }, { annotations })))).toEqual([]);
});

describe('a selector that matches nothing', () => {
  test('is a problem of a Service and of a budget', () => {
    const budget = object('policy/v1', 'PodDisruptionBudget', 'shop/web', {
      spec: { selector: { matchLabels: { app: 'web' } } },
    });
    const model = modelOf(
      service('shop/web', { app: 'web' }),
      budget,
      pod('blog/a', { app: 'web' }),
    );
    expect(told(model)).toEqual([
      'empty-service Service/shop/web',
      'empty-policy PodDisruptionBudget.policy/shop/web',
    ]);
  });

  test('is none where a workload that is scaled to zero would match', () => {
    const idle = object('apps/v1', 'Deployment', 'shop/web', {
      spec: { replicas: 0, template: { metadata: { labels: { app: 'web' } } } },
    });
    expect(told(modelOf(service('shop/web', { app: 'web' }), idle, account))).toEqual([]);
  });

  test('is none where Pods were not read', () => {
    const snapshot = withCoverage(snapshotOf(service('shop/web', { app: 'web' })), {
      pods: 'partial',
    });
    expect(told(buildModel(snapshot))).toEqual([]);
  });
});

describe('a webhook', () => {
  const configuration = (failurePolicy: string) =>
    object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'guard', {
      webhooks: [
        {
          name: 'guard.example.com',
          clientConfig: { service: { namespace: 'guard', name: 'guard' } },
          rules: [{ operations: ['CREATE'], apiGroups: [''], resources: ['pods'] }],
          failurePolicy,
        },
      ],
    });
  const guard = service('guard/guard', { app: 'guard' });
  const why = (model: Model) =>
    problemsOf(model).all.flatMap((problem) =>
      problem.code === 'webhook-nowhere' ? [`${problem.why}, ${problem.failurePolicy}`] : [],
    );

  test('leads nowhere without its Service, without a Pod and without a ready one', () => {
    const unready = pod(
      'guard/a',
      { app: 'guard' },
      {
        spec: { containers: [{ name: 'a' }] },
        status: {
          phase: 'Running',
          containerStatuses: [{ name: 'a', ready: false, state: { running: {} } }],
        },
      },
    );
    expect(why(modelOf(configuration('Fail')))).toEqual(['no Service, Fail']);
    expect(why(modelOf(configuration('Ignore'), guard))).toEqual(['no Pod, Ignore']);
    expect(why(modelOf(configuration('Fail'), guard, unready))).toEqual(['no ready Pod, Fail']);
  });

  test('is answered, or may be, in all other cases', () => {
    const model = modelOf(configuration('Fail'), guard, pod('guard/a', { app: 'guard' }));
    expect(why(model)).toEqual([]);
    const blind = withCoverage(snapshotOf(configuration('Fail')), { services: 'forbidden' });
    expect(why(buildModel(blind))).toEqual([]);
  });
});

describe('two over the same Pods', () => {
  const budget = (name: string) =>
    object('policy/v1', 'PodDisruptionBudget', `shop/${name}`, {
      spec: { selector: { matchLabels: { app: 'web' } } },
    });
  const web1 = pod('shop/a', { app: 'web' });

  test('budgets keep the Pods from being evicted', () => {
    expect(told(modelOf(budget('one'), budget('two'), web1), 'shared-budget')).toEqual([
      'shared-budget PodDisruptionBudget.policy/shop/two',
    ]);
  });

  test('Services are copies only with the same selector, ports and type', () => {
    const ports = { ports: [{ port: 80, targetPort: 8080 }] };
    const one = service('shop/one', { app: 'web' }, ports);
    const two = service('shop/two', { app: 'web' }, ports);
    const headless = service('shop/headless', { app: 'web' }, { ...ports, clusterIP: 'None' });
    const outside = service('shop/outside', { app: 'web' }, { ...ports, type: 'LoadBalancer' });
    const other = service('shop/other', { app: 'web' }, { ports: [{ port: 81 }] });
    const model = modelOf(one, two, headless, outside, other, web1);
    expect(told(model, 'shared-service')).toEqual(['shared-service Service/shop/two']);
  });
});
