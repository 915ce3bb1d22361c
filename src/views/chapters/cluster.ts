import type { ControlPlane } from '#catalogue/control-plane.ts';
import { controlPlaneOf } from '#catalogue/control-plane.ts';
import { type Detection, detectDistribution, type Facet } from '#catalogue/detect-distribution.ts';
import type { Distribution } from '#catalogue/distribution.ts';
import { imagePath, imageTag } from '#catalogue/image.ts';
import { type ComponentMatch, matchComponent } from '#catalogue/match-component.ts';
import { minorOf } from '#catalogue/versions.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import { type GroupKind, type ObjectId, objectId } from '#snapshot/object-id.ts';
import type { Links } from '#views/links.ts';
import { readNode, readPod } from './read.ts';

/**
 * Something that runs: the outermost owner of its pods that the snapshot holds. Where it holds none, the
 * first of the pods stands for all with that owner.
 */
export interface Running {
  readonly root: Entry;
  /** In the model's order; the root itself when it is a pod. */
  readonly pods: readonly Entry[];
  /** Absent when the catalogue does not know it. */
  readonly match?: ComponentMatch | undefined;
}

/** A cluster as the chapters see it: the model, and what the catalogue makes of it. */
export interface Cluster {
  readonly model: Model;
  readonly links: Links;
  /** Version of the API server, or the nearest thing the snapshot knows. */
  readonly version: { readonly text: string; readonly from: string } | undefined;
  /** 36 for v1.36.2; undefined when no version is known. */
  readonly minor: number | undefined;
  readonly detection: Detection;
  /** The product, else the installer; undefined when neither is recognised. */
  readonly maker: Facet | undefined;
  readonly distribution: Distribution | undefined;
  readonly controlPlane: ControlPlane;
  /** Everything that runs in a namespace, in the order in which `kubectl get all` would name its pods. */
  running(namespace: string): readonly Running[];
  /** What runs as a component of the catalogue, in any namespace; certain matches only. */
  component(id: string): readonly Running[];
}

const podKind: GroupKind = { group: '', kind: 'Pod' };
const workloadKinds: readonly GroupKind[] = [
  { group: 'apps', kind: 'Deployment' },
  { group: 'apps', kind: 'DaemonSet' },
  { group: 'apps', kind: 'StatefulSet' },
];

/** The controller that a Pod names and the snapshot lacks. */
export function absentOwner({ object }: Entry): { kind: string; name: string } | undefined {
  const owner = object.metadata.ownerReferences?.find(({ kind }) => kind !== 'Node');
  return object.kind === 'Pod' && owner !== undefined
    ? { kind: owner.kind, name: owner.name }
    : undefined;
}

/** The Deployment behind a ReplicaSet that the snapshot lacks: its name ends in the hash of the template. */
function deploymentBehind(model: Model, pod: Entry): Entry | undefined {
  const { namespace, labels = {} } = pod.object.metadata;
  const { kind, name = '' } = absentOwner(pod) ?? {};
  const hash = `-${labels['pod-template-hash']}`;
  if (kind !== 'ReplicaSet' || !name.endsWith(hash)) return undefined;
  // One of that name is here and does not own the pod: the dump mixes two clusters, or two times.
  if (model.get(objectId({ group: 'apps', kind, namespace, name })) !== undefined) return undefined;
  const deployment = { group: 'apps', kind: 'Deployment', namespace };
  return model.get(objectId({ ...deployment, name: name.slice(0, -hash.length) }));
}

function rootOf(model: Model, pod: Entry): Entry {
  const chain = model.ownerChain(pod.id).filter(({ object }) => object.kind !== 'Node');
  return chain.at(-1) ?? deploymentBehind(model, pod) ?? pod;
}

/** What pods have in common: their root, or the name of an owner that is not here. */
function groupOf(pod: Entry, root: Entry): string {
  const owner = root === pod ? absentOwner(pod) : undefined;
  return owner === undefined
    ? root.id
    : `${pod.object.metadata.namespace} ${owner.kind} ${owner.name}`;
}

/** Everything that runs, read once a model. */
export const runningIn = oncePerModel(findRunning);

