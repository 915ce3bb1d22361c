import { hostileMap, hostileTexts, jsonPaths } from './hostile-texts.ts';

/** Anything of an object may be any of the hostile texts; a different one from place to place. */
function texts() {
  let at = 0;
  return (): string => hostileTexts[at++ % hostileTexts.length] ?? '';
}

interface Made {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** Stands for an integer beyond 2^53, which a literal cannot say: {@link hostileDump} writes it. */
const unsafe = '@@9007199254740993@@';
const created = '2026-11-22T08:00:00Z';

function object(apiVersion: string, kind: string, name: string, namespace?: string): Made {
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      uid: `${kind}/${namespace ?? ''}/${name}`,
      creationTimestamp: created,
      labels: hostileMap(),
      annotations: hostileMap(),
    },
  };
}

function container(text: () => string) {
  return {
    name: text(),
    image: text(),
    command: [text(), text()],
    args: [...hostileTexts],
    env: [
      { name: text(), value: text() },
      { name: text(), valueFrom: { configMapKeyRef: { name: text(), key: text() } } },
      { name: text(), valueFrom: { secretKeyRef: { name: text(), key: text() } } },
    ],
    ports: [{ name: text(), containerPort: 80, protocol: text() }],
    volumeMounts: [{ name: text(), mountPath: text(), subPath: text() }],
    livenessProbe: { httpGet: { path: text(), port: text(), scheme: text() } },
  };
}

function pod(name: string, namespace: string, text: () => string): Made {
  return {
    ...object('v1', 'Pod', name, namespace),
    spec: {
      nodeName: text(),
      serviceAccountName: text(),
      containers: [container(text), container(text)],
      initContainers: [container(text)],
      volumes: [
        { name: text(), configMap: { name: text() } },
        { name: text(), secret: { secretName: text() } },
        { name: text(), persistentVolumeClaim: { claimName: text() } },
        { name: text(), hostPath: { path: text(), type: text() } },
      ],
      tolerations: [{ key: text(), operator: text(), value: text(), effect: text() }],
    },
    status: {
      phase: text(),
      reason: text(),
      message: text(),
      podIP: text(),
      containerStatuses: [
        {
          name: text(),
          image: text(),
          imageID: text(),
          ready: false,
          restartCount: unsafe,
          state: { waiting: { reason: text(), message: text() } },
        },
      ],
      conditions: [{ type: text(), status: text(), reason: text(), message: text() }],
    },
  };
}

function deployment(name: string, namespace: string, text: () => string): Made {
  return {
    ...object('apps/v1', 'Deployment', name, namespace),
    spec: {
      replicas: 1,
      strategy: { type: text() },
      selector: { matchLabels: hostileMap() },
      template: { metadata: { labels: hostileMap() }, spec: { containers: [container(text)] } },
    },
    status: { conditions: [{ type: text(), status: text(), reason: text(), message: text() }] },
  };
}

function service(name: string, namespace: string, text: () => string): Made {
  return {
    ...object('v1', 'Service', name, namespace),
    spec: {
      type: text(),
      clusterIP: text(),
      externalName: text(),
      externalIPs: [text()],
      selector: { [text()]: text() },
      ports: [{ name: text(), port: 80, targetPort: text(), protocol: text() }],
    },
  };
}

function ingress(name: string, namespace: string, text: () => string): Made {
  const backend = () => ({ service: { name: text(), port: { name: text() } } });
  return {
    ...object('networking.k8s.io/v1', 'Ingress', name, namespace),
    spec: {
      ingressClassName: text(),
      tls: [{ hosts: [text()], secretName: text() }],
      rules: [{ host: text(), http: { paths: [{ path: text(), backend: backend() }] } }],
      defaultBackend: backend(),
    },
    status: { loadBalancer: { ingress: [{ hostname: text(), ip: text() }] } },
  };
}

function event(name: string, namespace: string, text: () => string): Made {
  return {
    ...object('v1', 'Event', name, namespace),
    involvedObject: { apiVersion: 'v1', kind: 'Pod', name: text(), namespace, fieldPath: text() },
    type: text(),
    reason: text(),
    message: text(),
    source: { component: text(), host: text() },
    lastTimestamp: created,
  };
}

function node(name: string, text: () => string): Made {
  return {
    ...object('v1', 'Node', name),
    spec: { providerID: text(), taints: [{ key: text(), value: text(), effect: text() }] },
    status: {
      nodeInfo: { kubeletVersion: text(), osImage: text(), containerRuntimeVersion: text() },
      addresses: [{ type: 'InternalIP', address: text() }],
      capacity: { cpu: text(), memory: text() },
      conditions: [{ type: 'Ready', status: text(), reason: text(), message: text() }],
    },
  };
}

function binding(name: string, namespace: string, text: () => string): Made {
  return {
    ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', name, namespace),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: text(), name: text() },
    subjects: [
      { kind: text(), name: text(), namespace: text() },
      { kind: 'User', name: text() },
    ],
  };
}

