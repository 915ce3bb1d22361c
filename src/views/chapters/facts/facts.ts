import type { Cluster } from '#views/chapters/cluster.ts';
import { all } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, type Prose } from '#views/chapters/prose.ts';
import { flagOf } from '#views/chapters/settings.ts';
import { linkToComponent } from '#views/chapters/wording.ts';
import { accessFacts } from './access-facts.ts';
import { admissionFacts } from './admission-facts.ts';
import { clusterFacts } from './cluster-facts.ts';
import { controlPlaneFacts } from './control-plane-facts.ts';
import { extensionFacts } from './extension-facts.ts';
import { type FactTable, type FactValue, factProse } from './fact.ts';
import { identityFacts } from './identity-facts.ts';
import { leaseFacts } from './lease-facts.ts';
import { leftOverFacts } from './left-over-facts.ts';
import { lookupFacts } from './lookup-facts.ts';
import { namespaceFacts } from './namespace-facts.ts';
import { networkFacts } from './network-facts.ts';
import { nodeAgentFacts } from './node-agent-facts.ts';
import { nodeLossFacts } from './node-loss-facts.ts';
import { packetFacts } from './packet-facts.ts';
import { podNetworkFacts } from './pod-network-facts.ts';
import { runningFacts } from './running-facts.ts';
import { storageFacts } from './storage-facts.ts';
import { trafficFacts } from './traffic-facts.ts';

/** Every fact with a name of its own. */
export const facts: FactTable = {
  ...clusterFacts,
  ...namespaceFacts,
  ...runningFacts,
  ...controlPlaneFacts,
  ...leaseFacts,
  ...networkFacts,
  ...storageFacts,
  ...accessFacts,
  ...admissionFacts,
  ...lookupFacts,
  ...leftOverFacts,
  ...extensionFacts,
  ...nodeLossFacts,
  ...trafficFacts,
  ...nodeAgentFacts,
  ...podNetworkFacts,
  ...packetFacts,
  ...identityFacts,
};

/** Facts whose names end in a name of the cluster's or the catalogue's. */
const families: Readonly<Record<string, (rest: string, cluster: Cluster) => FactValue>> = {
  /** `captured.leases.coordination.k8s.io`: at least some of the resource was read. */
  captured: (resource, cluster) => capturedOf(cluster, resource) !== 'not-captured',
  /** `complete.configmaps`: all of the resource was read, so what is not there does not exist. */
  complete: (resource, cluster) => capturedOf(cluster, resource) === 'complete',
  /** `component.coredns`: a link to what runs as it. */
  component: (id, cluster) => linkToComponent(cluster, id),
  /** `flag.etcd.data-dir`: the flag with its value. */
  flag(rest, cluster) {
    const [component = '', flag = ''] = rest.split('.');
    const value = flagOf(cluster, component, flag);
    return value === undefined ? undefined : code(`--${flag}${value === '' ? '' : `=${value}`}`);
  },
  /** `kind.Event`: there is an object of the kind. */
  kind: (kind, cluster) => all(cluster, kind).length > 0,
};

/** Names an author may write, for the message about one that is none. */
export function factNames(): readonly string[] {
  return [...Object.keys(facts), ...Object.keys(families).map((family) => `${family}.…`)];
}

function family(name: string): string | undefined {
  const first = name.split('.')[0] ?? '';
  return Object.hasOwn(families, first) && name.length > first.length + 1 ? first : undefined;
}

/** Whether there is a fact of that name, known or not. */
export function isFact(name: string): boolean {
  return Object.hasOwn(facts, name) || family(name) !== undefined;
}

/** The words of a fact about a cluster; undefined when the snapshot does not know it. */
export function lookUp(name: string, cluster: Cluster): readonly Prose[] | undefined {
  if (Object.hasOwn(facts, name)) return factProse(facts[name]?.(cluster));
  const first = family(name);
  if (first === undefined) return undefined;
  return factProse(families[first]?.(name.slice(first.length + 1), cluster));
}
