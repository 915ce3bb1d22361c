import { expect, test } from 'vitest';
import { idOf } from '#snapshot/object-id.ts';
import { filesOf, imported } from '#tests/fixtures/imported.ts';

const named = (name: string, namespace?: string) => ({
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});
const object = (apiVersion: string, kind: string, name: string, namespace?: string) => ({
  apiVersion,
  kind,
  ...named(name, namespace),
});

/** Formats, objects, and files without objects, of files that follow a layout. */
async function read(contents: Readonly<Record<string, unknown>>) {
  const { lists, report } = await imported(filesOf(contents));
  return {
    formats: report.formats,
    objects: lists.flatMap(({ objects }) => objects.map(idOf)).sort(),
    unreadable: report.unreadable.map(({ file, text }) => `${file} ${text}`),
    ignored: report.ignored.map(({ file, text }) => `${file} ${text}`),
  };
}

test('cluster-info dump folder: nodes, seven kinds of each namespace, logs', async () => {
  const list = (kind: string, items: unknown) => ({ kind: `${kind}List`, apiVersion: 'v1', items });
  expect(
    await read({
      'nodes.json': list('Node', [named('worker')]),
      'shop/replication-controllers.json': list('ReplicationController', []),
      'shop/pods.json': list('Pod', [named('web', 'shop')]),
      'shop/web/logs.txt': '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"logged"}}\n',
    }),
  ).toEqual({
    formats: ['cluster-info dump folder'],
    objects: ['Node/worker', 'Pod/shop/web'],
    unreadable: [],
    ignored: ['shop/web/logs.txt is a log'],
  });
});

test('lists of an API server in folders of namespaces are no cluster-info dump', async () => {
  const list = { kind: 'PodList', apiVersion: 'v1', items: [named('web', 'shop')] };
  expect((await read({ 'shop/pods.json': list })).formats).toEqual(['API list (JSON)']);
});

test('must-gather: lists by group and plural, objects in folders, Pods beside their logs', async () => {
  const root = 'must-gather.local.1/quay-io-sha256-1';
  expect(
    await read({
      [`${root}/version`]: 'openshift/must-gather\n4.14.1\n',
      [`${root}/cluster-scoped-resources/core/nodes/worker.yaml`]:
        '---\napiVersion: v1\nkind: Node\nmetadata:\n  name: worker\n',
      [`${root}/cluster-scoped-resources/config.openshift.io/clusterversions.yaml`]:
        '---\napiVersion: config.openshift.io/v1\nitems:\n- metadata:\n    name: version\nkind: ClusterVersionList\n',
      [`${root}/namespaces/shop/shop.yaml`]: 'kind: Namespace\nmetadata:\n  name: shop\n',
      [`${root}/namespaces/shop/core/services.yaml`]:
        '---\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: web\n    namespace: shop\nkind: ServiceList\n',
      [`${root}/namespaces/shop/pods/web-1/web-1.yaml`]:
        'metadata:\n  name: web-1\n  namespace: shop\nkind: Pod\n',
      [`${root}/namespaces/shop/pods/web-1/web/web/logs/current.log`]: '{"kind": "Pod"}\n',
      [`${root}/namespaces/shop/pods/web-1/web/web/metrics.json`]: '{"a": 1}',
    }),
  ).toEqual({
    formats: ['must-gather'],
    objects: [
      'ClusterVersion.config.openshift.io/version',
      'Node/worker',
      'Pod/shop/web-1',
      'Namespace/shop',
      'Service/shop/web',
    ].sort(),
    unreadable: [],
    ignored: [
      `${root}/version holds no Kubernetes objects`,
      `${root}/namespaces/shop/pods/web-1/web/web/logs/current.log is a log`,
      `${root}/namespaces/shop/pods/web-1/web/web/metrics.json is what a container answered`,
    ],
  });
});

test('troubleshoot support bundle: the kind is in the path only', async () => {
  const root = 'support-bundle-1/cluster-resources';
  expect(
    await read({
      [`${root}/pvcs/shop.json`]: { items: [named('data', 'shop')] },
      [`${root}/storage-classes.json`]: [named('fast')],
      [`${root}/custom-resource-definitions.json`]: [named('meshes.x.io')],
      [`${root}/auth-cani-list/shop.json`]: [{ verbs: ['get'] }],
      [`${root}/pods-errors.json`]: ['forbidden'],
      [`${root}/pods/logs/shop/web/web.log`]: 'started\n',
    }),
  ).toEqual({
    formats: ['troubleshoot support bundle'],
    objects: [
      'CustomResourceDefinition.apiextensions.k8s.io/meshes.x.io',
      'PersistentVolumeClaim/shop/data',
      'StorageClass.storage.k8s.io/fast',
    ],
    unreadable: [],
    ignored: [
      `${root}/auth-cani-list/shop.json says what the collector may read`,
      `${root}/pods-errors.json tells what was not collected`,
      `${root}/pods/logs/shop/web/web.log is a log`,
    ],
  });
});

