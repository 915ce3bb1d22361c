import { expect, test } from 'vitest';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { timelineView } from './timeline.ts';

const config = (level: string) => object('v1', 'ConfigMap', 'shop/api', { data: { level } });
const service = object('v1', 'Service', 'shop/api');

/** Snapshots a day apart, the oldest first. */
function viewOf(...days: readonly (readonly KubeObject[])[]) {
  const snapshots = days.map((objects) => snapshotOf(...objects));
  const side = (day: number) => ({ model: buildModel(snapshots[day] ?? snapshotOf()), links });
  const inputs = days.slice(1).map((_, index) => ({
    diff: diffSnapshots(snapshots[index] ?? snapshotOf(), snapshots[index + 1] ?? snapshotOf()),
    before: side(index),
    after: side(index + 1),
    beforeTime: `2026-11-2${index}T08:00:00Z`,
    afterTime: `2026-11-2${index + 1}T08:00:00Z`,
  }));
  return timelineView(inputs.toReversed());
}

test('the latest step stands first and says what changed, from what to what', () => {
  const { lead, steps } = viewOf(
    [config('debug')],
    [config('info'), service],
    [config('info'), service],
  );
  expect(lead).toBe(
    '3 snapshots from 2026-11-20 08:00 to 2026-11-22 08:00 UTC. Something changed in 1 of 2 steps.',
  );
  expect(
    steps.map(({ id, counts, changes }) => [
      id,
      counts,
      ...changes.map(({ sign, object: { ref }, fields }) => [
        `${sign} ${ref.kind} ${ref.name}`,
        ...fields.map(({ path, before, after }) => `${path} ${before} ${after}`),
      ]),
    ]),
  ).toEqual([
    ['at-2026-11-22-0800', ''],
    [
      'at-2026-11-21-0800',
      '1 changed, 1 added',
      ['+ Service api'],
      ['~ ConfigMap api', 'data.level debug info'],
    ],
  ]);
});

test('an object is told with the steps in which it changed, the restless first', () => {
  const { objects } = viewOf([config('a')], [config('b'), service], [config('c'), service]);
  expect(
    objects.map(({ object: { anchor }, steps }) => [anchor, ...steps.map(({ to }) => to)]),
  ).toEqual([
    ['configmap-shop-api', '2026-11-22 08:00', '2026-11-21 08:00'],
    ['service-shop-api', '2026-11-21 08:00'],
  ]);
});

test('what matters is told as of its time, and a step without a page with what compares the two', () => {
  const open = object('v1', 'Service', 'shop/api', { spec: { type: 'LoadBalancer' } });
  const [step] = viewOf([service], [open]).steps;
  expect(step?.headline).toEqual(['1 Service more exposed now']);
  expect(step?.command).toMatch(/^npm run diff -- \S+ \S+$/);
});

test('one snapshot has nothing to be compared with', () => {
  expect(viewOf([service])).toEqual({
    lead: 'One snapshot is kept of this cluster, so there is nothing to compare it with yet.',
    steps: [],
    objects: [],
  });
});