const runningByRoot = oncePerModel(
  (model) => new Map(runningIn(model).map((running) => [running.root.id, running])),
);

/** What runs with this object as its root. */
export const runningAt = question('runningAt', (model, id: ObjectId): Running | undefined =>
  runningByRoot(model).get(id),
);

function findRunning(model: Model): readonly Running[] {
  const byRoot = new Map<string, { root: Entry; pods: Entry[] }>();
  for (const pod of model.ofKind(podKind)) {
    const root = rootOf(model, pod);
    const group = groupOf(pod, root);
    const known = byRoot.get(group);
    if (known === undefined) byRoot.set(group, { root, pods: [pod] });
    else known.pods.push(pod);
  }
  // A workload without pods still belongs to the cluster, also where Pods were not captured.
  for (const root of workloadKinds.flatMap((kind) => model.ofKind(kind))) {
    const owned = model.ownerChain(root.id).length > 0;
    if (!owned && !byRoot.has(root.id)) byRoot.set(root.id, { root, pods: [] });
  }
  return [...byRoot.values()].map(({ root, pods }) => ({
    root,
    pods,
    match: matchComponent(pods[0]?.object ?? root.object),
  }));
}

/** Version in the tag of an image, if it is one of the API server. */
function apiServerTag({ image = '' }: { readonly image?: string | undefined }): string | undefined {
  return imagePath(image).endsWith('kube-apiserver') ? imageTag(image) : undefined;
}

function versionOf(model: Model): Cluster['version'] {
  const { cluster, inferred } = model.snapshot.manifest;
  const { version } = cluster;
  if (version !== undefined) return { text: version, from: inferred?.version ?? 'the API server' };
  const kubelets = model
    .ofKind({ group: '', kind: 'Node' })
    .map((node) => ({ text: readNode(node).status?.nodeInfo?.kubeletVersion, from: 'a kubelet' }));
  const images = model
    .ofKind(podKind)
    .flatMap((pod) => readPod(pod).spec?.containers.map(apiServerTag) ?? [])
    .map((text) => ({ text, from: 'the image of the API server' }));
  for (const { text, from } of [...images, ...kubelets]) {
    if (text !== undefined && minorOf(text) !== undefined) return { text, from };
  }
  return undefined;
}

/** Reads a snapshot once for all chapters. */
export function readCluster(model: Model, links: Links): Cluster {
  const detection = detectDistribution(model.snapshot);
  const maker =
    detection.facets.find(({ role }) => role === 'platform') ??
    detection.facets.find(({ role }) => role === 'installer');
  const version = versionOf(model);
  const running = runningIn(model);
  const byNamespace = Map.groupBy(running, ({ root }) => root.object.metadata.namespace ?? '');
  return {
    model,
    links,
    version,
    minor: minorOf(version?.text),
    detection,
    maker,
    distribution: maker?.distribution,
    controlPlane: controlPlaneOf(model.snapshot, detection),
    running: (namespace) => byNamespace.get(namespace) ?? [],
    component: (id) =>
      running.filter(({ match }) => match?.component.id === id && match.confidence === 'certain'),
  };
}

/** An object by its parts, if the snapshot holds it. */
export function find(
  { model }: Cluster,
  kind: string,
  namespace: string | undefined,
  name: string,
): Entry | undefined {
  const dot = kind.indexOf('.');
  const group = dot === -1 ? '' : kind.slice(dot + 1);
  return model.get(
    objectId({ group, kind: dot === -1 ? kind : kind.slice(0, dot), namespace, name }),
  );
}

/** All objects of a kind, `'Lease.coordination.k8s.io'`, in one namespace if one is given. */
export function all(
  { model }: Pick<Cluster, 'model'>,
  kind: string,
  namespace?: string,
): readonly Entry[] {
  const dot = kind.indexOf('.');
  const entries = model.ofKind({
    group: dot === -1 ? '' : kind.slice(dot + 1),
    kind: dot === -1 ? kind : kind.slice(0, dot),
  });
  return namespace === undefined
    ? entries
    : entries.filter(({ object }) => object.metadata.namespace === namespace);
}
