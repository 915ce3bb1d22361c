import type { Cluster } from '#views/chapters/cluster.ts';
import { text } from '#views/chapters/prose.ts';
import { kindOfRunning, linkToRunning } from '#views/chapters/wording.ts';
import { clusterEvidence } from './cluster-evidence.ts';
import { controlEvidence } from './control-evidence.ts';
import { networkEvidence } from './network-evidence.ts';
import { type Evidence, flagIn, listRead, type Proof } from './say.ts';

/** How each fact is known that is not a link to what proves it. */
const evidence: Readonly<Record<string, Evidence>> = {
  ...clusterEvidence,
  ...controlEvidence,
  ...networkEvidence,
};

/** Facts whose names end in a name of the cluster's or the catalogue's. */
const families: Readonly<Record<string, (rest: string, cluster: Cluster) => Proof | undefined>> = {
  captured: () => undefined,
  complete: (resource, cluster) => listRead(cluster, resource),
  kind: () => undefined,
  component(id, cluster) {
    const [running] = cluster.component(id);
    if (running === undefined) return undefined;
    return [text(`${kindOfRunning(running)} `), linkToRunning(cluster, running), text('.')];
  },
  flag(rest, cluster) {
    const [component = '', flag = ''] = rest.split('.');
    return flagIn(cluster, flag, cluster.component(component)[0]?.pods[0]);
  },
};

/** Whether it was thought of how a fact is known; what is a link to its proof needs no entry. */
export function hasEvidence(name: string): boolean {
  return Object.hasOwn(evidence, name) || Object.hasOwn(families, name.split('.')[0] ?? '');
}

/** How a fact is known; undefined where it speaks for itself. */
export function evidenceFor(name: string, cluster: Cluster): Proof | undefined {
  if (Object.hasOwn(evidence, name)) return evidence[name]?.(cluster);
  const [family = '', ...rest] = name.split('.');
  return Object.hasOwn(families, family) ? families[family]?.(rest.join('.'), cluster) : undefined;
}
