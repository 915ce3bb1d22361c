import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf, type ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { imagePath } from './image.ts';

const text = z.string().default('').catch('');
const strings = z.record(z.string(), z.string()).default({}).catch({});

const NodeShape = z.object({
  metadata: z
    .object({ labels: strings, annotations: strings })
    .catch({ labels: {}, annotations: {} }),
  spec: z.object({ providerID: text }).default({ providerID: '' }).catch({ providerID: '' }),
  status: z
    .object({
      nodeInfo: z.object({ kubeletVersion: text, osImage: text }),
      addresses: z
        .array(z.object({ type: text, address: text }))
        .default([])
        .catch([]),
    })
    .catch({ nodeInfo: { kubeletVersion: '', osImage: '' }, addresses: [] }),
});

const PodShape = z.object({
  metadata: z
    .object({ labels: strings, annotations: strings })
    .catch({ labels: {}, annotations: {} }),
  spec: z
    .object({ containers: z.array(z.object({ name: text, image: text })) })
    .catch({ containers: [] }),
});

const ClassShape = z.object({ provisioner: text });
const ConfigMapShape = z.object({ data: strings });

/** What a node shows of its maker. Empty strings and maps where the snapshot has nothing. */
export interface ObservedNode {
  readonly id: ObjectId;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly providerId: string;
  readonly kubelet: string;
  readonly osImage: string;
}

/** What a pod shows of its maker. */
export interface ObservedPod {
  readonly id: ObjectId;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** An image that containers run, init containers aside, and the first pod that does. */
export interface ObservedImage {
  readonly image: string;
  /** Its repository, as `imagePath` has it. */
  readonly path: string;
  readonly pod: ObservedPod;
}

/** The fields of a snapshot that tell distributions apart. */
export interface Observed {
  readonly nodes: readonly ObservedNode[];
  readonly pods: readonly ObservedPod[];
  /** In the order of the pods; ten thousand of them run a few hundred images. */
  readonly images: readonly ObservedImage[];
  readonly provisioners: readonly { readonly id: ObjectId; readonly provisioner: string }[];
  readonly groups: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  /** `data` of the ConfigMaps of kube-system, by name. */
  readonly configMaps: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** The group of each kind that is looked at: Longhorn and others have Nodes of their own. */
const groups = {
  Node: '',
  Pod: '',
  Namespace: '',
  ConfigMap: '',
  Endpoints: '',
  EndpointSlice: 'discovery.k8s.io',
  StorageClass: 'storage.k8s.io',
} as const;

/** Objects of one kind of Kubernetes, whatever version of its group they were read in. */
export function objectsOf(snapshot: Snapshot, kind: keyof typeof groups): readonly KubeObject[] {
  return snapshot.lists.flatMap(({ resource, objects }) =>
    resource.kind === kind && resource.group === groups[kind] ? objects : [],
  );
}

function observeNode(object: KubeObject): ObservedNode {
  const { metadata, spec, status } = NodeShape.parse(object);
  return {
    id: idOf(object),
    name: object.metadata.name,
    labels: metadata.labels,
    annotations: metadata.annotations,
    providerId: spec.providerID,
    kubelet: status.nodeInfo.kubeletVersion,
    osImage: status.nodeInfo.osImage,
  };
}

function observePods(objects: readonly KubeObject[]): Pick<Observed, 'pods' | 'images'> {
  const images = new Map<string, ObservedImage>();
  const pods = objects.map((object) => {
    const { metadata, spec } = PodShape.parse(object);
    const pod = { id: idOf(object), name: object.metadata.name, ...metadata };
    for (const { image } of spec.containers) {
      if (!images.has(image)) images.set(image, { image, path: imagePath(image), pod });
    }
    return pod;
  });
  return { pods, images: [...images.values()] };
}

/** Gathers the signals of a snapshot. What was not captured is empty; the rules then find nothing. */
export function observe(snapshot: Snapshot): Observed {
  const configMaps = objectsOf(snapshot, 'ConfigMap').filter(
    ({ metadata }) => metadata.namespace === 'kube-system',
  );
  return {
    nodes: objectsOf(snapshot, 'Node').map(observeNode),
    ...observePods(objectsOf(snapshot, 'Pod')),
    provisioners: objectsOf(snapshot, 'StorageClass').map((object) => ({
      id: idOf(object),
      provisioner: ClassShape.catch({ provisioner: '' }).parse(object).provisioner,
    })),
    groups: new Set(snapshot.manifest.resources.map(({ group }) => group)),
    namespaces: new Set(objectsOf(snapshot, 'Namespace').map(({ metadata }) => metadata.name)),
    configMaps: new Map(
      configMaps.map((object) => [object.metadata.name, ConfigMapShape.parse(object).data]),
    ),
  };
}
