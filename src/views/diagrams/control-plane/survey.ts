import {
  type ControlPlane,
  type ControlPlanePart,
  controlPlaneOf,
} from '#catalogue/control-plane.ts';
import { detectDistribution } from '#catalogue/detect-distribution.ts';
import { parseFlags } from '#catalogue/flags/command-line.ts';
import type { DiagramEdge } from '#diagrams/diagram.ts';
import type { Entry, Model } from '#model/model.ts';
import { type GroupKind, objectId } from '#snapshot/object-id.ts';
import { commandLine, readEndpoints, readSlice } from '#views/chapters/read.ts';
import type { HrefFor } from '#views/ref.ts';

/** What the map of the control plane is drawn from. */
export interface Survey {
  readonly model: Model;
  readonly hrefFor: HrefFor;
  readonly plane: ControlPlane;
  /** Who runs the hidden control plane, if anybody is known to: `Amazon`. */
  readonly provider: string | undefined;
  readonly nodes: readonly Entry[];
  /** Whether the API server itself is in the snapshot, as a Pod. */
  readonly seesServer: boolean;
  /** Where clients reach the API server, and what says so. */
  readonly apiPort: { readonly port: string; readonly proof?: string };
}

/** Looks at a snapshot once for all parts of the map. */
export function survey(model: Model, hrefFor: HrefFor): Survey {
  const detection = detectDistribution(model.snapshot);
  const plane = controlPlaneOf(model.snapshot, detection);
  const platform = detection.facets.find(({ role }) => role === 'platform');
  return {
    model,
    hrefFor,
    plane,
    provider: platform?.distribution?.provider,
    nodes: model.ofKind({ group: '', kind: 'Node' }),
    seesServer: plane.pods['kube-apiserver'].length > 0,
    apiPort: apiPortOf(model, plane),
  };
}

function apiPortOf(model: Model, { mode }: ControlPlane): Survey['apiPort'] {
  return provenApiPort(model) ?? { port: mode === 'hidden' ? '443' : '6443' };
}

/**
 * Where the API server listens, if the snapshot tells, and what says so. The port of Service
 * `kubernetes` is 443 everywhere; its endpoints say more.
 */
export function provenApiPort(
  model: Model,
): { readonly port: string; readonly proof: string } | undefined {
  const slices = model.ofKind({ group: 'discovery.k8s.io', kind: 'EndpointSlice' });
  const slice = slices.find(({ object: { metadata } }) => {
    const service = metadata.labels?.['kubernetes.io/service-name'];
    return metadata.namespace === 'default' && service === 'kubernetes';
  });
  const inSlice = slice && readSlice(slice).ports?.[0]?.port;
  if (inSlice !== undefined) {
    return { port: String(inSlice), proof: 'EndpointSlice of Service kubernetes' };
  }
  const endpoints = model.get(
    objectId({ group: '', kind: 'Endpoints', namespace: 'default', name: 'kubernetes' }),
  );
  const inEndpoints = endpoints && readEndpoints(endpoints).subsets?.[0]?.ports?.[0]?.port;
  return inEndpoints === undefined
    ? undefined
    : { port: String(inEndpoints), proof: 'Endpoints of Service kubernetes' };
}

/** The Pods of a part of the control plane. */
export function podsOf({ model, plane }: Survey, part: ControlPlanePart): readonly Entry[] {
  return plane.pods[part].flatMap((id) => model.get(id) ?? []);
}

/** Value of a flag of a part's first Pod. */
export function flagOf(seen: Survey, part: ControlPlanePart, flag: string): string | undefined {
  const [pod] = podsOf(seen, part);
  const flags = pod === undefined ? [] : parseFlags(commandLine(pod, part));
  return flags.find(({ name }) => name === flag)?.value;
}

/** An object of kube-system by kind and name. */
export function inKubeSystem({ model }: Survey, kind: GroupKind, name: string): Entry | undefined {
  return model.get(objectId({ ...kind, namespace: 'kube-system', name }));
}

/** The Lease through which a component of kube-system elects its leader. */
export function leaseOf(seen: Survey, name: string): Entry | undefined {
  return inKubeSystem(seen, { group: 'coordination.k8s.io', kind: 'Lease' }, name);
}

/**
 * How sure an edge to the API server is: one that nothing proves is typical, and where the server is
 * out of sight every edge to it has an end that is not visible.
 */
export function serverEvidence(seen: Survey, proof: string | undefined): DiagramEdge['evidence'] {
  if (!seen.seesServer) return 'unseen';
  return proof === undefined ? 'typical' : 'proven';
}
