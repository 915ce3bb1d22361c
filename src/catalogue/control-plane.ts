import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf, type ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { componentById } from './components/components.ts';
import type { Confidence, Detection } from './detect-distribution.ts';
import type { Distribution } from './distribution.ts';
import { matchComponent } from './match-component.ts';
import { objectsOf } from './observed.ts';
import { workloadOf } from './workload.ts';

/** The parts that make a control plane, in the order of the pages. */
export const controlPlaneParts = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
] as const;
export type ControlPlanePart = (typeof controlPlaneParts)[number];

/**
 * Where the control plane is, judged from objects:
 *
 * - `static-pods`: all parts are pods that a kubelet starts from files.
 * - `regular-pods`: the API server is a pod that a workload owns.
 * - `mixed`: the API server is a static pod, but not every part is a pod.
 * - `host-process`: the API server has the address of a node, but is no pod.
 * - `hidden`: it runs on machines that are not nodes.
 * - `unknown`: the snapshot does not show enough to tell.
 */
export type ControlPlaneMode =
  | 'static-pods'
  | 'regular-pods'
  | 'mixed'
  | 'host-process'
  | 'hidden'
  | 'unknown';

/** What a snapshot shows of the control plane. */
export interface ControlPlane {
  readonly mode: ControlPlaneMode;
  /** The pods of each part; empty where none is in the snapshot. */
  readonly pods: Readonly<Record<ControlPlanePart, readonly ObjectId[]>>;
  /** What decided the mode: a clause whose identifiers stand between backticks. */
  readonly reason: string;
  /** `likely`: concluded from the distribution, or from pods that may not be all. */
  readonly confidence: Confidence;
}

const Slice = z.object({
  endpoints: z.array(z.object({ addresses: z.array(z.string()).catch([]) })).catch([]),
});
const Endpoints = z.object({
  subsets: z
    .array(z.object({ addresses: z.array(z.object({ ip: z.string() })).catch([]) }))
    .catch([]),
});
const Addresses = z.object({
  status: z
    .object({ addresses: z.array(z.object({ type: z.string(), address: z.string() })).catch([]) })
    .catch({ addresses: [] }),
});

/** Addresses of the API server, from the EndpointSlice or Endpoints behind Service `kubernetes`. */
export function apiServerAddresses(snapshot: Snapshot): readonly string[] {
  const ofService = ({ metadata }: KubeObject): boolean =>
    metadata.namespace === 'default' &&
    (metadata.name === 'kubernetes' ||
      metadata.labels?.['kubernetes.io/service-name'] === 'kubernetes');
  const slices = objectsOf(snapshot, 'EndpointSlice')
    .filter(ofService)
    .flatMap((object) => Slice.parse(object).endpoints.flatMap(({ addresses }) => addresses));
  const endpoints = objectsOf(snapshot, 'Endpoints')
    .filter(ofService)
    .flatMap((object) =>
      Endpoints.parse(object).subsets.flatMap(({ addresses }) => addresses.map(({ ip }) => ip)),
    );
  return [...new Set([...slices, ...endpoints])];
}

function nodeAddresses(snapshot: Snapshot): ReadonlySet<string> {
  return new Set(
    objectsOf(snapshot, 'Node').flatMap((object) =>
      Addresses.parse(object)
        .status.addresses.filter(({ type }) => type === 'InternalIP')
        .map(({ address }) => address),
    ),
  );
}

// A cluster has thousands of pods that are none of these.
const partComponents = controlPlaneParts.flatMap((part) => componentById(part) ?? []);

