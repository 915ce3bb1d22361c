/** The objects of a synthetic cluster: what a Node, a namespace and an app consist of. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { created, digest, made, padded } from './synthetic-object.ts';
import { tokenVolume } from './synthetic-token.ts';

function nodeName(node: number): string {
  return `worker-${padded(node)}.example.internal`;
}

/** A Node, its heartbeat and its storage drivers. */
export function nodeObjects(at: number): readonly KubeObject[] {
  const name = nodeName(at);
  const node = made({
    apiVersion: 'v1',
    kind: 'Node',
    name,
    labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': `zone-${at % 3}` },
    spec: { podCIDR: `10.${at % 256}.0.0/24`, providerID: `made-up://${at}` },
    status: {
      conditions: [
        { type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: created },
      ],
      capacity: { cpu: '16', memory: '64Gi', pods: '110' },
      images: Array.from({ length: 40 }, (_, image) => ({
        names: [`registry.example.com/app-${image}@sha256:${digest(`image ${image}`)}`],
        sizeBytes: 50_000_000 + image,
      })),
    },
  });
  return [
    node,
    made({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      namespace: 'kube-node-lease',
      name,
      owner: node,
      spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime: created },
    }),
    made({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSINode',
      name,
      owner: node,
      spec: { drivers: [] },
    }),
  ];
}

/** A Namespace and what each one has: CA bundle, default identity, a policy over all its Pods. */
export function namespaceObjects(namespace: string): readonly KubeObject[] {
  const v1 = { apiVersion: 'v1', namespace };
  return [
    made({ apiVersion: 'v1', kind: 'Namespace', name: namespace, status: { phase: 'Active' } }),
    made({ ...v1, kind: 'ServiceAccount', name: 'default' }),
    made({
      ...v1,
      kind: 'ConfigMap',
      name: 'kube-root-ca.crt',
      data: { 'ca.crt': digest('ca').repeat(18) },
    }),
    made({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      namespace,
      name: 'default-deny',
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    }),
  ];
}

/** A Deployment with its Pods and everything around it. */
export function* appObjects(
  name: string,
  namespace: string,
  replicas: number,
  nextNode: () => number,
): Generator<KubeObject> {
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': `${name}-live`,
    tier: 'web',
  };
  const v1 = { apiVersion: 'v1', namespace, name };
  const selector = { matchLabels: labels };
  const template = { metadata: { labels }, spec: podSpec(name) };
  const deployment = made({
    ...v1,
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    labels,
    spec: { replicas, selector, template },
    status: {
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
    },
  });
  const service = made({
    ...v1,
    kind: 'Service',
    labels,
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.1',
      selector: labels,
      ports: [{ name: 'http', port: 80 }],
    },
  });
  yield deployment;
  yield service;
  yield made({ ...v1, kind: 'ServiceAccount' });
  yield made({ ...v1, kind: 'ConfigMap', data: { 'app.yaml': 'log: info\n'.repeat(100) } });
  yield made({ ...v1, kind: 'Secret', type: 'Opaque', data: { password: '' } });
  yield made({
    ...v1,
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    spec: { selector, minAvailable: 1 },
  });
  yield replicaSet(deployment, 'old', 0, template);
  const live = replicaSet(deployment, 'live', replicas, template);
  yield live;
  const pods = Array.from({ length: replicas }, (_, at) =>
    pod(live, at, nextNode(), labels, template.spec),
  );
  yield* pods;
  yield* endpoints(service, pods);
}

function replicaSet(
  owner: KubeObject,
  hash: string,
  replicas: number,
  template: object,
): KubeObject {
  const { name, namespace = '', labels = {} } = owner.metadata;
  return made({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    namespace,
    name: `${name}-${hash}`,
    labels: { ...labels, 'pod-template-hash': hash },
    owner,
    spec: {
      replicas,
      selector: { matchLabels: { ...labels, 'pod-template-hash': hash } },
      template,
    },
    status: { replicas, readyReplicas: replicas, availableReplicas: replicas },
  });
}

function podSpec(name: string) {
  const probe = { httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' }, periodSeconds: 10 };
  return {
    volumes: [
      { name: 'config', configMap: { name, defaultMode: 420 } },
      { name: 'password', secret: { secretName: name, defaultMode: 420 } },
      {
        name: tokenVolume,
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
            {
              downwardAPI: {
                items: [
                  {
                    path: 'namespace',
                    fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
                  },
                ],
              },
            },
          ],
        },
      },
    ],
    containers: ['web', 'proxy'].map((container) => ({
      name: container,
      image: `registry.example.com/${name}/${container}:1.4.2`,
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      env: [
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } },
        { name: 'POD', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
        { name: 'LOG_LEVEL', value: 'info' },
      ],
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      volumeMounts: ['config', 'password', tokenVolume].map((volume) => ({
        name: volume,
        mountPath: `/etc/${volume}`,
        readOnly: true,
      })),
      livenessProbe: probe,
      readinessProbe: probe,
      imagePullPolicy: 'IfNotPresent',
    })),
    restartPolicy: 'Always',
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: name,
    schedulerName: 'default-scheduler',
  };
}

function pod(
  owner: KubeObject,
  at: number,
  node: number,
  labels: Readonly<Record<string, string>>,
  spec: ReturnType<typeof podSpec>,
): KubeObject {
  const name = `${owner.metadata.name}-${padded(at)}`;
  const conditions = [
    'PodReadyToStartContainers',
    'Initialized',
    'Ready',
    'ContainersReady',
    'PodScheduled',
  ];
  return made({
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: owner.metadata.namespace ?? '',
    name,
    labels: { ...labels, 'pod-template-hash': 'live' },
    owner,
    spec: { ...spec, nodeName: nodeName(node) },
    status: {
      phase: 'Running',
      conditions: conditions.map((type) => ({
        type,
        status: 'True',
        lastProbeTime: null,
        lastTransitionTime: created,
      })),
      hostIP: `10.0.${node % 256}.1`,
      podIP: `10.${node % 256}.0.${at + 2}`,
      startTime: created,
      containerStatuses: spec.containers.map(({ name: container, image }) => ({
        name: container,
        image,
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: created } },
        imageID: `${image}@sha256:${digest(image)}`,
        containerID: `containerd://${digest(`${name}/${container}`)}`,
      })),
    },
  });
}

function* endpoints(service: KubeObject, pods: readonly KubeObject[]): Generator<KubeObject> {
  const { name, namespace = '' } = service.metadata;
  const ends = pods.map(({ metadata, spec, status }) => ({
    ip: (status as { podIP: string }).podIP,
    nodeName: (spec as { nodeName: string }).nodeName,
    targetRef: { kind: 'Pod', namespace, name: metadata.name, uid: metadata.uid },
  }));
  yield made({
    apiVersion: 'v1',
    kind: 'Endpoints',
    namespace,
    name,
    subsets: [{ addresses: ends, ports: [{ port: 8080 }] }],
  });
  yield made({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    namespace,
    name: `${name}-slice`,
    labels: { 'kubernetes.io/service-name': name },
    owner: service,
    addressType: 'IPv4',
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    endpoints: ends.map(({ ip, ...end }) => ({
      addresses: [ip],
      conditions: { ready: true },
      ...end,
    })),
  });
}
