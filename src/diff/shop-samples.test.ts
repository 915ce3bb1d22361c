/** The planned differences of the shop samples, what they are about, and that nothing else is reported. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRules } from '#config/rules.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import type { ChangeCategory } from './categorise.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { objectText } from './words.ts';

/** The differences somebody planned into the samples and checked against the recordings. */
const truth = '../shared/samples/shop-prod/differences.json';

interface Planned {
  readonly object: string;
  readonly path: string;
  readonly sort: string;
}

/** The category of each of the nine sorts; of two sorts it depends on what differs. */
const ofSort: Readonly<Record<string, ChangeCategory | undefined>> = {
  image: 'image',
  replicas: 'scaling',
  resources: 'resources',
  storage: 'storage',
  rbac: 'rbac',
  version: 'versions',
  labels: 'metadata',
  config: undefined,
  'missing object': undefined,
};

/** A missing object is about what its kind is about; a workload is code that runs, or does not. */
const ofMissingKind: Readonly<Record<string, ChangeCategory>> = {
  APIService: 'versions',
  CSIDriver: 'storage',
  ClusterRoleBinding: 'rbac',
  ConfigMap: 'configuration',
  CustomResourceDefinition: 'versions',
  DaemonSet: 'image',
  Deployment: 'image',
  MutatingWebhookConfiguration: 'security',
  Namespace: 'configuration',
  NetworkPolicy: 'network-policy',
  PodDisruptionBudget: 'scaling',
  RuntimeClass: 'security',
  Service: 'exposure',
  StorageClass: 'storage',
};

/** Settings that are about something more telling than configuration: object, path. */
const tellingSettings: readonly (readonly [string, RegExp, ChangeCategory])[] = [
  ['Namespace shop', /pod-security/, 'security'],
  ['PriorityClass shop-critical', /^value$/, 'scheduling'],
  ['Service shop/cart', /sessionAffinity/, 'exposure'],
  ['Service shop/cdn', /externalName/, 'exposure'],
  ['Service ingress-nginx/ingress-nginx-controller', /^spec\./, 'exposure'],
  ['Ingress shop/shop', /./, 'exposure'],
  ['EndpointSlice shop/legacy-erp-manual', /endpoints/, 'exposure'],
  ['HTTPRoute shop/checkout', /backendRefs/, 'exposure'],
  ['NetworkPolicy shop/web-from-ingress', /./, 'network-policy'],
  ['HorizontalPodAutoscaler shop/web', /metrics/, 'scaling'],
  ['PodDisruptionBudget shop/web', /minAvailable/, 'scaling'],
  ['Job batch/import-catalog', /parallelism/, 'scaling'],
  ['StatefulSet shop-data/postgres', /nodeSelector/, 'scheduling'],
  ['Deployment payments/payments-api', /runtimeClassName/, 'security'],
  ['ValidatingAdmissionPolicyBinding registry.shop.example.com', /./, 'security'],
  ['ValidatingWebhookConfiguration cert-manager-webhook', /failurePolicy/, 'security'],
];

function plannedCategory({ object, path, sort }: Planned): ChangeCategory | undefined {
  if (sort === 'missing object') return ofMissingKind[object.split(' ')[0] ?? ''];
  if (sort !== 'config') return ofSort[sort];
  const telling = tellingSettings.find(([name, pattern]) => name === object && pattern.test(path));
  return telling?.[2] ?? 'configuration';
}

/** What is reported, and neither planned nor on the list of consequences; why a person calls it one. */
const extras: Readonly<Record<string, string>> = {
  'Node * ': 'three machines against six: the list compares groups of Nodes by their versions only',
  'DaemonSet kube-system/kube-proxy spec.template.spec.containers[name=kube-proxy].volumeMounts':
    'the list tells mounts by the name of their volume, the API by where they are mounted',
};

describe.skipIf(!existsSync(truth))(`the shop samples (skipped without ${truth})`, async () => {
  const file = 'snapshots/shop-staging...shop-prod.rules.json';
  const diff = diffSnapshots(
    await readSnapshot('snapshots/shop-staging'),
    await readSnapshot('snapshots/shop-prod'),
    { rules: parseRules(readFileSync(file, 'utf8'), file) },
  );
  const { differences, alsoMeaningful } = existsSync(truth)
    ? (JSON.parse(readFileSync(truth, 'utf8')) as Record<string, Planned[]>)
    : {};
  const found = diff.changes.flatMap(({ object, category, fields }) =>
    (fields.length === 0 ? [{ path: '', category }] : fields).map((field) => ({
      object: objectText(object),
      path: field.path,
      category: field.category,
    })),
  );
  const meets = (path: string, other: string) =>
    path === '' || other === '' ? path === other : path.startsWith(other) || other.startsWith(path);

  test('every planned difference is found, in its category', () => {
    const wrong = (differences ?? []).flatMap((planned) => {
      const category = plannedCategory(planned);
      const categories = found
        .filter(({ object, path }) => object === planned.object && meets(path, planned.path))
        .map((field) => field.category);
      const right = categories.length > 0 && categories.every((each) => each === category);
      return right ? [] : [{ ...planned, category, categories }];
    });
    expect(differences).toHaveLength(126);
    expect(new Set(differences?.map(({ sort }) => sort))).toEqual(new Set(Object.keys(ofSort)));
    expect(wrong).toEqual([]);
  });

  test('nothing else is reported but what has a reason', () => {
    const listed = [...(differences ?? []), ...(alsoMeaningful ?? [])];
    const others = found.filter(
      ({ object, path }) => !listed.some((one) => one.object === object && meets(path, one.path)),
    );
    const unexplained = others.filter(
      ({ object, path }) =>
        !Object.keys(extras).some((extra) => `${object} ${path}`.startsWith(extra)),
    );
    expect(unexplained).toEqual([]);
  });

  test('the top says what matters, rights and exposure first', () => {
    expect(diff.headline).toEqual([
      '8 RBAC grants wider on shop-prod',
      '15 RBAC grants wider on shop-staging',
      '2 workloads more privileged on shop-prod',
      '1 workload more privileged on shop-staging',
      '1 Service more exposed on shop-prod',
      '2 NetworkPolicies missing on shop-staging',
      '3 admission checks weaker on shop-staging',
      '2 access rules',
      '9 exposures',
      '1 network policy',
      '1 security setting',
      '15 images',
      '23 versions',
      '15 replica counts',
      '13 resource settings',
      '17 storage settings',
      '5 scheduling rules',
      '51 settings',
      '5 labels or annotations',
    ]);
  });

  test('nobody is renamed, and every rule is of use', () => {
    expect(diff.changes.filter(({ change }) => change === 'renamed')).toEqual([]);
    expect(diff.idleRules).toEqual([]);
  });
});
