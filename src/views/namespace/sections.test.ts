import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { sectionLines } from '#tests/fixtures/section-lines.ts';
import { accessSection } from './access.ts';
import { claimSection } from './claims.ts';
import { imageSection } from './images.ts';
import { isolationSection } from './isolation.ts';
import { ownerOf } from './owner.ts';
import { quotaSection } from './quotas.ts';

const prod = buildModel(await readSnapshot('snapshots/shop-prod'));

test('namespace shop of shop-prod, section by section', () => {
  expect({
    isolation: sectionLines(isolationSection(prod, links, 'shop')),
    access: sectionLines(accessSection(prod, links, 'shop')),
    claims: sectionLines(claimSection(prod, links, 'shop-data')),
    images: sectionLines(imageSection(prod, links, 'shop')),
    limits: sectionLines(quotaSection(prod, links, 'shop')),
  }).toMatchInlineSnapshot(`
    {
      "access": [
        "Left out: 58 grants of the whole cluster with no power over the rights of others, or made by Kubernetes for its own parts.",
        "Who | May | Through",
        "# In this namespace",
        "batch-runner of batch | read configmaps, endpoints, persistentvolumeclaims, persistentvolumeclaims/status and 43 more | batch-reads-shop (gives view)",
        "deployer of shop | change deployments, statefulsets, configmaps, services | deployer (gives deployer)",
        "Group ci | change deployments, statefulsets, configmaps, services | deployer (gives deployer)",
        "Group shop-developers | read configmaps, endpoints, persistentvolumeclaims, persistentvolumeclaims/status and 43 more | developers (gives view)",
        "does-not-exist of shop, which does not exist | read configmaps, endpoints, persistentvolumeclaims, persistentvolumeclaims/status and 43 more | gone-account (gives view)",
        "# In every namespace, so here too",
        "argocd-application-controller of argocd | warn: everything | argocd-application-controller (gives cluster-admin)",
        "User break-glass@example.com | warn: everything | break-glass (gives cluster-admin)",
        "Group shop-oncall | warn: read every Secret, run commands in pods | shop:incident-readers (gives shop:incident-reader)",
        "User eks:node-manager | warn: change nodes | eks:node-manager (gives eks:node-manager)",
      ],
      "claims": [
        "5 claims, asking for 355Gi together.",
        "Claim | Size | Class | Volume | Used by",
        "data-postgres-0 | 100Gi | gp3 | pvc-efc1892f-18c6-4f42-b2c5-2adce3038027 (goes with the claim) | postgres",
        "data-postgres-1 | 100Gi | gp3 | pvc-3d75d473-3796-4214-9bed-aa39b8d9bf1b (goes with the claim) | postgres",
        "data-postgres-2 | 100Gi | gp3 | pvc-887f61c8-bc1f-405b-8bfa-c39f217948ee (goes with the claim) | postgres",
        "data-redis-0 | 5Gi | gp3 | pvc-89e7dd07-2f69-4d73-a538-cc70ee623ebf (goes with the claim) | redis",
        "pg-backups | asks for 50Gi | nfs-missing (not in the snapshot) | warn: Pending | pg-backup",
      ],
      "images": [
        "Every image is named by a version or a digest.",
        "Image | Version | Pods | Used by",
        "registry.example.com/platform/metrics-proxy | 0.9.4 (ran as sha256:343beeb64b0b) | 4 | web",
        "registry.example.com/shop/api | 4.7.2 (ran as sha256:ef0a72f4e3fa) | 5 | api",
        "registry.example.com/shop/cart | 1.9.0 (ran as sha256:c9cab907477e) | 3 | cart",
        "registry.example.com/shop/catalog | sha256:38a5c6d754d3 (pinned) | 2 | catalog",
        "registry.example.com/shop/checkout | 3.1.9 (ran as sha256:df6a67927fe2) | 4 | checkout",
        "registry.example.com/shop/recommendations | 0.4.1 (ran as sha256:880c9969458f) | 2 | recommendations",
        "registry.example.com/shop/web | 2.14.3 (ran as sha256:67cb835c96e7) | 4 | web",
      ],
      "isolation": [
        "Incoming: denied by default. default-deny selects every Pod and allows nothing; 1 other policy lets some through.",
        "Outgoing: denied by default. default-deny selects every Pod and allows nothing; 2 other policies let some through.",
        "Runs | Incoming | Outgoing | Because of",
        "api | as allowed | as allowed | allow-dns api-egress default-deny web-from-ingress",
        "cart | nothing | as allowed | allow-dns default-deny",
        "catalog | nothing | as allowed | allow-dns default-deny",
        "checkout | nothing | as allowed | allow-dns default-deny",
        "recommendations | nothing | as allowed | allow-dns default-deny",
        "web | as allowed | as allowed | allow-dns default-deny web-from-ingress",
      ],
      "limits": [
        "Resource | Used | Allowed | Quota",
        "count/ingresses.networking.k8s.io | [20] 2, 20 % | 10 | quota",
        "pods | [10] 20, 10 % | 200 | quota",
        "requests.cpu | [9] 3790m, 9 % | 40 | quota",
        "requests.memory | [7] 7744Mi, 7 % | 96Gi | quota",
        "Type | Resource | Min | Max | Default Request | Default Limit | Max Limit/Request Ratio | LimitRange",
        "Container | cpu | - | 4 | 50m | 500m | - | defaults",
        "Container | memory | - | 4Gi | 64Mi | 512Mi | - | defaults",
        "PersistentVolumeClaim | storage | 1Gi | 200Gi | - | - | - | defaults",
      ],
    }
  `);
});

