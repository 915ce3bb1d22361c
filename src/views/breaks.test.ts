import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { breaksOf } from './breaks.ts';
import { proseText } from './chapters/prose.ts';

/** What breaks, without the sentence that is so for the whole kind. */
function breaks(model: Model, id: string): string {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  const says = proseText(breaksOf({ model, links, entry }) ?? []);
  return says.replace(entry.kind.breaks ?? '', '…').trim();
}

const web = object('apps/v1', 'Deployment', 'shop/web');
const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const webPod = ownedBy(set, pod('shop/web-1-a', { app: 'web', tier: 'front' }));

describe('a workload that goes', () => {
  test('leaves the Service without endpoint that selects its Pods only', () => {
    const model = modelOf(web, set, webPod, service('shop/web', { app: 'web' }));
    expect(breaks(model, 'Deployment.apps/shop/web')).toBe('Service web has no endpoint left. …');
  });

  test('takes nothing from a Service that has other Pods as well', () => {
    const other = pod('shop/other', { tier: 'front' });
    const model = modelOf(web, set, webPod, other, service('shop/front', { tier: 'front' }));
    expect(breaks(model, 'Deployment.apps/shop/web')).toBe('…');
  });
});

describe('configuration that goes', () => {
  const reader = (optional: boolean) =>
    object('apps/v1', 'Deployment', 'shop/web', {
      spec: {
        template: {
          spec: { containers: [], volumes: [{ name: 'v', configMap: { name: 'web', optional } }] },
        },
      },
    });
  const config = object('v1', 'ConfigMap', 'shop/web');

  test('keeps workloads that need it from starting Pods', () => {
    expect(breaks(modelOf(config, reader(false)), 'ConfigMap/shop/web')).toBe(
      'Deployment web cannot start a new Pod. …',
    );
  });

  test('is not missed by those that can do without', () => {
    expect(breaks(modelOf(config, reader(true)), 'ConfigMap/shop/web')).toBe('…');
  });
});

test('a Service that goes leaves those that route to it with nothing', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  expect(breaks(model, 'Service/shop/web')).toBe(
    'Ingresses legacy and shop lead to a Service that is not there. … Argo CD makes it again: Application shop heals itself.',
  );
});

test('a Node takes its static Pods with it, and Pods without a controller for good', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect(breaks(model, 'Node/docker-desktop')).toBe(
    '4 static Pods of its kubelet go with it. Pods storage-provisioner and vpnkit-controller in kube-system have no controller, so nothing starts them again. It is the only node: its pods stop, nothing can start elsewhere, and data on its disks stays behind.',
  );
});

test('a mirror Pod can be deleted without effect; one without a controller cannot', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect(breaks(model, 'Pod/kube-system/etcd-docker-desktop')).toBe(
    'Nothing: it mirrors a static Pod. The kubelet of Node docker-desktop runs the containers on and writes the mirror again; only taking the file off the machine stops them.',
  );
  expect(breaks(model, 'Pod/kube-system/vpnkit-controller')).toBe(
    'Its containers stop, and nothing starts them again: no controller owns it.',
  );
});

test('of a Pod that has ended nothing stops', () => {
  const ended = pod('shop/migrate-a', {}, { status: { phase: 'Succeeded' } });
  expect(breaks(modelOf(ended), 'Pod/shop/migrate-a')).toBe(
    'Nothing stops: its containers have ended. Their logs and exit codes go with it.',
  );
});

describe('a machine that goes', () => {
  const machine = (name: string) => object('v1', 'Node', name);

  test('takes everything with it where it is the only one', () => {
    expect(breaks(modelOf(machine('a')), 'Node/a')).toBe(
      'It is the only node: its pods stop, nothing can start elsewhere, and data on its disks stays behind.',
    );
  });

  test('leaves room on others, where there are any', () => {
    expect(breaks(modelOf(machine('a'), machine('b')), 'Node/a')).toBe('…');
  });
});

describe('what a tool keeps as Git has it', () => {
  const tracked = object('apps/v1', 'Deployment', 'shop/web', {
    metadata: {
      annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' },
    },
  });
  const application = (automated: object) =>
    object('argoproj.io/v1alpha1', 'Application', 'argocd/shop', {
      spec: { syncPolicy: { automated } },
    });
  const id = 'Deployment.apps/shop/web';

  test('comes back by itself where its Application heals itself', () => {
    expect(breaks(modelOf(tracked, application({ selfHeal: true })), id)).toBe(
      '… Argo CD makes it again: Application shop heals itself.',
    );
  });

  test('waits for a sync where it does not', () => {
    expect(breaks(modelOf(tracked, application({ prune: true })), id)).toBe(
      '… Argo CD makes it again only when Application shop is synced: it does not heal itself.',
    );
  });

  test('is not said to come back where the Application was not captured', () => {
    expect(breaks(modelOf(tracked), id)).toBe('…');
  });

  test('is not what a controller made, though that has the same marks', () => {
    const replicas = ownedBy(
      tracked,
      object('apps/v1', 'ReplicaSet', 'shop/web-1', {
        metadata: { annotations: { ...tracked.metadata.annotations } },
      }),
    );
    const endpoints = object('v1', 'Endpoints', 'shop/web', {
      metadata: { labels: { 'argocd.argoproj.io/instance': 'shop' } },
    });
    const model = modelOf(tracked, replicas, endpoints, application({ selfHeal: true }));
    expect(breaks(model, 'ReplicaSet.apps/shop/web-1')).toBe('…');
    expect(breaks(model, 'Endpoints/shop/web')).toBe('…');
  });

  const kustomized = object('apps/v1', 'Deployment', 'shop/web', {
    metadata: {
      labels: {
        'kustomize.toolkit.fluxcd.io/name': 'shop',
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
    },
  });
  const kustomization = (spec: object) =>
    object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'flux-system/shop', { spec });

  test('comes back at the interval of its Kustomization, unless that is suspended', () => {
    expect(breaks(modelOf(kustomized, kustomization({ interval: '10m' })), id)).toBe(
      '… Flux makes it again when Kustomization shop applies again, every 10m.',
    );
    expect(breaks(modelOf(kustomized, kustomization({ suspend: true })), id)).toBe(
      '… Flux does not make it again: Kustomization shop is suspended.',
    );
  });
});