/** A kind of its own for each name; the definition says what a cluster could never have admitted. */
function definition(kind: string, names: Readonly<Record<string, unknown>>, text: () => string) {
  const { group = 'hostile.example', plural, version = 'v1' } = names;
  return {
    ...object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `${plural}.${group}`),
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: text(), shortNames: [text()], categories: [text(), 'all'] },
      versions: [
        {
          name: version,
          storage: true,
          schema: { openAPIV3Schema: { description: text() } },
          additionalPrinterColumns: [
            ...hostileTexts.map((name, i) => ({
              name,
              type: text(),
              jsonPath: jsonPaths[i % jsonPaths.length],
            })),
          ],
        },
      ],
    },
  };
}

/** `{ deep: { deep: { … } } }`. */
function nested(levels: number): unknown {
  let value: unknown = '<script>deep</script>';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { deep: value } : [value];
  return value;
}

function custom(kind: string, name: string, namespace: string, text: () => string): Made {
  return {
    ...object('hostile.example/v1', kind, name, namespace),
    spec: { text: text(), map: hostileMap(), large: unsafe, deep: nested(4) },
    status: { conditions: [{ type: 'Ready', status: text(), reason: text(), message: text() }] },
  };
}

function owned(made: Made, owner: Made): Made {
  const { apiVersion, kind, metadata } = owner;
  const reference = {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata['uid'],
    controller: true,
  };
  return { ...made, metadata: { ...made.metadata, ownerReferences: [reference] } };
}

function cycles(text: () => string): readonly Made[] {
  const [a, b] = ['cycle-a', 'cycle-b'].map((name) =>
    object('apps/v1', 'ReplicaSet', name, 'cycles'),
  );
  const alone = pod('self', 'cycles', text);
  const [node1, node2] = ['cycle-1', 'cycle-2'].map((name) => pod(name, 'cycles', text));
  if (!(a && b && node1 && node2)) return [];
  return [owned(a, b), owned(b, a), owned(alone, alone), owned(node1, node2), owned(node2, node1)];
}

function configMaps(): readonly Made[] {
  return [
    { ...object('v1', 'ConfigMap', 'texts', 'data'), data: hostileMap(), binaryData: hostileMap() },
    {
      ...object('v1', 'ConfigMap', 'long-line', 'data'),
      data: {
        'page.html': `<html onload=alert(1)>${'<i>&'.repeat(262_144)}`,
        Corefile: '<script>',
      },
    },
    { ...object('v1', 'ConfigMap', 'deep', 'data'), nested: nested(2000) },
    {
      ...object('v1', 'ConfigMap', 'wrong-types', 'data'),
      data: [{ '<b>': null }, '<script>'],
      binaryData: unsafe,
      immutable: { '<i>': [] },
    },
    {
      ...object('v1', 'ConfigMap', 'coredns', 'kube-system'),
      data: { Corefile: '.:53 {\n<script>\n}}}' },
    },
  ];
}

/** Objects of many kinds, every text of which is hostile. */
export function hostileObjects(): readonly Made[] {
  const text = texts();
  return [
    ...hostileTexts.flatMap((name) => [
      object('v1', 'Namespace', name),
      node(name, text),
      pod(name, name, text),
      deployment(name, 'workloads', text),
      owned(
        object('apps/v1', 'ReplicaSet', name, 'workloads'),
        deployment(name, 'workloads', text),
      ),
      owned(pod(name, 'workloads', text), object('apps/v1', 'ReplicaSet', name, 'workloads')),
      service(name, 'workloads', text),
      ingress(name, 'workloads', text),
      event(name, 'workloads', text),
      binding(name, 'workloads', text),
      custom('Hostile', name, 'workloads', text),
      { ...object('v1', 'Secret', name, 'workloads'), type: text(), stringData: hostileMap() },
    ]),
    ...cycles(text),
    ...configMaps(),
    definition('Hostile', { plural: 'hostiles' }, text),
    definition('Climber', { plural: '../../climbers' }, text),
    definition('Grouped', { plural: 'grouped', group: '../../../etc' }, text),
    definition('Versioned', { plural: 'versioned', version: '<script>' }, text),
    definition('Pod', { plural: 'pods', group: 'constructor' }, text),
    definition('<script>alert(1)</script>', { plural: 'scripts' }, text),
    definition('__proto__', { plural: '__proto__', group: '__proto__' }, text),
    custom('Climber', 'climber', 'workloads', text),
    custom('Versioned', 'versioned', 'workloads', text),
    custom('constructor', 'constructor', 'constructor', text),
    // The file of the first and the folder of the second would have one name.
    custom('Mixed', 'mixed', '', text),
    custom('Mixed', 'index.json', 'mixed', text),
  ];
}

/** The dump as `kubectl get -o json` prints it. */
export function hostileDump(objects: readonly Made[]): string {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  return text.replaceAll(`"${unsafe}"`, '9007199254740993');
}
