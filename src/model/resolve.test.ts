import { expect, test } from 'vitest';
import type { Reference, Target } from '#kinds/reference.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { entriesOf } from './entries.ts';
import { kindPoolsOf } from './kind-pools.ts';
import { ledgerOf } from './ledger.ts';
import type { Entry } from './model.ts';
import { indexObjects } from './object-index.ts';
import { danglingOf, visitTargets } from './resolve.ts';

const config = object('v1', 'ConfigMap', 'shop/settings');
const worker = object('v1', 'Node', 'worker-1');
const web = object('apps/v1', 'Deployment', 'shop/web');

/** Ids that a target leads to from the Pod shop/a, or the reason why it leads nowhere. */
function follow(to: Target, snapshot: Snapshot, optional = false): readonly string[] | string {
  const entries = entriesOf(snapshot);
  const from = entries.get('Pod/shop/a' as ObjectId);
  if (from === undefined) throw new Error('The snapshot lacks the Pod shop/a.');
  const reference: Reference = { relation: 'mounts', path: 'spec.test', to, optional };
  const ledger = ledgerOf(snapshot.manifest.resources);
  const pools = kindPoolsOf(indexObjects(entries), ledger);
  const found: Entry[] = [];
  visitTargets(reference, from, pools, (target) => found.push(target));
  return found.length > 0 ? found.map(({ id }) => id) : danglingOf(reference, from, pools).reason;
}

function around(...objects: readonly KubeObject[]): Snapshot {
  return snapshotOf(pod('shop/a'), ...objects);
}

function byName(kind: string, name: string, rest: Partial<Target> = {}): Target {
  return { by: 'name', group: '', kind, name, ...rest } as Target;
}

test('a name without a namespace is looked for in the namespace of the referrer', () => {
  expect(follow(byName('ConfigMap', 'settings'), around(config))).toEqual([
    'ConfigMap/shop/settings',
  ]);
  const elsewhere = around(object('v1', 'ConfigMap', 'blog/settings'));
  expect(follow(byName('ConfigMap', 'settings'), elsewhere)).toBe('missing');
});

test('a name with a namespace is looked for there', () => {
  const there = around(object('v1', 'ConfigMap', 'blog/settings'));
  expect(follow(byName('ConfigMap', 'settings', { namespace: 'blog' }), there)).toEqual([
    'ConfigMap/blog/settings',
  ]);
});

test('a cluster-scoped target is found whatever namespace the reference has', () => {
  expect(follow(byName('Node', 'worker-1', { namespace: 'shop' }), around(worker))).toEqual([
    'Node/worker-1',
  ]);
});

test('a target with another uid is another object', () => {
  const uid = 'uid of ConfigMap shop/settings';
  expect(follow(byName('ConfigMap', 'settings', { uid }), around(config))).toEqual([
    'ConfigMap/shop/settings',
  ]);
  expect(follow(byName('ConfigMap', 'settings', { uid: 'old' }), around(config))).toBe('missing');
});

test('a uid that only one side has decides nothing', () => {
  const withoutUid = object('v1', 'ConfigMap', 'shop/settings', { metadata: { uid: '' } });
  expect(follow(byName('ConfigMap', 'settings', { uid: 'old' }), around(withoutUid))).toEqual([
    'ConfigMap/shop/settings',
  ]);
});

test('a legacy group names the kind of today', () => {
  expect(follow(byName('Deployment', 'web', { group: 'extensions' }), around(web))).toEqual([
    'Deployment.apps/shop/web',
  ]);
});

test('a missing group is found where one resource only has the kind', () => {
  const garden = object('example.com/v1', 'Garden', 'shop/rose');
  const other = object('example.org/v1', 'Garden', 'shop/rose');
  expect(follow(byName('Deployment', 'web'), around(web))).toEqual(['Deployment.apps/shop/web']);
  expect(follow(byName('Garden', 'rose'), around(garden))).toEqual([
    'Garden.example.com/shop/rose',
  ]);
  expect(follow(byName('Garden', 'rose'), around(garden, other))).toBe('not-captured');
});

