import { expect, test } from 'vitest';
import { derivedIn } from '#diff/derived.ts';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import type { ObjectChange } from '#diff/snapshot-diff.ts';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { type ClusterHistory, objectHistory } from './history.ts';

const config = (level: string) => object('v1', 'ConfigMap', 'shop/api', { data: { level } });
const other = object('v1', 'ConfigMap', 'shop/other');
const api = 'ConfigMap/shop/api' as ObjectId;

/** Snapshots a day apart, the oldest first. */
function historyOf(days: readonly Snapshot[]): ClusterHistory {
  const snapshots = days.map((snapshot, day) => ({
    id: `prod@${day}`,
    takenAt: `2026-11-2${day}T08:00:00Z`,
    model: buildModel(snapshot),
    links: { ...links, object: (id: ObjectId) => `/prod@${day}/${id}/` },
  }));
  const steps = days.slice(1).map((after, day) => {
    const diff = diffSnapshots(days[day] ?? after, after);
    const by = (side: 'beforeId' | 'afterId') =>
      new Map(
        diff.changes.flatMap((change): [ObjectId, ObjectChange][] => {
          const id = change[side];
          return id === undefined ? [] : [[id, change]];
        }),
      );
    return { diff, byBefore: by('beforeId'), byAfter: by('afterId') };
  });
  const isDerived = derivedIn(days.at(-1) ?? snapshotOf());
  return {
    snapshots: snapshots.toReversed(),
    steps: steps.toReversed(),
    timelineHref: '/prod/timeline/',
    isCompared: (entry) => !isDerived(entry.object),
  };
}

/** The history of an object on its page of one day, a row a line. */
function told(days: readonly (readonly KubeObject[] | Snapshot)[], day: number, id = api) {
  const history = historyOf(days.map((one) => ('lists' in one ? one : snapshotOf(...one))));
  const entry = history.snapshots.find((one) => one.id === `prod@${day}`)?.model.get(id);
  const found = entry && objectHistory(history, `prod@${day}`, entry);
  return {
    says: found?.says,
    rows: found?.rows.map(({ what, at, from, isHere, href, fields, stepHref }) =>
      [
        isHere ? '*' : ' ',
        what,
        ...(from === undefined ? [] : [from.slice(5, 10)]),
        at.slice(5, 10),
        ...fields.map(({ path, before, after }) => `${path} ${before} ${after}`),
        href ?? '-',
        ...(stepHref === undefined ? [] : [stepHref]),
      ].join(' '),
    ),
  };
}

test('an object is told from the latest snapshot back to the first that has it', () => {
  const days = [[other], [config('debug'), other], [config('debug'), other], [config('info')]];
  expect(told(days, 3)).toEqual({
    says: 'In 3 of 4 kept snapshots, first on 2026-11-21 08:00 UTC. It changed once; status and what the server fills in do not count.',
    rows: [
      '* changed 11-23 data.level debug info - /prod/timeline/#at-2026-11-23-0800',
      '  same 11-22 /prod@2/ConfigMap/shop/api/',
      '  appeared 11-21 /prod@1/ConfigMap/shop/api/ /prod/timeline/#at-2026-11-21-0800',
    ],
  });
});

test('a page of an older snapshot tells also what came after it', () => {
  const days = [
    [config('debug'), other],
    [config('debug'), other],
    [config('info'), other],
    [other],
  ];
  expect(told(days, 1).rows).toEqual([
    '  gone 11-23 - /prod/timeline/#at-2026-11-23-0800',
    '  changed 11-22 data.level debug info /prod@2/ConfigMap/shop/api/ /prod/timeline/#at-2026-11-22-0800',
    '* same 11-21 -',
    '  there 11-20 /prod@0/ConfigMap/shop/api/',
  ]);
});

test('what a snapshot did not read is not gone', () => {
  const unread = withCoverage(snapshotOf(), { configmaps: 'forbidden' });
  const { says, rows } = told([[config('debug')], unread, [config('debug')]], 2);
  expect(says).toBe(
    'In 2 of 3 kept snapshots, first on 2026-11-20 08:00 UTC. Nothing about it changed that somebody wrote; status and what the server fills in do not count.',
  );
  expect(rows).toEqual([
    '* there 11-22 -',
    '  unread 11-21 -',
    '  there 11-20 /prod@0/ConfigMap/shop/api/',
  ]);
});

test('of what is compared through its owner nobody says that it did not change', () => {
  const lease = object('coordination.k8s.io/v1', 'Lease', 'kube-node-lease/a');
  const id = 'Lease.coordination.k8s.io/kube-node-lease/a' as ObjectId;
  expect(told([[lease], [lease]], 1, id).says).toBe(
    'In 2 of 2 kept snapshots, first on 2026-11-20 08:00 UTC. It is compared through the object that made it.',
  );
});

test('one snapshot has no history', () => {
  expect(told([[config('debug')]], 0)).toEqual({ says: undefined, rows: undefined });
});
