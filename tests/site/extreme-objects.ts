/**
 * A cluster of what is legal and hard on a page: 300 Pods of one Deployment, a ConfigMap of 900 kB, 200
 * levels of nesting, text from right to left, names that JavaScript knows, names as long as names may be.
 */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type Fields, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';

/** Every object stands in it, unless its kind has no namespaces. */
export const home = 'extremes';

/** 253 characters, the longest a name may have. */
export const longestName = `${'long-'.repeat(50)}end`;

/** Names of properties that every object of JavaScript has, where Kubernetes admits them. */
export const knownNames = ['constructor', 'tostring', 'valueof', 'hasownproperty', 'prototype'];

const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
const rightToLeft = 'מסד הנתונים של החנות — قاعدة بيانات المتجر';

/** Old enough for an age. */
const metadata = { creationTimestamp: '2026-11-20T10:00:00Z' };

function made(apiVersion: string, kind: string, name: string, fields: Fields = {}): KubeObject {
  return object(apiVersion, kind, `${home}/${name}`, {
    ...fields,
    metadata: { ...metadata, ...fields.metadata },
  });
}

/** The objects, each kind in the order an API server lists it. */
export function extremeObjects(): readonly KubeObject[] {
  return [
    object('v1', 'Namespace', 'constructor', { metadata, status: { phase: 'Active' } }),
    object('v1', 'Namespace', home, {
      metadata: { ...metadata, annotations: { description: `${rightToLeft} ${script}` } },
      status: { phase: 'Active' },
    }),
    ...crowd(300),
    ...configMaps(),
    definition(),
    deep(200),
    ...knownNames.map((name) =>
      object('v1', 'ServiceAccount', `constructor/${name}`, { metadata }),
    ),
  ];
}

/** The same cluster a day before: a fifth of the Pods, and another text. */
export function extremesBefore(): readonly KubeObject[] {
  const pods = new Set(
    extremeObjects()
      .filter(({ kind }) => kind === 'Pod')
      .slice(60),
  );
  const names = new Set([...pods].map(({ metadata: { name } }) => name));
  return extremeObjects()
    .filter(({ kind, metadata: { name } }) => kind !== 'Pod' || !names.has(name))
    .map((each) =>
      each.kind === 'ConfigMap' && each.metadata.name === 'right-to-left'
        ? { ...each, data: { [rightToLeft]: 'אחר' } }
        : each,
    );
}

function crowd(size: number): readonly KubeObject[] {
  const labels = { app: 'crowd', constructor: 'none' };
  const container = { name: 'crowd', image: `registry.example.com/${'very/'.repeat(30)}long:1.0` };
  const template = { metadata: { labels }, spec: { containers: [container] } };
  const deployment = made('apps/v1', 'Deployment', 'crowd', {
    spec: { replicas: size, selector: { matchLabels: { app: 'crowd' } }, template },
    status: { replicas: size, readyReplicas: size - 1, updatedReplicas: size },
  });
  const replicaSet = ownedBy(
    deployment,
    made('apps/v1', 'ReplicaSet', 'crowd-6d4cf56db6', {
      spec: { replicas: size, selector: { matchLabels: { app: 'crowd' } }, template },
      status: { replicas: size, readyReplicas: size - 1 },
    }),
  );
  const pods = Array.from({ length: size }, (_, i) =>
    ownedBy(
      replicaSet,
      pod(`${home}/crowd-6d4cf56db6-${String(i).padStart(5, '0')}`, labels, {
        metadata,
        spec: { containers: [container], nodeName: longestName },
        status: { phase: i === 0 ? 'Pending' : 'Running', podIP: `10.1.${i >> 8}.${i & 255}` },
      }),
    ),
  );
  return [deployment, replicaSet, ...pods, service(`${home}/crowd`, { app: 'crowd' })];
}

function configMaps(): readonly KubeObject[] {
  const line = `key = "<i>&amp;${'x'.repeat(60)}"\n`;
  return [
    made('v1', 'ConfigMap', 'constructor', { data: { constructor: 'a', hasownproperty: 'b' } }),
    made('v1', 'ConfigMap', 'large', {
      data: {
        'app.toml': line.repeat(Math.ceil(450_000 / line.length)),
        'one-line.html': `<html>${'<i>&'.repeat(112_500)}`,
      },
    }),
    made('v1', 'ConfigMap', longestName, { data: { [longestName]: longestName } }),
    made('v1', 'ConfigMap', 'right-to-left', {
      metadata: {
        annotations: {
          description: rightToLeft,
          'example.com/script': script,
          'example.com/runbook': 'javascript:alert(1)',
        },
      },
      data: { [rightToLeft]: `${rightToLeft}\n\u202e${rightToLeft}` },
    }),
  ];
}

function definition(): KubeObject {
  return object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'towers.example.com', {
    metadata,
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Tower', plural: 'towers', singular: 'tower' },
      versions: [{ name: 'v1', served: true, storage: true }],
    },
  });
}

/** `spec.level.level.…`, every second one a list. */
function deep(levels: number): KubeObject {
  let value: unknown = script;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { level: value } : [value];
  return made('example.com/v1', 'Tower', 'deep', { spec: value });
}