test('a custom kind is never taken for one of the same name in another group', () => {
  const garden = object('example.com/v1', 'Garden', 'shop/rose');
  expect(follow(byName('Garden', 'rose', { group: 'example.org' }), around(garden))).toBe(
    'not-captured',
  );
});

test('an absent object is missing only when its resource was captured in full', () => {
  const target = byName('Secret', 'key');
  const read = around(object('v1', 'Secret', 'shop/other'));
  expect(follow(target, read)).toBe('missing');
  expect(follow(target, withCoverage(read, { secrets: 'inconsistent' }))).toBe('missing');
  for (const status of ['partial', 'forbidden', 'unavailable', 'skipped'] as const) {
    expect(follow(target, withCoverage(read, { secrets: status }))).toBe('not-captured');
  }
  expect(follow(target, withCoverage(read, { secrets: undefined }))).toBe('not-captured');
});

test("a namespace's own coverage goes before the resource's", () => {
  const target = byName('Secret', 'key');
  const secrets = (status: 'complete' | 'forbidden', own: 'complete' | 'forbidden') =>
    withCoverage(around(object('v1', 'Secret', 'blog/other')), {
      secrets: { status, namespaces: { shop: { status: own } } },
    });
  expect(follow(target, secrets('complete', 'forbidden'))).toBe('not-captured');
  expect(follow(target, secrets('forbidden', 'complete'))).toBe('missing');
});

test('a kind the ledger does not know is not captured', () => {
  expect(follow(byName('Rose', 'red', { group: 'example.com' }), around())).toBe('not-captured');
});

test('an optional target that is missing is no problem; one that was not captured stays unknown', () => {
  const target = byName('ConfigMap', 'settings');
  const empty = around(object('v1', 'ConfigMap', 'shop/other'));
  expect(follow(target, empty, true)).toBe('optional');
  expect(follow(target, withCoverage(empty, { configmaps: 'forbidden' }), true)).toBe(
    'not-captured',
  );
});

test('a selector finds objects of its kind and namespace, in their order', () => {
  const snapshot = around(
    pod('shop/c', { app: 'web' }),
    pod('shop/b', { app: 'web' }),
    pod('blog/d', { app: 'web' }),
    object('v1', 'ConfigMap', 'shop/e', { metadata: { labels: { app: 'web' } } }),
  );
  const selector = { matchLabels: { app: 'web' } };
  const pods = { by: 'selector', group: '', kind: 'Pod', selector } as const;
  expect(follow({ ...pods, namespace: 'shop' }, snapshot)).toEqual(['Pod/shop/b', 'Pod/shop/c']);
  expect(follow(pods, snapshot)).toEqual(['Pod/blog/d', 'Pod/shop/b', 'Pod/shop/c']);
});

test('a selector that matches nothing says so, unless some objects were not captured', () => {
  const selector = { matchLabels: { app: 'web' } };
  const pods = { by: 'selector', group: '', kind: 'Pod', selector } as const;
  const elsewhere = { namespaces: { blog: { status: 'forbidden' as const } } };
  expect(follow(pods, around())).toBe('nothing-selected');
  expect(follow(pods, withCoverage(around(), { pods: elsewhere }))).toBe('not-captured');
  expect(follow({ ...pods, namespace: 'shop' }, withCoverage(around(), { pods: elsewhere }))).toBe(
    'nothing-selected',
  );
});

test('names that JavaScript objects inherit are names like any other', () => {
  const hostile = around(object('v1', 'ConfigMap', '__proto__/constructor'));
  const target = byName('ConfigMap', 'constructor', { namespace: '__proto__' });
  expect(follow(target, hostile)).toEqual(['ConfigMap/__proto__/constructor']);
  expect(follow(byName('ConfigMap', 'toString'), hostile)).toBe('missing');
  expect(follow(byName('constructor', '__proto__'), hostile)).toBe('not-captured');
});
