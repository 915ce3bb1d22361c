import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from '#views/folded.ts';
import { type Book, type BookCluster, clusterOf, readBook } from './book.ts';
import { navigationOf } from './navigation.ts';
import { objectPagesOf } from './object-pages.ts';
import { objectJson } from './write-object-pages.ts';

const settings = {
  snapshots: resolve('snapshots'),
  content: [resolve('content')],
  configDir: resolve('snapshots'),
  base: '/',
  only: [],
  samples: true,
};

test('a folder without snapshots says how to get one', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'book-'));
  await expect(readBook({ ...settings, snapshots: empty })).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining('npm run snapshot'),
  });
});

test('a snapshot that is not there is answered with those that are', async () => {
  await expect(readBook({ ...settings, only: ['prod'] })).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining('docker-desktop'),
  });
});

describe('the samples', () => {
  let book: Book;
  let cluster: BookCluster;

  beforeAll(async () => {
    book = await readBook(settings);
    cluster = clusterOf(book, 'docker-desktop');
  });

  test('the shops are compared by the rules that lie beside them', () => {
    expect(
      book.pairs.map(({ before, after, rules }) => [before.id, after.id, rules !== undefined]),
    ).toEqual([['shop-staging', 'shop-prod', true]]);
  });

  test('a Pod of a Deployment is an anchor on its page, a mirror Pod has its own', () => {
    const href = (id: string) => cluster.links.object(id as ObjectId);
    const pod = cluster.model
      .ofKind({ group: '', kind: 'Pod' })
      .find(({ object }) => object.metadata.name.startsWith('coredns-'));
    expect(href(pod?.id ?? '')).toBe(
      `/docker-desktop/objects/deployments.apps/kube-system/coredns/#pod-${pod?.object.metadata.name}`,
    );
    expect(href('Pod/kube-system/etcd-docker-desktop')).toBe(
      '/docker-desktop/objects/pods/kube-system/etcd-docker-desktop/',
    );
  });

  test('a role with a colon in its name has a safe address', () => {
    expect(
      cluster.links.object('ClusterRole.rbac.authorization.k8s.io/system:node' as ObjectId),
    ).toBe('/docker-desktop/objects/clusterroles.rbac.authorization.k8s.io/system~3anode/');
  });

  test('every object is on exactly one page, and no two pages share an address', () => {
    for (const each of book.clusters) {
      const pages = objectPagesOf(book, each);
      const shown = pages.flatMap(({ entry }) => [entry, ...foldedOn(each.model, entry.id)]);
      expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
      expect(shown.map(({ id }) => id).sort()).toEqual(
        each.model.entries.map(({ id }) => id).sort(),
      );
    }
  });

  test("an owner's JSON holds what is folded into it", () => {
    const page = objectPagesOf(book, cluster).find(
      ({ path }) => path.endsWith('/coredns/') && path.includes('deployments'),
    );
    const json = page && JSON.parse(objectJson(cluster, page));
    expect([json.kind, json.metadata.name]).toEqual(['Deployment', 'coredns']);
    expect(json.folded.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'Pod',
      'Pod',
      'ReplicaSet',
    ]);
  });

  test('the sidebar lists namespaces with their objects, and kinds by what they are about', async () => {
    const { namespaces, kinds } = await navigationOf(book, cluster);
    expect(namespaces.map(({ label }) => label)).toEqual([
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
    ]);
    expect(
      kinds.map(({ label, links }) => [label, links.slice(0, 2).map((link) => link.label)]),
    ).toEqual([
      ['Workloads', ['Deployments', 'DaemonSets']],
      ['Network', ['Services', 'EndpointSlices']],
      ['Configuration', ['ConfigMaps', 'Secrets']],
      ['Storage', ['StorageClasses']],
      ['Access', ['ServiceAccounts', 'Roles']],
      ['Cluster', ['Namespaces', 'Nodes']],
      ['Extensions', ['APIServices']],
    ]);
  });
});
