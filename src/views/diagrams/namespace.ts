import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Entry, Model } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { pluralKind } from '#views/kind-name.ts';
import type { HrefFor } from '#views/ref.ts';
import { count } from '#views/words.ts';
import { inAppFrames } from './app-frames.ts';
import { isShared, namespaceEdges, workloadOf } from './namespace-edges.ts';
import { objectNode } from './nodes.ts';

/** Drawn although nothing here refers to them. */
const drawnAlone = new Set([
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Service',
  'Ingress',
]);

/** From the entrance to the storage; the layout keeps this order where edges leave it a choice. */
const kindOrder = [
  'Gateway',
  'HTTPRoute',
  'Ingress',
  'Service',
  ...drawnAlone,
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
];

/**
 * What hangs together in a namespace: Ingress → Service → workload → what it reads, claims and runs as,
 * in frames of applications. Pods stand for their workload. `omitted` counts what has no line. `undefined`
 * when nothing has one.
 */
export function namespaceDiagram(
  model: Model,
  namespace: string,
  hrefFor: HrefFor,
): Diagram | undefined {
  const { nodes, edges, left } = namespaceBoxes(model, namespace, hrefFor);
  if (edges.length === 0) return undefined;
  const framed = inAppFrames(model, namespace, hrefFor, { nodes, edges });
  const omitted = [...framed.notes, ...omittedSentences(left)].join(' ');
  const caption = [
    `From entrance to storage in namespace ${namespace}.`,
    ...framed.meaning,
    'Pods stand for the workload that made them.',
  ];
  return {
    id: 'namespace',
    title: `What hangs together in namespace ${namespace}`,
    description: describe(nodes),
    caption: caption.join(' '),
    omitted: omitted === '' ? undefined : omitted,
    complete: { label: `All objects of ${namespace}`, href: '#objects' },
    groups: framed.groups,
    nodes: framed.nodes,
    edges: inOrderOf(framed.nodes, framed.edges),
  };
}

/** Boxes and lines of a namespace, in no frames, and the objects that have no line. */
export function namespaceBoxes(
  model: Model,
  namespace: string,
  hrefFor: HrefFor,
): Pick<Diagram, 'nodes' | 'edges'> & { readonly left: readonly Entry[] } {
  const entries = model.inNamespace(namespace);
  const { edges, nodes } = namespaceEdges(model, entries, namespace, hrefFor);
  const alone = entries.filter(({ id, object }) => {
    const isOwnBox = workloadOf(model, id) === id && object.kind !== 'Event';
    return isOwnBox && !nodes.has(id);
  });
  const standing = alone.filter(({ object }) => drawnAlone.has(object.kind));
  return {
    nodes: [
      ...nodes.values(),
      ...standing.map(({ id }) => objectNode(model, id, hrefFor, { namespace })),
    ].toSorted(inReadingOrder),
    edges,
    left: alone.filter(({ object }) => !drawnAlone.has(object.kind)),
  };
}

function inOrderOf(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
): readonly DiagramEdge[] {
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  const places = (id: string) => place.get(id) ?? 0;
  return edges.toSorted((a, b) => places(a.from) - places(b.from) || places(a.to) - places(b.to));
}

function inReadingOrder(a: DiagramNode, b: DiagramNode): number {
  const place = ({ kind }: DiagramNode) => {
    const found = kindOrder.findIndex((known) => kind === known || kind.startsWith(`${known},`));
    return found === -1 ? kindOrder.length : found;
  };
  return place(a) - place(b) || compareCodePoints(a.label, b.label);
}

function describe(nodes: readonly DiagramNode[]): string {
  const categories = Map.groupBy(nodes, ({ category }) => category);
  const parts = [
    count(categories.get('network')?.length ?? 0, 'network object'),
    count(categories.get('workload')?.length ?? 0, 'workload'),
    count(
      categories.get('config')?.length ?? 0,
      'piece of configuration',
      'pieces of configuration',
    ),
    count(categories.get('storage')?.length ?? 0, 'claim'),
  ];
  return `From entrance to storage, left to right: ${parts.join(', ')}.`;
}

function omittedSentences(left: readonly Entry[]): readonly string[] {
  const kinds = Map.groupBy(
    left.filter(({ id }) => !isShared(id)),
    ({ kind }) => kind.kind,
  );
  const counts = [...kinds.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    return [
      count(entries.length, first.kind.kind, pluralKind(first.kind.kind, first.resource.plural)),
    ];
  });
  return [
    ...(counts.length === 0 ? [] : [`Without a line here, so not drawn: ${counts.join(', ')}.`]),
    ...(left.some(({ id }) => isShared(id))
      ? [
          'Also left out: ConfigMap kube-root-ca.crt and ServiceAccount default, which nearly every Pod shares.',
        ]
      : []),
  ];
}
