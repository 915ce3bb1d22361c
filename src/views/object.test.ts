import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from './chapters/prose.ts';
import { foldedPerPage } from './folded.ts';
import { objectView } from './object.ts';
import { objectSections } from './object-sections.ts';

function view(model: Model, id: string, page = 1) {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  return objectView({ model, links, entry, page });
}

const dockerDesktop = buildModel(await readSnapshot('snapshots/docker-desktop'));

test.each([
  [
    'Deployment.apps/kube-system/coredns',
    [
      'How it fits in',
      'Who owns what',
      'Connections and settings',
      'Uses and used by',
      'What it made',
      'Key fields',
      'As kubectl describes it',
      'Conditions',
      'Events',
      'Who made it',
      'YAML',
    ],
  ],
  ['ConfigMap/kube-system/coredns', ['Data', 'How it fits in', 'Used by', 'Who made it', 'YAML']],
  [
    'Service/kube-system/kube-dns',
    [
      'How it fits in',
      'Endpoints',
      'Uses and used by',
      'Endpoint objects',
      'Key fields',
      'As kubectl describes it',
      'Who made it',
      'YAML',
    ],
  ],
  [
    'Node/docker-desktop',
    [
      'How full it is',
      'Taints',
      'Heartbeat',
      'How it fits in',
      'What runs there',
      'Used by',
      'Pods on it',
      'Key fields',
      'As kubectl describes it',
      'Conditions',
      'Events',
      'Who made it',
      'YAML',
    ],
  ],
  [
    'ClusterRole.rbac.authorization.k8s.io/system:coredns',
    ['What it allows', 'How it fits in', 'Who can do what', 'Used by', 'Who made it', 'YAML'],
  ],
  [
    'Pod/kube-system/etcd-docker-desktop',
    [
      'How it fits in',
      'Connections and settings',
      'Uses',
      'Command line',
      'Key fields',
      'As kubectl describes it',
      'Conditions',
      'Events',
      'Who made it',
      'YAML',
    ],
  ],
])('the page of %s has the sections that it needs', (id, labels) => {
  expect(objectSections(view(dockerDesktop, id)).map(({ label }) => label)).toEqual(labels);
});

describe('a Deployment, its ReplicaSet and its Pods', () => {
  const { made, row, usedBy } = view(dockerDesktop, 'Deployment.apps/kube-system/coredns');

  test('the folded ones are anchors on its page', () => {
    expect(
      made.tables.map(({ label, table }) => [label, ...table.rows.map(({ anchor }) => anchor)]),
    ).toEqual([
      ['Pods', 'pod-coredns-6496f5b56d-qcglx', 'pod-coredns-6496f5b56d-zm7cj'],
      ['ReplicaSets', 'replicaset-coredns-6496f5b56d'],
    ]);
  });

  test('columns that are empty in every Pod are left out of them', () => {
    expect(made.tables[0]?.table.heads).toEqual([
      'NAME',
      'READY',
      'STATUS',
      'RESTARTS',
      'AGE',
      'IP',
      'NODE',
    ]);
  });

  test('its own row is the one of kubectl, whole', () => {
    expect(row.command).toBe('kubectl get deployment coredns -n kube-system -o wide');
    expect(row.heads).toContain('IMAGES');
    expect(row.rows[0]?.cells[0]).toEqual({ text: 'coredns' });
  });

  test('Events are in their own table, not among what uses it', () => {
    expect(usedBy.rows.map(({ to }) => to.kind)).toEqual(['Service']);
  });
});

test('Events about an object and what it made are told in the order in which they happened', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web');
  const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
  const event = (name: string, kind: string, about: string, lastTimestamp: string) =>
    object('v1', 'Event', `shop/${name}`, {
      reason: name,
      lastTimestamp,
      involvedObject: { apiVersion: 'apps/v1', kind, namespace: 'shop', name: about },
    });
  const model = modelOf(
    web,
    set,
    event('a-late', 'ReplicaSet', 'web-1', '2026-11-22T09:00:00Z'),
    event('b-early', 'Deployment', 'web', '2026-11-22T08:00:00Z'),
    event('c-other', 'Deployment', 'other', '2026-11-22T08:30:00Z'),
  );
  const { events } = view(model, 'Deployment.apps/shop/web');
  expect(events?.table.rows.map(({ cells }) => cells[2]?.text)).toEqual(['b-early', 'a-late']);
  expect(events?.table.command).toBe('kubectl get events -n shop --sort-by=.lastTimestamp');
});

test('an owner of many Pods has several pages of them', () => {
  const web = object('apps/v1', 'StatefulSet', 'shop/web');
  const pods = Array.from({ length: foldedPerPage + 1 }, (_, i) =>
    ownedBy(web, pod(`shop/web-${String(i).padStart(3, '0')}`)),
  );
  const model = modelOf(web, ...pods);
  const first = view(model, 'StatefulSet.apps/shop/web', 1).made;
  const second = view(model, 'StatefulSet.apps/shop/web', 2).made;
  expect([first.tables[0]?.table.rows.length, first.total, first.part]).toEqual([
    foldedPerPage,
    foldedPerPage + 1,
    { page: 1, pages: 2 },
  ]);
  expect(second.tables[0]?.table.rows.map(({ anchor }) => anchor)).toEqual(['pod-web-200']);
});

test('a mirror Pod says what it is in place of what Pods are in general', () => {
  const { role, lead } = view(dockerDesktop, 'Pod/kube-system/etcd-docker-desktop');
  expect(proseText(lead.says)).toBe('Consistent key-value store that holds every API object.');
  expect(role).toBe(
    'A mirror Pod: the kubelet of its node runs the containers from a file there, and shows them through the API.',
  );
});

test('the flags of a control plane are explained, each with its line of the YAML', () => {
  const { flags, yaml } = view(dockerDesktop, 'Pod/kube-system/kube-apiserver-docker-desktop');
  const items = flags?.groups.flatMap((group) => group.items) ?? [];
  const mode = items.find(({ label }) => label === '--authorization-mode');
  expect(proseText(mode?.meaning ?? [])).not.toBe('');
  const line = yaml.lines[(mode?.line?.number ?? 0) - 1] ?? [];
  expect(line.map(({ text }) => text).join('')).toContain('--authorization-mode=');
});

test.each(['docker-desktop', 'shop-staging', 'shop-prod'])(
  'every object of %s has a page, whose sections and anchors are its own',
  async (id) => {
    const model = buildModel(await readSnapshot(`snapshots/${id}`));
    for (const entry of model.entries) {
      if (model.home(entry.id) !== entry.id) continue;
      const page = objectView({ model, links, entry, page: 1 });
      const anchors = page.made.tables.flatMap(({ table }) =>
        table.rows.map(({ anchor }) => anchor),
      );
      const ids = [...objectSections(page).map((section) => section.id), ...anchors];
      expect(new Set(ids).size, entry.id).toBe(ids.length);
      expect(proseText(page.lead.says).trim(), entry.id).toMatch(/[.!?…]$/);
    }
  },
);
