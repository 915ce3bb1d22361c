import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseRules } from '#config/rules.ts';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { type ChangesView, changesView } from './changes.ts';
import { proseText } from './chapters/prose.ts';

function compared(before: readonly KubeObject[], after: readonly KubeObject[]): ChangesView {
  const [left, right] = [snapshotOf(...before), snapshotOf(...after)];
  const side = (snapshot: typeof left) => ({ model: buildModel(snapshot), links });
  return changesView(diffSnapshots(left, right), side(left), side(right));
}

const config = (at: string, data: object) => object('v1', 'ConfigMap', at, { data });

/** `label: anchors of its cards, those that are alike joined`. */
const groups = (view: ChangesView) =>
  view.groups.map(({ label, rows }) => [
    label,
    ...rows.map(({ objects }) => objects.map(({ anchor }) => anchor).join(' + ')),
  ]);

test('an object stands once, under the most consequential of its differences', () => {
  const service = (type: string, label: string) =>
    object('v1', 'Service', 'shop/web', { metadata: { labels: { label } }, spec: { type } });
  const view = compared([service('ClusterIP', 'a')], [service('NodePort', 'b')]);
  expect(groups(view)).toEqual([['Who can reach what', 'service-shop-web']]);
  expect(view.groups[0]?.rows[0]?.fields.map(({ path }) => path)).toEqual([
    'metadata.labels.label',
    'spec.type',
  ]);
});

test('objects that differ in the same way are one difference, and each keeps its anchor', () => {
  const versioned = (version: string) =>
    ['a', 'b', 'c'].map((name) =>
      object('v1', 'Service', `shop/${name}`, { metadata: { labels: { version } } }),
    );
  expect(groups(compared(versioned('1'), versioned('2')))).toEqual([
    ['Labels and annotations', 'service-shop-a + service-shop-b + service-shop-c'],
  ]);
});

test('what a list is too long for leads to the page of the object', () => {
  const many = Array.from({ length: 201 }, (_, i) => config(`shop/c${1000 + i}`, {}));
  const others = many.map(({ metadata }) => config(`blog/${metadata.name}`, {}));
  const view = compared([...many, ...others], []);
  expect(view.onlyIn.map(({ total, hidden }) => [total, hidden])).toEqual([[402, 202]]);
  const shown = view.onlyIn.flatMap(({ kinds }) => kinds.flatMap(({ rows }) => rows));
  const anchors = new Set(shown.map((row) => `#${row.object.anchor}`));
  const hrefs = view.namespaces.flatMap(({ objects }) => objects.map(({ href }) => href));
  expect(hrefs.filter((href) => href?.startsWith('#') && !anchors.has(href))).toEqual([]);
  expect(hrefs.filter((href) => !href?.startsWith('#')).length).toBeGreaterThan(99);
  expect(hrefs).not.toContain(undefined);
});

test('what one side has is a line each, by kind, and says what it is', () => {
  const secret = object('v1', 'Secret', 'shop/login');
  const view = compared([config('shop/old', {})], [secret, object('v1', 'Node', 'one')]);
  expect(
    view.onlyIn.map(({ label, total, kinds }) => [
      label,
      total,
      ...kinds.flatMap(({ kind, rows }) =>
        rows.map(({ object: { ref }, says }) => `${kind} ${ref.name}: ${proseText(says)}`),
      ),
    ]),
  ).toEqual([
    [
      'Only in test',
      2,
      'Secret login: Nothing in this snapshot names it; a program may still read it through the API.',
      'Node one: A node, running 0 Pods.',
    ],
    [
      'Only in test',
      1,
      'ConfigMap old: Nothing in this snapshot names it; a program may still read it through the API.',
    ],
  ]);
});

test('of a text only the lines that differ are shown', () => {
  const view = compared(
    [config('shop/web', { conf: 'a\nb\nc\n' })],
    [config('shop/web', { conf: 'a\nx\nc\n' })],
  );
  expect(view.groups[0]?.rows[0]?.fields[0]).toMatchObject({
    path: 'data.conf',
    lines: [
      { sign: '-', text: 'b' },
      { sign: '+', text: 'x' },
    ],
  });
});

test('of a long list the first 200 are shown and the rest counted', () => {
  const many = (value: string) =>
    Array.from({ length: 230 }, (_, i) => config(`shop/c${i}`, { key: `${value}${i}` }));
  const [group] = compared(many('a'), many('b')).groups;
  expect([group?.total, group?.rows.length, group?.hidden]).toEqual([230, 200, 30]);
});

