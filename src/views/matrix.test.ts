import { expect, test } from 'vitest';
import { matrixOf } from '#diff/matrix.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { matrixView } from './matrix.ts';

const deployment = (name: string, image: string): KubeObject =>
  object('apps/v1', 'Deployment', `kube-system/${name}`, {
    spec: { template: { spec: { containers: [{ name, image }] } } },
  });
const coredns = (version: string) =>
  deployment('coredns', `registry.k8s.io/coredns/coredns:${version}`);

/** `sign label: cells`, odd ones in brackets. */
function linesOf(id: string, ...snapshots: Parameters<typeof matrixOf>[0]): readonly string[] {
  const table = matrixView(matrixOf(snapshots)).tables.find((one) => one.id === id);
  return (table?.lines ?? []).map(({ label, differs, cells }) =>
    [
      `${differs} ${label}:`,
      ...cells.map(({ values, state, isOdd }) => {
        const text = values.join(', ') || state;
        return isOdd ? `[${text}]` : text;
      }),
    ].join(' '),
  );
}

test('of several clusters the one with another version is marked; what some lack stands below', () => {
  const [one, two, three] = [
    snapshotOf(coredns('v1.13.1')),
    snapshotOf(coredns('v1.13.1'), deployment('shop', 'registry.example.com/shop/web:1')),
    snapshotOf(coredns('v1.14.0')),
  ];
  expect(linesOf('components', one, two, three)).toEqual([
    'versions CoreDNS: v1.13.1 v1.13.1 [v1.14.0]',
  ]);
  expect(linesOf('images', one, two, three)).toEqual([
    'versions coredns/coredns: v1.13.1 v1.13.1 [v1.14.0]',
    'presence shop/web: absent 1 absent',
  ]);
});

test('what a cluster was not asked for is not captured, and no difference', () => {
  const blind = withCoverage(snapshotOf(), { 'deployments.apps': 'forbidden' });
  expect(linesOf('components', snapshotOf(coredns('v1.13.1')), blind)).toEqual([
    'no CoreDNS: v1.13.1 not captured',
  ]);
});

test('registry and digest do not make another image', () => {
  const mirrored = deployment('coredns', 'mirror.example.com/coredns/coredns:v1.13.1@sha256:00');
  expect(linesOf('images', snapshotOf(coredns('v1.13.1')), snapshotOf(mirrored))).toEqual([
    'no coredns/coredns: v1.13.1 v1.13.1',
  ]);
});
