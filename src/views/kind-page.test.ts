import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Entry, Model } from '#model/model.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { kindPageCount, kindView } from './kind-page.ts';

function listOf(model: Model, kind: GroupKind): readonly [Entry, ...Entry[]] {
  const [first, ...rest] = model.ofKind(kind);
  if (first === undefined) throw new Error(`The model has no ${kind.kind}.`);
  return [first, ...rest];
}

const configMaps: GroupKind = { group: '', kind: 'ConfigMap' };
const many = (total: number) =>
  Array.from({ length: total }, (_, i) =>
    object('v1', 'ConfigMap', `shop/c${String(i).padStart(4, '0')}`),
  );

test('a list of 500 is one page, of 501 two', () => {
  expect(
    [0, 1, 500, 501, 1000].map((total) => kindPageCount(modelOf(...many(total)).entries)),
  ).toEqual([1, 1, 1, 2, 2]);
});

test('a later page shows the rows that follow, and counts them all', () => {
  const model = modelOf(...many(501));
  const { table, total, page, pages } = kindView(model, links, listOf(model, configMaps), 2);
  expect(table.rows.map(({ cells }) => cells[1]?.text)).toEqual(['c0500']);
  expect({ total, page, pages }).toEqual({ total: 501, page: 2, pages: 2 });
});

test('the table is that of kubectl, with namespaces that lead to their pages', () => {
  const model = modelOf(...many(1));
  const { table } = kindView(model, links, listOf(model, configMaps), 1);
  expect(table.command).toBe('kubectl get configmaps -A');
  expect(table.heads).toEqual(['NAMESPACE', 'NAME', 'DATA', 'AGE']);
  expect(table.rows[0]?.cells[0]).toEqual({ text: 'shop', href: 'namespace shop' });
});

test('what may be missing from a list is said in the words of the ledger', () => {
  const gap = (status: 'partial' | 'inconsistent' | 'complete', message?: string) => {
    const change = { configmaps: { status, ...(message && { message }) } };
    const model = buildModel(withCoverage(snapshotOf(...many(1)), change));
    return kindView(model, links, listOf(model, configMaps), 1).gap;
  };
  expect(gap('complete')).toBeUndefined();
  expect(gap('partial', 'namespaces blog and shop only')).toBe(
    'The list is not whole. namespaces blog and shop only',
  );
  expect(gap('inconsistent')).toBe('The list was read in parts, so it may mix two moments.');
});

test('the lead says what such an object is, how many there are and how many need a look', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const lead = (group: string, kind: string) =>
    kindView(model, links, listOf(model, { group, kind }), 1).lead;
  expect(lead('', 'Pod')).toBe(
    'One or more containers that run together on one node and share an address and volumes. This snapshot holds 101 in 14 namespaces. 7 need a look. A name leads to the page of what made it.',
  );
  expect(lead('', 'Node')).toBe(
    'One machine of the cluster, as its kubelet reports it: addresses, capacity, conditions, software. This snapshot holds 6. None needs a look.',
  );
  expect(lead('discovery.k8s.io', 'EndpointSlice')).toContain(
    'A name leads to the page of its Service.',
  );
});

test('Pods of a dump without status are not called well, and have no count of what is ready', () => {
  const model = modelOf(pod('shop/web'), pod('shop/api'));
  const pods = listOf(model, { group: '', kind: 'Pod' });
  const { lead, table } = kindView(model, links, pods, 1);
  expect(lead).toContain('Their status was not captured, so nothing says how they do.');
  const unknown = table.heads.filter((_, i) => table.rows[0]?.cells[i]?.text === '<unknown>');
  expect(unknown).toEqual(['READY', 'STATUS', 'RESTARTS', 'AGE']);
});
