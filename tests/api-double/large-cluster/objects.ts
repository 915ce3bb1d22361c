/** What a large cluster consists of, once each, with places in its names: `app-«app»` of `team-«namespace»`. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { created, digest, made } from '../../../bench/synthetic-object.ts';
import { appObjects, namespaceObjects, nodeObjects } from '../../../bench/synthetic-objects.ts';
import { appExtras } from './extras.ts';

const app = 'app-«app»';
const namespace = 'team-«namespace»';

/** A Node, its heartbeat, its storage drivers. */
export const nodeTemplates: readonly KubeObject[] = nodeObjects(0).map(placed);

/** A Namespace and its policy. */
export const namespaceTemplates: readonly KubeObject[] = namespaceObjects(namespace).filter(
  ({ kind }) => kind === 'Namespace' || kind === 'NetworkPolicy',
);

const ofApp = [...appObjects(app, namespace, 1, () => 0)].map(placed);

/** Everything around an app but its Pods; of one kind in the order of names. */
export const appTemplates: readonly KubeObject[] = [
  ...ofApp.filter(({ kind }) => kind !== 'Pod' && kind !== 'ReplicaSet'),
  ...ofApp.filter(({ kind }) => kind === 'ReplicaSet').toReversed(),
  ...appExtras(app, namespace),
];

/** A running Pod of 9.4 kB: two containers with their environment, volumes, statuses, and who wrote what. */
export const podTemplate: KubeObject = placed(pod());

function pod(): KubeObject {
  const plain = ofApp.find(({ kind }) => kind === 'Pod');
  if (plain === undefined) throw new Error('an app has a Pod');
  const { metadata, spec, status } = plain;
  const environment = [
    'HTTP_PORT',
    'OTEL_SERVICE_NAME',
    'CACHE_SIZE',
    'DEFAULT_CURRENCY',
    'FEATURES',
    'REGION',
    'LOCALE',
    'SHARD',
  ].map((name) => ({
    name,
    value: `the-${name.toLowerCase()}-of-app-«app»`,
  }));
  const running = spec as { readonly containers: readonly { readonly env: readonly object[] }[] };
  return {
    ...plain,
    metadata: {
      ...metadata,
      annotations: {
        'checksum/config': digest('config'),
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': '8080',
      },
    },
    spec: {
      ...running,
      containers: running.containers.map((container, at) =>
        at === 0 ? { ...container, env: [...container.env, ...environment] } : container,
      ),
      tolerations: ['not-ready', 'unreachable'].map((state) => ({
        key: `node.kubernetes.io/${state}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
    },
    status: {
      ...(status as object),
      podIP: '«ip»',
      podIPs: [{ ip: '«ip»' }],
      qosClass: 'Burstable',
    },
  };
}

/** Puts places where the made-up objects have the first number. */
function placed(object: KubeObject): KubeObject {
  const text = JSON.stringify(object)
    .replaceAll('worker-000000', 'worker-«node»')
    .replaceAll('-live-000000', '-live-«pod»');
  return JSON.parse(text);
}

/** The Namespaces every cluster has. */
export const systemNamespaces: readonly KubeObject[] = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
].map((name) =>
  made({ apiVersion: 'v1', kind: 'Namespace', name, status: { phase: 'Active', since: created } }),
);
