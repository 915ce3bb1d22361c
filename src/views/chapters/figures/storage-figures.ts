import type { DiagramEdge } from '#diagrams/diagram.ts';
import type { Entry } from '#model/model.ts';
import { find } from '#views/chapters/cluster.ts';
import { exampleClaim } from '#views/chapters/facts/storage-facts.ts';
import { readPod } from '#views/chapters/read.ts';
import { type FigureMaker, objectBox, proven } from './parts.ts';

/** A pod, its claim, the volume and its class. */
const claim: FigureMaker = (cluster) => {
  const example = exampleClaim(cluster);
  if (example === undefined) return undefined;
  const { claim: request, volume, pod } = example;
  const neighbours = cluster.model
    .edgesFrom(volume.id)
    .map(({ to }) => cluster.model.get(to))
    .filter((entry): entry is Entry => entry?.object.kind === 'StorageClass');
  const attachment = cluster.model
    .edgesTo(volume.id)
    .map(({ from }) => cluster.model.get(from))
    .find((entry) => entry?.object.kind === 'VolumeAttachment');
  const node = find(cluster, 'Node', undefined, readPod(pod).spec?.nodeName ?? '');
  const boxes = [pod, request, volume, ...neighbours.slice(0, 1), attachment, node].filter(
    (entry) => entry !== undefined,
  );
  const edges: (DiagramEdge | undefined)[] = [
    proven(pod.id, request.id, 'claims', 'spec.volumes'),
    proven(request.id, volume.id, 'bound to', 'spec.volumeName'),
    neighbours[0] && proven(volume.id, neighbours[0].id, 'class', 'spec.storageClassName'),
    attachment && proven(attachment.id, volume.id, 'attaches', 'spec.source'),
    attachment && node && proven(attachment.id, node.id, 'to', 'spec.nodeName'),
    node && proven(pod.id, node.id, 'runs on', 'spec.nodeName'),
  ];
  return {
    id: 'claim',
    title: 'From a pod to its volume',
    description: 'A pod names a claim, the claim is bound to a volume, the volume is of a class.',
    caption: `The claim ${request.object.metadata.name} as an example.`,
    nodes: boxes.map((entry) => objectBox(cluster, entry)),
    groups: [],
    edges: edges.filter((edge) => edge !== undefined),
  };
};

export const storageFigures = { claim };
