/** What holds for the walkthrough of any cluster: samples, dumps of real clusters, and bare ones. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { chapterState } from '#tests/fixtures/chapter-state.ts';
import {
  blocksOf,
  clusterOf,
  committedChapters,
  textOf,
  walkthrough,
} from '#tests/fixtures/chapters.ts';
import { unprovenClaims } from '#tests/fixtures/how-we-know.ts';
import { importedSnapshot } from '#tests/fixtures/imported.ts';
import { chapterList, type ListedChapter } from './chapter-list.ts';
import type { ChapterView } from './chapter-view.ts';
import type { Cluster } from './cluster.ts';
import { type ChapterBlock, proseText } from './prose.ts';

/** Text that stands on no page: signs of a value that was not there, of a directive nobody resolved. */
const slips =
  /undefined|\[object |NaN|null,|0 of 0|\(\s*\)|:(?:value|field|ref|note|certainty|href)\[|:::|^::|[^|\s] {2,}[^|\s]|\.\.(?!\.)| \.$| ,/m;

/** What the article this walkthrough began with had wrong. */
const errors =
  /config-info|Services? [^.]*\b(?:only )?in memory|(?<!nothing to do with a )\bVPNs?\b|\bpods? (?:is|are|gets?|will be) moved|moves? (?:a |the |its )?pods?\b/i;

// Files of the cluster, and tables of its values, may hold any text.
const ownText = (block: ChapterBlock) =>
  !['listing', 'code', 'mermaid', 'kubectl'].includes(block.type) &&
  !(block.type === 'explained' && block.command !== undefined);

/** The sentences of a chapter, without what only quotes the cluster. */
function ownTextOf(view: ChapterView): string {
  const sections = view.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter(ownText),
  }));
  return textOf({ ...view, intro: view.intro.filter(ownText), sections });
}

const isEmptyTable = (block: ChapterBlock) =>
  (block.type === 'kubectl' && block.tables.some(({ rows }) => rows.length === 0)) ||
  (block.type === 'grid' && block.rows.length === 0) ||
  (block.type === 'explained' && block.groups.length === 0) ||
  (block.type === 'profiles' && block.profiles.length === 0) ||
  (block.type === 'facts' && block.facts.length === 0) ||
  (block.type === 'list' && block.items.length === 0);

function faults(view: ChapterView): readonly string[] {
  const text = ownTextOf(view);
  const found = [slips.exec(text), errors.exec(text)].flatMap((match) =>
    match === null
      ? []
      : [`${view.slug}: "${text.slice(Math.max(0, match.index - 40), match.index + 40)}"`],
  );
  return [
    ...found,
    ...(blocksOf(view).some(isEmptyTable) ? [`${view.slug}: a table without rows`] : []),
    ...(proseText(view.lead).trim() === '' ? [`${view.slug}: no lead`] : []),
  ];
}

function check(cluster: Cluster): ReadonlyMap<string, ChapterView> {
  const chapters = walkthrough(cluster);
  expect([...chapters.values()].flatMap(faults)).toEqual([]);
  expect(unprovenClaims(cluster)).toEqual([]);
  return chapters;
}

function checkedText(snapshot: Snapshot): ReadonlyMap<string, string> {
  return new Map([...check(clusterOf(snapshot))].map(([slug, view]) => [slug, textOf(view)]));
}

function stateLine(listed: ListedChapter, view: ChapterView): string {
  const state = chapterState(view, listed);
  const reasons =
    state.state === 'partial' ? state.reasons : state.state === 'full' ? [] : [state.reason];
  expect(reasons).not.toContain('');
  return [`${listed.number} ${listed.slug}: ${state.state}`, ...reasons].join('\n   - ');
}

