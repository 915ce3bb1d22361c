import type { ComponentCategory } from '#catalogue/components/component.ts';
import { all, type Cluster, type Running } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { readPod } from '#views/chapters/read.ts';
import { capital, join, spell, spellNumber } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';
import { corednsOf } from './network-facts.ts';

const categoryWords: Readonly<Partial<Record<ComponentCategory, string>>> = {
  'control-plane': 'of the control plane',
  dns: 'for DNS',
  network: 'for the network',
  storage: 'for storage',
  observability: 'for metrics and logs',
  security: 'for identities',
  ingress: 'for traffic from outside',
};

function wordsFor({ match }: Running): string {
  if (match === undefined) return 'that the catalogue does not know';
  const { id, category } = match.component;
  if (id === 'kube-proxy') return 'for Services';
  return categoryWords[category] ?? 'for other tasks';
}

function systemPods(cluster: Cluster): number {
  return all(cluster, 'Pod', 'kube-system').length;
}

function breakdown(cluster: Cluster): string | undefined {
  const groups = Map.groupBy(cluster.running('kube-system'), wordsFor);
  const counted = [...groups].map(([words, running]) => ({
    words,
    pods: running.reduce((sum, { pods }) => sum + pods.length, 0),
  }));
  const shown = counted.filter(({ pods }) => pods > 0).sort((a, b) => b.pods - a.pods);
  if (shown.length === 0) return undefined;
  if (cluster.running('kube-system').every(({ match }) => match === undefined)) {
    return 'the catalogue knows none of them';
  }
  const [only] = shown;
  if (shown.length === 1 && only !== undefined && only.pods > 1) return `all ${only.words}`;
  return join(shown.map(({ words, pods }) => `${spellNumber(pods)} ${words}`));
}

function others(cluster: Cluster): string | undefined {
  const running = corednsOf(cluster);
  const isHere = running?.root.object.metadata.namespace === 'kube-system';
  const dns = isHere ? running.pods.length : 0;
  const rest = systemPods(cluster) - dns;
  return dns > 0 && rest > 0 ? spell(rest, 'pod') : undefined;
}

function pending(cluster: Cluster): FactValue {
  if (capturedOf(cluster, 'pods') === 'not-captured') return '';
  const homeless = unscheduled(cluster).length;
  if (homeless === 0) return 'Every pod has one.';
  return homeless === 1
    ? 'One pod has none yet.'
    : `${capital(spell(homeless, 'pod'))} have none yet.`;
}

/** Pods that have no node, in the model's order. */
export function unscheduled(cluster: Cluster) {
  return all(cluster, 'Pod').filter((pod) => {
    const { spec, status } = readPod(pod);
    return spec?.nodeName === undefined && status?.phase === 'Pending';
  });
}

/** What runs in kube-system, and pods that do not run. */
export const runningFacts = {
  'kube-system.pods': (cluster) => {
    const pods = systemPods(cluster);
    return pods === 0 ? undefined : spell(pods, 'pod');
  },
  'kube-system.breakdown': breakdown,
  'kube-system.others': others,
  'pods.pending': pending,
  // Some programs that dump a cluster keep only what people wrote.
  'pods.no-status': (cluster) => {
    const pods = all(cluster, 'Pod', 'kube-system');
    return pods.length > 0 && pods.every(({ object }) => object['status'] === undefined);
  },
} satisfies FactTable;