test('two snapshots that say the same have no groups', () => {
  const view = compared([config('shop/web', {})], [config('shop/web', {})]);
  expect([view.groups, view.onlyIn, view.same]).toEqual([[], [], 1]);
  expect(view.lead).toBe('Nothing differs but what always does: ids, timestamps, status.');
});

describe('the shop samples', async () => {
  const [staging, prod] = await Promise.all([
    readSnapshot('snapshots/shop-staging'),
    readSnapshot('snapshots/shop-prod'),
  ]);
  const file = 'snapshots/shop-staging...shop-prod.rules.json';
  const rules = parseRules(await readFile(file, 'utf8'), file);
  const view = changesView(
    diffSnapshots(staging, prod, { rules }),
    { model: buildModel(staging), links },
    { model: buildModel(prod), links },
  );

  test('what matters first is who can reach and who may do what', () => {
    expect(view.headlines.map(({ title, says }) => `${title}. ${proseText(says)}`)).toEqual([
      'ingress-nginx-controller is reached in another way. Its Service type is LoadBalancer in shop-prod, NodePort in shop-staging.',
      'NetworkPolicy auth-only-edge exists in shop-prod only. Restricts ingress of Deployment auth.',
      'NetworkPolicy api-egress exists in shop-prod only. Restricts egress of Deployment api.',
      'ClusterRoleBinding break-glass exists in shop-prod only. Grants ClusterRole cluster-admin to user break-glass@example.com everywhere.',
      'ClusterRoleBinding qa-cluster-admin exists in shop-staging only. Grants ClusterRole cluster-admin to group qa everywhere.',
      'developers grants another role. The role is view in shop-prod, edit in shop-staging.',
      'Namespace shop lets in other Pods. The enforced level is restricted in shop-prod, baseline in shop-staging.',
      'Webhook cert-manager-webhook fails in another way. What happens when it does not answer is Fail in shop-prod, Ignore in shop-staging.',
    ]);
  });

  test('every headline leads to a difference on the page', () => {
    const anchors = new Set(
      [
        ...view.groups.flatMap(({ rows }) => rows.flatMap(({ objects }) => objects)),
        ...view.onlyIn.flatMap(({ kinds }) =>
          kinds.flatMap(({ rows }) => rows.map((row) => row.object)),
        ),
      ].map(({ anchor }) => `#${anchor}`),
    );
    expect(view.headlines.filter(({ href = '' }) => !anchors.has(href))).toEqual([]);
  });

  test('every difference stands on the page once', () => {
    const { modified, renamed, added, removed } = view.tally;
    const total = (list: readonly { readonly total: number }[]) =>
      list.reduce((sum, each) => sum + each.total, 0);
    expect(total(view.groups)).toBe(modified + renamed);
    expect(view.onlyIn.map((only) => only.total)).toEqual([added, removed]);
    expect(view.groups.map(({ label, total: number }) => `${label} ${number}`)).toEqual([
      'Who may do what 5',
      'Who can reach what 6',
      'Network policy 1',
      'Security context and admission 3',
      'Which code runs 13',
      'Versions and APIs 16',
      'Replicas and scaling 7',
      'Resources and quotas 3',
      'Storage 3',
      'Where it runs 1',
      'Configuration 17',
      'Labels and annotations 1',
    ]);
  });

  test('machines that have no counterpart are compared as one, and lead to the lists of Nodes', () => {
    const nodes = view.groups
      .flatMap(({ rows }) => rows)
      .find(({ objects }) => objects[0].anchor === 'node-all');
    expect(nodes?.objects[0]).toMatchObject({
      where: 'Node',
      ref: { name: 'all Nodes', href: 'kind nodes' },
      beforeHref: 'kind nodes',
    });
    expect(nodes?.fields[0]?.path).toBe('how many');
  });

  test('what the rules expect stands by its reason', () => {
    expect(view.expected.map(({ reason, refs, hidden }) => [reason, refs.length + hidden])).toEqual(
      [
        ['Amazon runs the control plane of shop-prod', 4],
        ['The label names the environment', 13],
        ['Other machines: Ubuntu under kubeadm in staging, Amazon Linux under EKS in prod', 1],
      ],
    );
  });
});