/** Facets, components, and the state of each chapter with its reasons: what a reader would check first. */
async function expectTable(id: string, snapshot: Snapshot): Promise<void> {
  const cluster = clusterOf(snapshot);
  const views = check(cluster);
  const facets = cluster.detection.facets.map(({ id: facet, role, confidence, evidence }) => {
    const [first] = evidence;
    return `${role} ${facet}, ${confidence}: ${first?.text}`;
  });
  const matches = cluster.model.namespaces.flatMap((namespace) =>
    cluster.running(namespace).flatMap(({ match }) => match ?? []),
  );
  const components = matches.map(
    ({ component, confidence }) => `${component.id}${confidence === 'certain' ? '' : '?'}`,
  );
  const chapters = chapterList(committedChapters(), cluster).map((listed) => {
    const view = views.get(listed.slug);
    return view === undefined ? listed.slug : stateLine(listed, view);
  });
  const table = [
    ...(facets.length === 0 ? ['no facet'] : facets),
    `control plane: ${cluster.controlPlane.mode}`,
    `components: ${[...new Set(components)].toSorted().join(' ') || 'none'}`,
    ...chapters,
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot(`../../../tests/fixtures/walkthrough/${id}.txt`);
}

test.each(['docker-desktop', 'shop-staging', 'shop-prod'])(
  '%s: its facets, components and chapters',
  { timeout: 60_000 },
  async (sample) => {
    await expectTable(sample, await readSnapshot(`snapshots/${sample}`));
  },
);

test('shop-prod claims no pod of the control plane that its provider hides', async () => {
  const text = checkedText(await readSnapshot('snapshots/shop-prod'));
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
    'shop-prod is an Amazon EKS cluster: six nodes, Kubernetes v1.36.2.',
  );
  expect(text.get('datastore')).toContain(
    'Amazon runs the datastore on machines that are not nodes of this cluster.',
  );
  expect(text.get('static-pods')).toContain('there is no mirror pod among them');
  expect(text.get('api-server')).toContain('It runs in two copies, judged by Leases');
  expect(text.get('controllers')).toContain(
    'out of sight, on ip-172-16-43-12.eu-central-1.compute.internal',
  );
  expect(text.get('scheduling')).toContain('One pod has none yet.');
  expect(text.get('kube-public')).toContain('holds no ConfigMap that would introduce the cluster');
});

test('shop-staging is told as kubeadm with Calico', async () => {
  const text = checkedText(await readSnapshot('snapshots/shop-staging'));
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
      'api-discovery-1.36',
      'crd-rich-manifests',
      'docker-desktop-1.19-kubedumper',
      'docker-desktop-1.28-dump-yaml',
      'eks-1.31-dump-stdout',
      'katafygio-minikube-drift/2023-11-02',
      'katafygio-minikube-drift/2023-12-27',
      'katafygio-two-clusters',
      'kind-1.24-dump-stdout',
      'kubeadm-1.20-1.21-dump-pair/cluster-info-dump.json',
      'kubeadm-1.20-1.21-dump-pair/cluster-info-dump-2.json',
      'kurl-1.23-support-bundle',
      'minikube-1.13-dump-legacy-json',
      'minikube-1.26-getall-yaml',
      'onprem-1.28-85-nodes-dump-stdout',
      'openshift-4.10-all-kinds-yaml',
      'rancher-rke1-katafygio',
    ])('%s: its facets, components and chapters', { timeout: 60_000 }, async (dump) => {
      const snapshot = await importedSnapshot(`../shared/data/${dump}`);
      await expectTable(dump.replace('.json', '').replace('/', '-'), snapshot);
    });

    test('every dump is in the table', () => {
      const folder = readdirSync('../shared/data');
      const tables = readdirSync('tests/fixtures/walkthrough');
      expect(folder.filter((dump) => !tables.some((table) => table.startsWith(dump)))).toEqual([]);
    });
  },
);

test('a cluster of an unknown maker is described with what is there', () => {
  const node = object('v1', 'Node', 'node-1', {
    status: { nodeInfo: { kubeletVersion: 'v1.30.1', osImage: 'Ubuntu 22.04.4 LTS' } },
  });
  const text = checkedText(snapshotOf(node));
  expect(text.get('what-cluster-is-this')).toContain(
    'test runs Kubernetes v1.30.1 on one node. What set it up, this snapshot does not show.',
  );
  expect(text.get('what-cluster-is-this')).toContain(
    'Looked for: OpenShift, Google Kubernetes Engine',
  );
  expect(text.get('node-failure')).toContain(
    '40 s after its last heartbeat it would count as unreachable',
  );
});

test('an empty cluster has a walkthrough too', () => {
  checkedText(snapshotOf());
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
  const text = checkedText(snapshot);
  expect(text.get('storage')).toContain('StorageClasses were not captured.');
  expect(text.get('storage')).toContain('PersistentVolumeClaims were not captured.');
  expect(text.get('static-pods')).toContain('The pods of this cluster were not captured.');
  expect(text.get('kube-public')).toContain('What it holds here was not captured.');
  expect(text.get('scheduling')).toContain('PriorityClasses were not captured.');
  expect([...text.values()].join('\n')).not.toMatch(
    /There (is|are) no (Pods|Nodes|Services|ConfigMaps)/,
  );
});