describe('the owner of a namespace', () => {
  const owner = (model: Model, name = 'shop') =>
    ownerOf(model, name, model.get(objectId({ group: '', kind: 'Namespace', name })));

  test('is who an annotation or label names', () => {
    const metadata = { labels: { team: 'storefront' } };
    expect(owner(modelOf(object('v1', 'Namespace', 'shop', { metadata })))).toEqual({
      value: 'storefront',
      why: 'Label team of the Namespace',
    });
  });

  test('is not stated otherwise, though something may point to one', () => {
    const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'edit' };
    const model = modelOf(
      object('v1', 'Namespace', 'shop'),
      object('rbac.authorization.k8s.io/v1', 'Role', 'shop/edit', {
        rules: [{ verbs: ['update'], apiGroups: ['apps'], resources: ['deployments'] }],
      }),
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/edit', {
        roleRef: role,
        subjects: [{ kind: 'Group', name: 'developers' }],
      }),
    );
    expect(owner(model)).toEqual({
      value: 'Not stated',
      why: 'No label or annotation of the Namespace names one; Group developers may change what is here',
    });
  });

  test('is Kubernetes of what every cluster has', () => {
    expect(owner(modelOf(object('v1', 'Namespace', 'kube-system')), 'kube-system').value).toBe(
      'Kubernetes',
    );
  });
});

describe('isolation', () => {
  const policy = (name: string, spec: object) =>
    object('networking.k8s.io/v1', 'NetworkPolicy', `shop/${name}`, { spec });

  test('a policy isolates the Pods that it selects, in its directions only', () => {
    const model = modelOf(
      pod('shop/a', { app: 'a' }),
      pod('shop/b', { app: 'b' }),
      pod('shop/c', { app: 'a' }, { spec: { hostNetwork: true } }),
      pod('shop/over', { app: 'b' }, { status: { phase: 'Succeeded' } }),
      policy('only-a', { podSelector: { matchLabels: { app: 'a' } }, ingress: [{}] }),
    );
    expect(sectionLines(isolationSection(model, links, 'shop'))).toEqual([
      'Incoming: no default deny. 2 of 3 Pods are isolated, 1 may take any connection.',
      'Outgoing: no default deny; every Pod may make any connection.',
      'Runs | Incoming | Outgoing | Because of',
      'a | as allowed | anything | only-a',
      'b | anything | anything | no policy',
      'c | as allowed | anything | nothing: it shares the network of its node, which policies do not reach',
    ]);
  });

  test('policies of network plugins are named as unread', () => {
    const model = modelOf(pod('shop/a'), object('cilium.io/v2', 'CiliumNetworkPolicy', 'shop/x'));
    expect(sectionLines(isolationSection(model, links, 'shop'))).toEqual([
      'No NetworkPolicy: every Pod here takes and makes any connection, from and to every namespace. Not read here, and they count too: CiliumNetworkPolicy objects.',
    ]);
  });
});

test('an image without a version may be another one tomorrow; what the nodes pulled is told', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  const spec = (...images: readonly string[]) => ({
    containers: images.map((image, i) => ({ name: `c${i}`, image })),
  });
  const model = modelOf(
    pod(
      'shop/a',
      {},
      {
        spec: spec('nginx', 'quay.io:443/team/app:latest', 'app:1.2'),
        status: { containerStatuses: [{ name: 'c2', imageID: `docker.io/app@${digest}` }] },
      },
    ),
    pod('shop/b', {}, { spec: spec(`app@${digest}`, `app:2@${digest}`) }),
  );
  expect(sectionLines(imageSection(model, links, 'shop'))).toEqual([
    '2 of 5 images may be another one tomorrow: the tag is latest, or there is none.',
    'Image | Version | Pods | Used by',
    'app | 1.2 (ran as sha256:0123456789ab) | 1 | a',
    'app | 2 (pinned to sha256:0123456789ab) | 1 | b',
    'app | sha256:0123456789ab (pinned) | 1 | b',
    'nginx | warn: no tag, so latest | 1 | a',
    'quay.io:443/team/app | warn: may change latest | 1 | a',
  ]);
});

test('what was not captured is not called none', () => {
  const blind = buildModel(
    withCoverage(snapshotOf(object('v1', 'ConfigMap', 'shop/a')), {
      pods: 'forbidden',
      persistentvolumeclaims: 'forbidden',
      resourcequotas: 'forbidden',
      limitranges: 'forbidden',
      'networkpolicies.networking.k8s.io': 'forbidden',
      'rolebindings.rbac.authorization.k8s.io': 'forbidden',
      'clusterrolebindings.rbac.authorization.k8s.io': 'forbidden',
    }),
  );
  const sections = [isolationSection, accessSection, claimSection, imageSection, quotaSection];
  expect(sections.flatMap((make) => sectionLines(make(blind, links, 'shop')))).toEqual([
    'NetworkPolicies were not captured, so nobody knows who may talk to whom here.',
    'RoleBindings and ClusterRoleBindings were not captured, so nobody knows who may do what here.',
    'PersistentVolumeClaims were not captured, so nobody knows what is kept on disks.',
    'No Pod and no workload of it was captured, so no image is known.',
    'ResourceQuotas were not captured. LimitRanges were not captured.',
  ]);
});
