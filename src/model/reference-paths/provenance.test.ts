import { expect, test } from 'vitest';
import { edgesOf, labelled, made, type Row } from '#tests/fixtures/reference-paths.ts';

const annotated = (annotations: object, labels = {}) =>
  made('v1', 'ConfigMap', { metadata: { annotations, labels } });

const rows: readonly Row[] = [
  {
    path: 'annotation meta.helm.sh/release-name',
    from: annotated({ 'meta.helm.sh/release-name': 'r', 'meta.helm.sh/release-namespace': 'shop' }),
    others: [
      labelled('Secret/shop/sh.helm.release.v1.r.v2', {
        owner: 'helm',
        name: 'r',
        status: 'deployed',
      }),
      labelled('Secret/shop/sh.helm.release.v1.r.v1', {
        owner: 'helm',
        name: 'r',
        status: 'superseded',
      }),
    ],
    edges: [
      'manages Secret/shop/sh.helm.release.v1.r.v2 @ metadata.annotations["meta.helm.sh/release-name"]',
    ],
  },
  {
    path: 'labels kustomize.toolkit.fluxcd.io/{name,namespace}',
    from: annotated(
      {},
      { 'kustomize.toolkit.fluxcd.io/name': 'x', 'kustomize.toolkit.fluxcd.io/namespace': 'flux' },
    ),
    edges: [
      'manages Kustomization.kustomize.toolkit.fluxcd.io/flux/x @ metadata.labels["kustomize.toolkit.fluxcd.io/name"]',
    ],
  },
  {
    path: 'labels helm.toolkit.fluxcd.io/{name,namespace}',
    from: annotated(
      {},
      { 'helm.toolkit.fluxcd.io/name': 'x', 'helm.toolkit.fluxcd.io/namespace': 'flux' },
    ),
    edges: [
      'manages HelmRelease.helm.toolkit.fluxcd.io/flux/x @ metadata.labels["helm.toolkit.fluxcd.io/name"]',
    ],
  },
  {
    path: 'annotation cert-manager.io/inject-ca-from',
    from: annotated({ 'cert-manager.io/inject-ca-from': 'blog/x' }),
    edges: [
      'certificate Certificate.cert-manager.io/blog/x @ metadata.annotations["cert-manager.io/inject-ca-from"]',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('provenance: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
