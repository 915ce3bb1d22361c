import type { ObjectId } from '#snapshot/object-id.ts';
import type { Observed, ObservedNode } from './observed.ts';

/** A mark that a distribution leaves in objects. Regular expressions are matched without case. */
export type Signal =
  /** A label or annotation of a node whose key begins so. Makers moved marks between the two. */
  | { readonly by: 'node-key'; readonly prefix: string }
  | { readonly by: 'provider-id'; readonly pattern: RegExp }
  | { readonly by: 'kubelet-version'; readonly pattern: RegExp }
  | { readonly by: 'os-image'; readonly pattern: RegExp }
  /** Against the path of the image, see {@link imagePath}. */
  | { readonly by: 'pod-image'; readonly pattern: RegExp }
  | { readonly by: 'pod-label'; readonly key: string; readonly value: string }
  | { readonly by: 'pod-annotation'; readonly prefix: string }
  | { readonly by: 'provisioner'; readonly name: string }
  | { readonly by: 'api-group'; readonly group: string }
  | { readonly by: 'namespace'; readonly name: string }
  /** A ConfigMap of kube-system. */
  | { readonly by: 'config-map'; readonly name: string }
  /** `clusterName` in kubeadm's own ConfigMap. */
  | { readonly by: 'cluster-name'; readonly pattern: RegExp }
  | { readonly by: 'all'; readonly signals: readonly Signal[] };

/** Why a verdict was reached. */
export interface Evidence {
  /** A noun phrase, "node `a` with OS image `b`"; identifiers stand between backticks. */
  readonly text: string;
  /** The object that shows it; the first where several do. */
  readonly object?: ObjectId | undefined;
  /** Share of the nodes that show it, 0–1; absent when it is not about nodes. */
  readonly nodeShare?: number;
}

type Finder<By extends Signal['by']> = (
  signal: Extract<Signal, { by: By }>,
  observed: Observed,
) => readonly Evidence[];

function onNodes(
  { nodes }: Observed,
  find: (node: ObservedNode) => string | undefined,
): readonly Evidence[] {
  const hits = nodes.flatMap((node) => {
    const text = find(node);
    return text === undefined ? [] : [{ node, text }];
  });
  const [first] = hits;
  if (first === undefined) return [];
  const { id, name } = first.node;
  const subject =
    nodes.length === 1 ? `node \`${name}\`` : `${hits.length} of ${nodes.length} nodes`;
  return [{ text: `${subject} ${first.text}`, object: id, nodeShare: hits.length / nodes.length }];
}

const finders: { readonly [By in Signal['by']]: Finder<By> } = {
  'node-key': ({ prefix }, observed) =>
    onNodes(observed, ({ labels, annotations }) => {
      const label = Object.keys(labels).find((key) => key.startsWith(prefix));
      if (label !== undefined) return `with the label \`${label}\``;
      const annotation = Object.keys(annotations).find((key) => key.startsWith(prefix));
      return annotation === undefined ? undefined : `with the annotation \`${annotation}\``;
    }),
  'provider-id': ({ pattern }, observed) =>
    onNodes(observed, ({ providerId }) =>
      pattern.test(providerId)
        ? `whose \`spec.providerID\` begins with \`${providerId.replace(/:\/\/.*$/, '://')}\``
        : undefined,
    ),
  'kubelet-version': ({ pattern }, observed) =>
    onNodes(observed, ({ kubelet }) =>
      pattern.test(kubelet) ? `with kubelet version \`${kubelet}\`` : undefined,
    ),
  'os-image': ({ pattern }, observed) =>
    onNodes(observed, ({ osImage }) =>
      pattern.test(osImage) ? `with OS image \`${osImage}\`` : undefined,
    ),
  'pod-image': ({ pattern }, { images }) => {
    const found = images.find(({ path }) => pattern.test(path));
    if (found === undefined) return [];
    const { image, pod } = found;
    return [{ text: `pod \`${pod.name}\` with image \`${image}\``, object: pod.id }];
  },
  'pod-label': ({ key, value }, { pods }) => {
    const pod = pods.find(({ labels }) => labels[key] === value);
    if (pod === undefined) return [];
    return [{ text: `pod \`${pod.name}\` with the label \`${key}=${value}\``, object: pod.id }];
  },
  'pod-annotation': ({ prefix }, { pods }) => {
    for (const { id, name, annotations } of pods) {
      const key = Object.keys(annotations).find((candidate) => candidate.startsWith(prefix));
      if (key !== undefined) {
        return [{ text: `pod \`${name}\` with the annotation \`${key}\``, object: id }];
      }
    }
    return [];
  },
  provisioner: ({ name }, { provisioners }) => {
    const found = provisioners.find(({ provisioner }) => provisioner === name);
    if (found === undefined) return [];
    return [{ text: `a StorageClass with provisioner \`${name}\``, object: found.id }];
  },
  'api-group': ({ group }, { groups }) =>
    groups.has(group) ? [{ text: `the API group \`${group}\`` }] : [],
  namespace: ({ name }, { namespaces }) =>
    namespaces.has(name) ? [{ text: `the namespace \`${name}\`` }] : [],
  'config-map': ({ name }, { configMaps }) =>
    configMaps.has(name) ? [{ text: `ConfigMap \`kube-system/${name}\`` }] : [],
  'cluster-name': ({ pattern }, { configMaps }) => {
    const written = configMaps.get('kubeadm-config')?.['ClusterConfiguration'] ?? '';
    const name = /^clusterName: (.+)$/m.exec(written)?.[1]?.trim() ?? '';
    if (!pattern.test(name)) return [];
    return [{ text: `\`clusterName: ${name}\` in ConfigMap \`kube-system/kubeadm-config\`` }];
  },
  all: ({ signals }, observed) => {
    const found = signals.map((signal) => findSignal(signal, observed));
    return found.every((evidence) => evidence.length > 0) ? found.flat() : [];
  },
};

/** Where a snapshot shows a signal; empty when nowhere. */
export function findSignal(signal: Signal, observed: Observed): readonly Evidence[] {
  const find = finders[signal.by] as Finder<typeof signal.by>;
  return find(signal as never, observed);
}
