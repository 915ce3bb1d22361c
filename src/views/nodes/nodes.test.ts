import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { sectionLines } from '#tests/fixtures/section-lines.ts';
import { nodeSections } from './node-sections.ts';
import { nodesView } from './nodes-page.ts';

const prod = buildModel(await readSnapshot('snapshots/shop-prod'));

test('the nodes of shop-prod, by pool', () => {
  const { lead, facts, list } = nodesView(prod, links);
  expect({
    lead,
    facts: facts.map(({ label, value, why }) => `${label}: ${value}${why ? ` (${why})` : ''}`),
    list: sectionLines(list),
  }).toMatchInlineSnapshot(`
    {
      "facts": [
        "Roles: no role",
        "Kubelets: v1.36.1-eks-3cf9a1b",
        "Zones: eu-central-1b (2), eu-central-1c (2), eu-central-1a (2)",
        "CPUs for Pods: 47.5 (Pods ask for 9.68, 20 %)",
        "Memory for Pods: 246 GiB (Pods ask for 24.4 GiB, 10 %)",
        "Pods at most: 348 (94 are there)",
        "Without a node: 1 Pod",
      ],
      "lead": "6 nodes in 3 zones; all are ready.",
      "list": [
        "Node | State | Version | CPU requested | Memory requested | Pods | Taints",
        "# Pool general, 4 nodes",
        "ip-10-40-40-34.eu-central-1.compute.internal (m7i.2xlarge · eu-central-1b) | ok: Ready | v1.36.1-eks-3cf9a1b | [24] 1.86 of 7.91 | [11] 3.36 of 30.4 GiB | [34] 20 of 58 | none",
        "ip-10-40-72-47.eu-central-1.compute.internal (m7i.2xlarge · eu-central-1c) | ok: Ready | v1.36.1-eks-3cf9a1b | [22] 1.73 of 7.91 | [12] 3.57 of 30.4 GiB | [41] 24 of 58 | none",
        "ip-10-40-8-21.eu-central-1.compute.internal (m7i.2xlarge · eu-central-1a) | ok: Ready | v1.36.1-eks-3cf9a1b | [17] 1.36 of 7.91 | [8] 2.48 of 30.4 GiB | [33] 19 of 58 | none",
        "ip-10-40-8-60.eu-central-1.compute.internal (m7i.2xlarge · eu-central-1a) | ok: Ready | v1.36.1-eks-3cf9a1b | [17] 1.38 of 7.91 | [9] 2.88 of 30.4 GiB | [29] 17 of 58 | none",
        "# Pool data, 2 nodes",
        "ip-10-40-40-73.eu-central-1.compute.internal (r7i.2xlarge · eu-central-1b) | ok: Ready | v1.36.1-eks-3cf9a1b | [27] 2.15 of 7.91 | [13] 8 of 62.3 GiB | [12] 7 of 58 | shop.example.com/dedicated=data:NoSchedule",
        "ip-10-40-72-86.eu-central-1.compute.internal (r7i.2xlarge · eu-central-1c) | ok: Ready | v1.36.1-eks-3cf9a1b | [15] 1.2 of 7.91 | [7] 4.13 of 62.3 GiB | [12] 7 of 58 | shop.example.com/dedicated=data:NoSchedule",
      ],
    }
  `);
});

/** Sections of the page of a Node by id. */
function sectionsOf(model: Model, name: string) {
  const entry = model.get(objectId({ group: '', kind: 'Node', name }));
  const sections = entry === undefined ? [] : nodeSections(model, links, entry);
  return Object.fromEntries(sections.map((section) => [section.id, sectionLines(section)]));
}

const request = (cpu: string) => ({
  containers: [{ name: 'main', resources: { requests: { cpu } } }],
});

