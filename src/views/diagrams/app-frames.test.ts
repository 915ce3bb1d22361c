import { expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object } from '#tests/fixtures/builders.ts';
import { namespaceDiagram } from './namespace.ts';

const hrefFor = (id: ObjectId) => `/${id}/`;

function drawn(...objects: readonly KubeObject[]): Diagram {
  const diagram = namespaceDiagram(modelOf(...objects), 'shop', hrefFor);
  if (diagram === undefined) throw new Error('There is no figure.');
  return diagram;
}

/** `frame: its boxes`, with what is around the frame; boxes in none stand under `-`. */
function frames({ nodes, groups }: Diagram): readonly string[] {
  const byGroup = Map.groupBy(nodes, ({ group }) => group);
  return [...byGroup].map(([id, boxes]) => {
    const frame = groups.find((group) => group.id === id);
    const outer = groups.find((group) => group.id === frame?.parent);
    const path = [outer?.label, frame?.label ?? '-'].filter(Boolean).join(' > ');
    return `${path}: ${boxes.map(({ kind, label }) => `${kind} ${label}`).join(', ')}`;
  });
}

function deployment(
  name: string,
  reads: readonly string[],
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  const envFrom = reads.map((secret) => ({ secretRef: { name: secret } }));
  return object('apps/v1', 'Deployment', `shop/${name}`, {
    metadata,
    spec: { template: { spec: { containers: [{ name: 'main', envFrom }] } } },
  });
}
const secret = (name: string) => object('v1', 'Secret', `shop/${name}`);
const label = (name: string, whole?: string) => ({
  labels: {
    'app.kubernetes.io/instance': name,
    ...(whole && { 'app.kubernetes.io/part-of': whole }),
  },
});

test('an application is a frame that leads to what runs it; what is missing stands with who names it', () => {
  const diagram = drawn(
    deployment('web', ['web', 'gone'], label('web')),
    deployment('lone', [], label('lone')),
    secret('web'),
  );
  expect(frames(diagram)).toEqual([
    '-: Deployment lone',
    'web: Deployment web, Secret, missing gone, Secret web',
  ]);
  expect(diagram.groups.map(({ href }) => href)).toEqual(['/Deployment.apps/shop/web/']);
  expect(diagram.caption).toContain(
    'A frame is an application, known by its app.kubernetes.io labels.',
  );
});

test('a Helm release and what only lines join are frames, too, each named as it is known', () => {
  const release = { annotations: { 'meta.helm.sh/release-name': 'db' } };
  const diagram = drawn(
    deployment('db', ['db'], release),
    deployment('web', ['web']),
    secret('db'),
    secret('web'),
  );
  expect(frames(diagram)).toEqual([
    'db · Helm release: Deployment db, Secret db',
    'web: Deployment web, Secret web',
  ]);
  expect(diagram.caption).toContain('known by its Helm release or by what uses what.');
});

test('around applications stands what they are part of, unless that is the namespace over again', () => {
  const of = (whole: string) =>
    drawn(
      deployment('web', ['web'], label('web', whole)),
      deployment('api', ['api'], label('api', whole)),
      secret('web'),
      secret('api'),
    );
  expect(frames(of('store'))).toEqual([
    'store > api: Deployment api, Secret api',
    'store > web: Deployment web, Secret web',
  ]);
  expect(frames(of('shop'))).toEqual([
    'api: Deployment api, Secret api',
    'web: Deployment web, Secret web',
  ]);
});

const users = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    deployment(`w${i}`, [`own${i}`, 'both'], label(`w${i}`)),
    secret(`own${i}`),
  ]).flat();

test('what several applications use has a box in each, and the figure says so', () => {
  const diagram = drawn(...users(2), secret('both'));
  expect(frames(diagram)).toEqual([
    'w0: Deployment w0, Secret both, Secret own0',
    'w1: Deployment w1, Secret both, Secret own1',
  ]);
  expect(diagram.edges).toHaveLength(4);
  expect(diagram.omitted).toBe('Drawn in each application that uses it: Secret both.');
});

test('what many use is left out, and the figure says that, too', () => {
  const diagram = drawn(...users(7), secret('both'));
  expect(diagram.nodes.filter(({ label: name }) => name === 'both')).toEqual([]);
  expect(diagram.omitted).toBe('Left out: Secret both, which 7 use.');
});
