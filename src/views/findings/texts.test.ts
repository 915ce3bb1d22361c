import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { PodCause } from '#model/problems/pod-cause.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { problemCodes } from '#model/problems/severity.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from '#views/chapters/prose.ts';
import { causeSays } from './cause-says.ts';
import { findingOf } from './finding.ts';

test('shop-prod says of its findings', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const grave = problemsOf(model).all.filter(({ code }) => code !== 'missing-requests');
  const said = grave
    .flatMap((problem) => findingOf({ model, links }, problem))
    .map(({ ref, says, because }) => `${ref.kind} ${ref.name}: ${proseText(says)} ${because}`);
  expect(said).toMatchInlineSnapshot(`
    [
      "Deployment payments-reconciler: Container reconciler waits in CrashLoopBackOff after 41 restarts; last ended with exit code 1. The container does not stay up.",
      "Deployment search-indexer: Container indexer waits in ImagePullBackOff: cannot pull registry.example.com/search/indexer:0.12.1-missing, not found. The container cannot start without its image.",
      "Deployment search-gpu-ranker: None of 6 nodes takes it: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector. The Pod runs nowhere until a node takes it.",
      "PersistentVolumeClaim pg-backups: Asks for StorageClass nfs-missing, which does not exist. It waits until the class exists.",
      "Deployment auth-sync: Reads its environment from ConfigMap auth-sync-flags, which does not exist. A container that reads it cannot start.",
      "HTTPRoute checkout: Routes to Service checkout-canary, which does not exist. Requests for this route are answered with an error.",
      "Ingress legacy: Routes to Service shop-legacy, which does not exist. Requests for this route are answered with an error.",
      "Ingress legacy: Takes its certificate from Secret missing-tls, which does not exist. HTTPS is answered with the wrong certificate, or not at all.",
      "APIService v1beta1.metrics.k8s.io: MissingEndpoints: Endpointslices for service/metrics-server in "kube-system" have no addresses with port name "https". It did not do its work at capture.",
      "Deployment metrics-server: 0/2 ready: Container metrics-server runs, but is not ready. It did not do its work at capture.",
      "Certificate internal-tls: DoesNotExist: Issuing certificate as Secret does not exist. It said itself that it did not work.",
      "Issuer internal-ca: ErrGetKeyPair: Error getting keypair for CA issuer: secrets "missing-ca-secret" not found. It said itself that it did not work.",
      "Job broken-import: Container import ended with exit code 2. Job has reached the specified backoff limit. Its work was not done, and this Job does not try again.",
      "StatefulSet argocd-application-controller: Takes the names of its Pods from Service argocd-application-controller, which does not exist. Its Pods have no DNS names of their own.",
      "RoleBinding gone-account: Grants its rights to ServiceAccount does-not-exist, which does not exist. A ServiceAccount made under this name later has these rights at once.",
      "Service orphan: Selects app=nothing-has-this-label, and no Pod has these labels. Whoever calls it gets no answer.",
      "Secret ledger-basic-auth: No object of this snapshot names it. If nobody outside of the cluster reads it, it can go.",
    ]
  `);
});

describe('a Pod says why it is not well', () => {
  const at = { path: 'status', value: '' };
  const says = (cause: PodCause) => proseText(causeSays(cause));

  test('CrashLoopBackOff tells the restarts and the last end; its reason where it says more than the code', () => {
    const crash = { ...at, cause: 'crash-loop', container: 'app' } as const;
    expect(says({ ...crash, restarts: 41, lastEnd: { exitCode: 1, reason: 'Error' } })).toBe(
      'Container app waits in CrashLoopBackOff after 41 restarts; last ended with exit code 1.',
    );
    expect(says({ ...crash, restarts: 1, lastEnd: { exitCode: 137, reason: 'OOMKilled' } })).toBe(
      'Container app waits in CrashLoopBackOff after 1 restart; last ended with OOMKilled, exit code 137.',
    );
  });

  test('ImagePullBackOff names the image once, and what went wrong', () => {
    const image = 'reg.example.com/app:1';
    const message = `Back-off pulling image "${image}": ErrImagePull: failed to resolve reference "${image}": ${image}: not found`;
    expect(
      says({
        path: '',
        value: 'ImagePullBackOff',
        cause: 'image-pull',
        container: 'app',
        image,
        says: message,
      }),
    ).toBe(
      'Container app waits in ImagePullBackOff: cannot pull reg.example.com/app:1, not found.',
    );
  });

  test('of what the scheduler says, the reasons are kept', () => {
    const message =
      "0/6 nodes are available: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector. preemption: 0/6 nodes are available.";
    expect(says({ ...at, cause: 'unschedulable', says: message })).toBe(
      "None of 6 nodes takes it: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector.",
    );
  });
});

test('every kind of finding has a page of its own in the content, and no page is left over', async () => {
  const names = await readdir('content/problems');
  const pages = names.filter((name) => name !== 'README.md').toSorted();
  expect(pages).toEqual(problemCodes.map((code) => `${code}.md`).toSorted());
});
