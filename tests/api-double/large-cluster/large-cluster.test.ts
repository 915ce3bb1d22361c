import { expect, test } from 'vitest';
import { resourceKey } from '#snapshot/manifest.ts';
import { listingOf } from '../cluster.ts';
import { largeCluster } from './large-cluster.ts';

const cluster = largeCluster();

function resources() {
  return cluster.resources.map((resource) => ({
    key: resourceKey(resource.type),
    listing: listingOf(resource),
  }));
}

test('the large cluster has 48,000 objects and 159 MB, of which 10,000 Pods of 9.4 kB', () => {
  const read = resources().filter(({ key }) => key !== 'events.events.k8s.io');
  const sizes = read.map(({ key, listing }) => {
    let bytes = 0;
    for (let at = 0; at < listing.length; at++) bytes += listing.item(at).length;
    return { key, objects: listing.length, bytes };
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const pods = sizes.find(({ key }) => key === 'pods');
  expect({
    objects: sum(sizes.map(({ objects }) => objects)),
    megabytes: Math.round(sum(sizes.map(({ bytes }) => bytes)) / 1e6),
    pods: pods?.objects,
    kilobytesOfOne: Math.round((pods?.bytes ?? 0) / 10_000 / 100) / 10,
  }).toEqual({ objects: 48_004, megabytes: 159, pods: 10_000, kilobytesOfOne: 9.4 });
});

test('its objects are listed in order, each once, with a uid of its own', () => {
  for (const { key, listing } of resources()) {
    const uids = new Set<string>();
    for (let at = 0; at < listing.length; at++) {
      if (at > 0 && listing.place(at - 1) >= listing.place(at)) {
        expect.fail(`${key}: ${listing.place(at - 1)} before ${listing.place(at)}`);
      }
      uids.add(
        /"uid":"([^"]+)"(?!.*"uid")/.exec(
          listing.item(at).split('"ownerReferences"')[0] ?? '',
        )?.[1] ?? '',
      );
    }
    expect([key, uids.size]).toEqual([key, listing.length]);
  }
});

test('150,000 Pods are still in order and have no place left to fill', () => {
  const pods = largeCluster({ pods: 150_000 }).resources.find(({ type }) => type.kind === 'Pod');
  const listing = pods === undefined ? undefined : listingOf(pods);
  expect(listing?.length).toBe(150_000);
  for (let at = 1; at < 150_000; at++) {
    if ((listing?.place(at - 1) ?? '') >= (listing?.place(at) ?? '')) expect.fail(`Pod ${at}`);
  }
  expect(listing?.item(149_999)).not.toContain('«');
});