function podsOfParts(snapshot: Snapshot): Record<ControlPlanePart, ObjectId[]> {
  const pods: Record<ControlPlanePart, ObjectId[]> = {
    etcd: [],
    'kube-apiserver': [],
    'kube-controller-manager': [],
    'kube-scheduler': [],
  };
  for (const object of objectsOf(snapshot, 'Pod')) {
    const id = matchComponent(object, partComponents)?.component.id;
    const part = controlPlaneParts.find((name) => name === id);
    // An etcd that an application brings along is not the datastore of the cluster.
    if (part !== undefined && !(part === 'etcd' && workloadOf(object)?.owner !== 'static pod')) {
      pods[part].push(idOf(object));
    }
  }
  return pods;
}

function isStatic(snapshot: Snapshot, id: ObjectId | undefined): boolean {
  const object = objectsOf(snapshot, 'Pod').find((pod) => idOf(pod) === id);
  return object !== undefined && workloadOf(object)?.owner === 'static pod';
}

/** Where a distribution keeps the API server that is no pod: a clause. */
export function placeOnMachine({ name, service, homes = {} }: Distribution): string {
  const home = homes['kube-apiserver']?.replace(/\.$/, '').replace(/^It /, 'it ');
  return home ?? `on ${name} it is part of the service \`${service}\` of a machine`;
}

// A pod that is not in part of the pods may be in the rest.
function hasAllPods({ manifest }: Snapshot): boolean {
  return manifest.resources.some(
    ({ group, plural, status }) => group === '' && plural === 'pods' && status === 'complete',
  );
}

function surely(isSure: boolean): Confidence {
  return isSure ? 'certain' : 'likely';
}

function withoutPods(snapshot: Snapshot, { facets }: Detection): Omit<ControlPlane, 'pods'> {
  const platform = facets.find(({ role }) => role === 'platform');
  const maker = platform?.distribution;
  const nodes = nodeAddresses(snapshot);
  const addresses = apiServerAddresses(snapshot);
  const shared = addresses.find((address) => nodes.has(address));
  if (shared !== undefined) {
    const reason = `no pod runs the API server, yet it answers on \`${shared}\`, the address of a node`;
    return { mode: 'host-process', reason, confidence: surely(hasAllPods(snapshot)) };
  }
  if (platform !== undefined && maker?.provider !== undefined) {
    const reason = `no pod runs the API server; on ${maker.name} that is the business of ${maker.provider}`;
    return { mode: 'hidden', reason, confidence: platform.confidence };
  }
  if (maker?.service !== undefined) {
    const reason = `no pod runs the API server; ${placeOnMachine(maker)}`;
    return { mode: 'host-process', reason, confidence: 'likely' };
  }
  const [address] = addresses;
  if (address !== undefined && nodes.size > 0 && objectsOf(snapshot, 'Pod').length > 0) {
    const reason = `no pod runs the API server, and its address \`${address}\` belongs to no node`;
    // The address may as well be one that several API servers share.
    return { mode: 'hidden', reason, confidence: 'likely' };
  }
  return {
    mode: 'unknown',
    confidence: 'likely',
    reason: 'the snapshot holds no pod of the API server and no address that tells where it is',
  };
}

/** Where the control plane of a snapshot's cluster is. */
export function controlPlaneOf(snapshot: Snapshot, detection: Detection): ControlPlane {
  const pods = podsOfParts(snapshot);
  const [apiServer] = pods['kube-apiserver'];
  if (apiServer === undefined) return { pods, ...withoutPods(snapshot, detection) };
  if (!isStatic(snapshot, apiServer)) {
    const reason = 'the API server is a pod that a workload owns';
    return { pods, mode: 'regular-pods', reason, confidence: 'certain' };
  }
  const missing = controlPlaneParts.filter((part) => pods[part].length === 0);
  if (missing.length === 0) {
    const reason = 'all four parts are mirror pods of static pods';
    return { pods, mode: 'static-pods', reason, confidence: 'certain' };
  }
  const reason = `the API server is a static pod, but the snapshot holds no pod of ${missing.map((part) => `\`${part}\``).join(' or ')}`;
  return { pods, mode: 'mixed', reason, confidence: surely(hasAllPods(snapshot)) };
}