test('a Node tells how full it is, who tolerates its taints, and its last heartbeat', () => {
  const model = modelOf(
    object('v1', 'Node', 'one', {
      spec: {
        taints: [
          { key: 'gpu', value: 'yes', effect: 'NoSchedule' },
          { key: 'old', effect: 'PreferNoSchedule' },
        ],
      },
      status: {
        capacity: { cpu: '4', memory: '8Gi', pods: '110' },
        allocatable: { cpu: '3', memory: '6Gi', pods: '110' },
      },
    }),
    pod(
      'shop/trainer',
      {},
      {
        spec: {
          ...request('1500m'),
          nodeName: 'one',
          tolerations: [{ key: 'gpu', operator: 'Exists' }],
        },
      },
    ),
    pod('shop/late', {}, { spec: { ...request('1'), nodeName: 'one' } }),
    pod(
      'shop/over',
      {},
      { spec: { ...request('1'), nodeName: 'one' }, status: { phase: 'Succeeded' } },
    ),
    pod('shop/agent', {}, { spec: { tolerations: [{ operator: 'Exists' }] } }),
    object('coordination.k8s.io/v1', 'Lease', 'kube-node-lease/one', {
      spec: { holderIdentity: 'one', renewTime: '2026-11-22T09:59:52.000000Z' },
    }),
  );
  expect(sectionsOf(model, 'one')).toEqual({
    room: [
      'By what Pods ask for, which is what the scheduler counts; what they use is not in a snapshot.',
      'Resource | Requested | May be requested | The machine has',
      'CPU | [83] 2.5, 83 % | 3 | 4',
      'Memory | [0] 0 GiB, 0 % | 6 GiB | 8 GiB',
      'Pods | [2] 2, 2 % | 110 | 110',
    ],
    taints: [
      'Taint | What it does | Tolerated by, on it | Tolerated by, elsewhere',
      'gpu=yes:NoSchedule | new Pods stay away | trainer | agent',
      'old:PreferNoSchedule | new Pods go elsewhere if they can | needs no toleration | needs no toleration',
    ],
    heartbeat: ['Lease one was renewed 8s before the snapshot, at 2026-11-22 09:59 UTC.'],
  });
});

test('an effect that nobody knows stays what it is', () => {
  const spec = { taints: [{ key: 'constructor', effect: 'constructor' }] };
  expect(sectionsOf(modelOf(object('v1', 'Node', 'one', { spec })), 'one')['taints']?.[1]).toBe(
    'constructor:constructor | constructor | nothing | nothing',
  );
});

test('of what was not captured a Node says so', () => {
  const blind = withCoverage(snapshotOf(object('v1', 'Node', 'one')), {
    pods: 'forbidden',
    'leases.coordination.k8s.io': 'forbidden',
  });
  expect(sectionsOf(buildModel(blind), 'one')).toEqual({
    room: ['Pods were not captured, so nobody knows what they ask for.'],
    taints: ['No taint: every Pod may come here if there is room.'],
    heartbeat: ['Leases were not captured, so its last sign of life is not known.'],
  });
});

test('a snapshot without Nodes has no table of them', () => {
  const none = withCoverage(snapshotOf(object('v1', 'ConfigMap', 'shop/a')), {
    nodes: 'forbidden',
  });
  const { lead, facts, list, figures } = nodesView(buildModel(none), links);
  expect({ lead, facts, figures, list: sectionLines(list) }).toEqual({
    lead: 'Nodes were not captured.',
    facts: [],
    figures: [],
    list: [
      'The snapshot holds no Node and no object that names one. Whatever ran, and where, is not known.',
    ],
  });
});

test('of Nodes known by name only what their Pods ask for is listed', () => {
  const { manifest, lists } = withCoverage(
    snapshotOf(pod('shop/a', {}, { spec: { ...request('250m'), nodeName: 'one' } })),
    { nodes: 'partial' },
  );
  const nodes = [{ name: 'one', from: 'spec.nodeName of Pods' }];
  const inferred = { ...manifest, inferred: { namespaces: [], nodes } };
  const { lead, list, facts } = nodesView(buildModel({ manifest: inferred, lists }), links);
  expect({ lead, facts, list: sectionLines(list) }).toEqual({
    lead: '1 node, known only by name: other objects name it, the dump does not hold it.',
    facts: [],
    list: [
      'What their Pods ask for. State, version, room and taints stand in the Node objects, which were not captured.',
      'Node | CPU requested | Memory requested | Pods',
      'one | 0.25 | 0 GiB | 1',
    ],
  });
});