test('Velero backup: a file an object, once more for each version of the API', async () => {
  const job = object('batch/v1', 'Job', 'backup', 'shop');
  expect(
    await read({
      'metadata/version': '1.1.0',
      'resources/jobs.batch/namespaces/shop/backup.json': job,
      'resources/jobs.batch/v1-preferredversion/namespaces/shop/backup.json': job,
      'resources/persistentvolumes/cluster/pv01.json': named('pv01'),
    }),
  ).toEqual({
    formats: ['Velero backup'],
    objects: ['Job.batch/shop/backup', 'PersistentVolume/pv01'],
    unreadable: [],
    ignored: ['metadata/version says the version of the format'],
  });
});

test('Sonobuoy results: arrays, named in the way of old versions and of new ones', async () => {
  expect(
    await read({
      'resources/ns/shop/core_v1_pods.json': [object('v1', 'Pod', 'web', 'shop')],
      'resources/ns/shop/Services.json': [named('web', 'shop')],
      'resources/cluster/rbac.authorization.k8s.io_v1_clusterroles.json': [named('view')],
      'podlogs/shop/web/logs/web.txt': 'started\n',
      'meta/config.json': { UUID: '1' },
      'plugins/e2e/sonobuoy_results.yaml': 'name: e2e\nstatus: passed\nitems: []\n',
      'hosts/worker/configz.json': { kubeletconfig: {} },
      'serverversion.json': { gitVersion: 'v1.21.1', platform: 'linux/amd64' },
    }),
  ).toEqual({
    formats: ['Sonobuoy results'],
    objects: ['ClusterRole.rbac.authorization.k8s.io/view', 'Pod/shop/web', 'Service/shop/web'],
    unreadable: [],
    ignored: [
      'podlogs/shop/web/logs/web.txt is a log',
      'meta/config.json is about the run of Sonobuoy',
      'plugins/e2e/sonobuoy_results.yaml is about the run of a plugin',
      'hosts/worker/configz.json is about a host',
    ],
  });
});

test('Insights archive: objects without kind in places that are known by name', async () => {
  expect(
    await read({
      'config/version.json': named('version'),
      'config/clusteroperator/dns.json': named('dns'),
      'config/node/worker.json': named('worker'),
      'config/pod/openshift-dns/dns-1.json': named('dns-1', 'openshift-dns'),
      'config/pod/openshift-dns/logs/dns-1/errors.log': 'failed\n',
      'config/configmaps/openshift-config/ca/ca.crt': 'not a certificate\n',
      'config/running_containers.json': { images: {} },
      'config/clusteroperator/operator.openshift.io/ingresscontroller/openshift-ingress-operator/default.json':
        { apiVersion: 'operator.openshift.io/v1', kind: 'IngressController', name: 'default' },
      'config/clusteroperator/imageregistry.operator.openshift.io/config/cluster.json':
        named('cluster'),
      'config/certificatesigningrequests/csr-1.json': {
        TypeMeta: {},
        ObjectMeta: { name: 'csr-1' },
        Spec: { SignerName: 'kubernetes.io/kubelet-serving' },
      },
      'insights-operator/gathers.json': { status_reports: [] },
    }),
  ).toEqual({
    formats: ['Insights archive'],
    objects: [
      'CertificateSigningRequest.certificates.k8s.io/csr-1',
      'ClusterOperator.config.openshift.io/dns',
      'ClusterVersion.config.openshift.io/version',
      'Config.imageregistry.operator.openshift.io/cluster',
      'IngressController.operator.openshift.io/openshift-ingress-operator/default',
      'Node/worker',
      'Pod/openshift-dns/dns-1',
    ],
    unreadable: [],
    ignored: [
      'config/pod/openshift-dns/logs/dns-1/errors.log is a log',
      'config/configmaps/openshift-config/ca/ca.crt holds one value of a ConfigMap',
      'config/running_containers.json counts objects and holds none',
      'insights-operator/gathers.json is about the run of the Insights Operator',
    ],
  });
});

test.each([
  ['katafygio tree', 'shop/deployment-web.yaml'],
  ['object tree', 'shop/deployments.apps/web.yaml'],
  ['object tree', 'Deployment/web.yaml'],
  ['object (YAML)', 'shop/web.yaml'],
])('%s: a Deployment web in %s', async (format, path) => {
  const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n';
  expect((await read({ [path]: text })).formats).toEqual([format]);
});

test('what helm template prints is known by its comments', async () => {
  const text =
    '---\n# Source: shop/templates/web.yaml\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';
  expect((await read({ 'all.yaml': text })).formats).toEqual(['object (helm template)']);
});
