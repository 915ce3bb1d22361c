/** What holds for the walkthrough of any cluster: samples, dumps of real clusters, and bare ones. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { blocksOf, clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';
import { imported } from '#tests/fixtures/imported.ts';
import type { ChapterView } from './chapter-view.ts';
import { type ChapterBlock, proseText } from './prose.ts';

/** Text that stands on no page: signs of a value that was not there. */
const slips = /undefined|\[object |NaN|null,|:value|\(\)| {2,}[a-z]|\.\.(?!\.)| \.$| ,/m;

// Files of the cluster, and tables of its values, may hold any text.
const ownText = ({ type }: ChapterBlock) =>
  !['listing', 'code', 'mermaid', 'kubectl'].includes(type);

function faults(view: ChapterView): readonly string[] {
  const text = textOf({
    ...view,
    intro: view.intro.filter(ownText),
    sections: view.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(ownText),
    })),
  });
  const slip = slips.exec(text);
  const emptyTable = blocksOf(view).some(
    (block) =>
      (block.type === 'kubectl' && block.tables.some(({ rows }) => rows.length === 0)) ||
      (block.type === 'grid' && block.rows.length === 0) ||
      (block.type === 'explained' && block.groups.length === 0) ||
      (block.type === 'profiles' && block.profiles.length === 0) ||
      (block.type === 'list' && block.items.length === 0),
  );
  return [
    ...(slip
      ? [`${view.slug}: "${text.slice(Math.max(0, slip.index - 40), slip.index + 40)}"`]
      : []),
    ...(emptyTable ? [`${view.slug}: a table without rows`] : []),
    ...(proseText(view.lead).trim() === '' ? [`${view.slug}: no lead`] : []),
  ];
}

function check(snapshot: Snapshot): ReadonlyMap<string, string> {
  const chapters = walkthrough(clusterOf(snapshot));
  expect([...chapters.values()].flatMap(faults)).toEqual([]);
  return new Map([...chapters].map(([slug, view]) => [slug, textOf(view)]));
}

async function importedSnapshot(path: string): Promise<Snapshot> {
  const { lists, takenAt, cluster, source, redactions } = await imported(path);
  const full = lists.map(({ type, outcome, objects }) => ({
    resource: { ...type, ...outcome, count: objects.length, bytes: 0 },
    objects,
  }));
  return {
    lists: full,
    manifest: {
      formatVersion: 1,
      id: 'dump',
      cluster: { name: 'dump', ...cluster },
      takenAt,
      tool: { name: 'clusterbook', version: '0' },
      source,
      resources: full.map(({ resource }) => resource),
      redactions,
    },
  };
}

test.each(['docker-desktop', 'shop-staging', 'shop-prod'])(
  '%s: no empty table, no value that is not there',
  async (sample) => {
    check(await readSnapshot(`snapshots/${sample}`));
  },
);

test('shop-prod claims no pod of the control plane that its provider hides', async () => {
  const text = check(await readSnapshot('snapshots/shop-prod'));
  const all = [...text.values()].join('\n');
  for (const pod of [
    'etcd-',
    'kube-apiserver-ip',
    'kube-scheduler-ip',
    'kube-controller-manager-ip',
  ]) {
    expect(all).not.toContain(pod);
  }
  expect(text.get('what-cluster-is-this')).toContain(
    'shop-prod is an Amazon EKS cluster: six nodes with Kubernetes v1.36.2.',
  );
  expect(text.get('datastore')).toContain(
    'Amazon runs the datastore on machines that are not nodes of this cluster.',
  );
  expect(text.get('static-pods')).toContain('there is no mirror pod among them');
  expect(text.get('api-server')).toContain('It runs in two copies, judged by Leases');
  expect(text.get('controllers')).toContain(
    'out of sight, on ip-172-16-43-12.eu-central-1.compute.internal',
  );
  expect(text.get('scheduling')).toContain('One pod waits for one.');
  expect(text.get('kube-public')).toContain('holds no ConfigMap that would introduce the cluster');
});

test('shop-staging is told as kubeadm with Calico', async () => {
  const text = check(await readSnapshot('snapshots/shop-staging'));
  expect(text.get('what-cluster-is-this')).toContain(
    'shop-staging is a kubeadm cluster: three nodes',
  );
  expect(text.get('pod-network')).toContain(
    'DaemonSet calico-node makes sure that all pods reach each other',
  );
  expect(text.get('scheduling')).toContain(
    'node-role.kubernetes.io/control-plane:NoSchedule keeps ordinary pods off',
  );
});

describe.skipIf(!existsSync('../shared/data'))(
  'dumps of real clusters (folder ../shared/data)',
  () => {
    test.each([
      [
        'minikube-1.26-getall-yaml',
        'dump is a minikube cluster, set up by kubeadm: one node with Kubernetes v1.26.1.',
      ],
      ['katafygio-two-clusters', 'dump is probably a minikube cluster'],
      ['docker-desktop-1.19-kubedumper', 'dump is a Docker Desktop cluster, set up by kubeadm.'],
      ['eks-1.31-dump-stdout', 'dump is an Amazon EKS cluster: two nodes'],
      [
        'rancher-rke1-katafygio',
        'dump is an RKE cluster: one node with Kubernetes v1.17.4-rancher1.',
      ],
      ['openshift-4.10-all-kinds-yaml', 'dump is an OpenShift cluster.'],
    ])('%s', { timeout: 60_000 }, async (dump, lead) => {
      const text = check(await importedSnapshot(`../shared/data/${dump}`));
      expect(text.get('what-cluster-is-this')).toContain(lead);
    });
  },
);

test('a cluster of an unknown maker is described with what is there', () => {
  const node = object('v1', 'Node', 'node-1', {
    status: { nodeInfo: { kubeletVersion: 'v1.30.1', osImage: 'Ubuntu 22.04.4 LTS' } },
  });
  const text = check(snapshotOf(node));
  expect(text.get('what-cluster-is-this')).toContain(
    'test runs Kubernetes v1.30.1 on one node. What set it up, this snapshot does not show.',
  );
  expect(text.get('what-cluster-is-this')).toContain(
    'Looked for: OpenShift, Google Kubernetes Engine',
  );
  expect(text.get('node-failure')).toContain('40 s after its last heartbeat the only node');
});

test('an empty cluster has a walkthrough too', () => {
  check(snapshotOf());
});

test('what was forbidden is said not to be captured, never to be missing', () => {
  const snapshot = withCoverage(snapshotOf(), {
    pods: 'forbidden',
    nodes: 'forbidden',
    namespaces: 'forbidden',
    services: 'forbidden',
    configmaps: 'forbidden',
    'leases.coordination.k8s.io': 'forbidden',
    'storageclasses.storage.k8s.io': 'forbidden',
    persistentvolumeclaims: 'forbidden',
    'priorityclasses.scheduling.k8s.io': 'forbidden',
  });
  const text = check(snapshot);
  expect(text.get('storage')).toContain('StorageClasses were not captured.');
  expect(text.get('storage')).toContain('PersistentVolumeClaims were not captured.');
  expect(text.get('static-pods')).toContain('The pods of this cluster were not captured.');
  expect(text.get('kube-public')).toContain('What it holds here was not captured.');
  expect(text.get('scheduling')).toContain('PriorityClasses were not captured.');
  expect([...text.values()].join('\n')).not.toMatch(
    /There (is|are) no (Pods|Nodes|Services|ConfigMaps)/,
  );
});
