import { expect, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { clusterOf, walkthrough } from '#tests/fixtures/chapters.ts';
import { mentionsByPage } from './mentions.ts';

test('an object leads back to the chapters that speak of it, those that say most first', async () => {
  const cluster = clusterOf(await readSnapshot('snapshots/docker-desktop'));
  const views = [...walkthrough(cluster).values()];
  const mentions = mentionsByPage(
    views.map((view) => ({ view, href: cluster.links.chapter(view.slug) })),
  );
  const titles = (page: string) => mentions.get(page)?.map(({ title }) => title);
  expect(titles('/test/objects/services/default/kubernetes/')?.[0]).toBe(
    'First look: the default namespace',
  );
  expect(titles('/test/objects/configmaps/kube-system/coredns/')).toEqual([
    'DNS',
    'ConfigMaps, explained',
  ]);
  expect(titles('/test/objects/clusterroles.rbac.authorization.k8s.io/view/')).toBeUndefined();
});
