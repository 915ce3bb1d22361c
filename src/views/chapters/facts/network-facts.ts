import type { Part } from '#catalogue/distribution.ts';
import { imageTag } from '#catalogue/image.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find, type Running } from '#views/chapters/cluster.ts';
import { endpointsOf } from '#views/chapters/endpoints.ts';
import { code, marked, type Prose, text } from '#views/chapters/prose.ts';
import { configText, readPod } from '#views/chapters/read.ts';
import {
  corefile,
  dnsDomain,
  flagsOf,
  proxyConfig,
  systemConfig,
  yamlValue,
} from '#views/chapters/settings.ts';
import {
  codes,
  kindOfRunning,
  linkTo,
  linkToComponent,
  linkToRunning,
  spell,
} from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';
import { clusterIp } from './namespace-facts.ts';

/** The Service under whose address pods ask for names. Its usual name is older than CoreDNS. */
export function dnsService(cluster: Cluster): Entry | undefined {
  return (
    find(cluster, 'Service', 'kube-system', 'kube-dns') ??
    find(cluster, 'Service', 'openshift-dns', 'dns-default') ??
    // RKE2 names it after its chart, and keeps the label.
    all(cluster, 'Service', 'kube-system').find(
      (entry) =>
        entry.object.metadata.labels?.['k8s-app'] === 'kube-dns' && clusterIp(entry) !== undefined,
    )
  );
}

function dnsIp(cluster: Cluster): string | undefined {
  const service = dnsService(cluster);
  return service && clusterIp(service);
}

/** What runs as CoreDNS: its workload, where pods were captured that belong to none. */
export function corednsOf(cluster: Cluster): Running | undefined {
  return cluster.component('coredns').find(({ root }) => root.object.kind !== 'ReplicaSet');
}

function replicaSet(cluster: Cluster): FactValue {
  const [pod] = corednsOf(cluster)?.pods ?? [];
  if (pod === undefined) return undefined;
  const owner = cluster.model.ownerChain(pod.id).find(({ object }) => object.kind === 'ReplicaSet');
  return owner && linkTo(cluster, owner);
}

function corednsVersion(cluster: Cluster): FactValue {
  const [pod] = corednsOf(cluster)?.pods ?? [];
  const image = pod && readPod(pod).spec?.containers[0]?.image;
  return imageTag(image ?? '')?.replace(/^v/, '');
}

function isReady(pod: Entry): boolean {
  const conditions = readPod(pod).status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

function isSpread(cluster: Cluster): boolean {
  const [pod] = corednsOf(cluster)?.pods ?? [];
  const preferred =
    (pod && readPod(pod).spec?.affinity?.podAntiAffinity)
      ?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.some(
    ({ podAffinityTerm }) => podAffinityTerm?.topologyKey === 'kubernetes.io/hostname',
  );
}

/** kube-proxy as a DaemonSet, the usual form. */
export function proxyDaemonSet(cluster: Cluster): Entry | undefined {
  return cluster.component('kube-proxy').find(({ root }) => root.object.kind === 'DaemonSet')?.root;
}

function isMirror({ object }: Entry): boolean {
  return object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined;
}

/** Network plugins that always do the work of kube-proxy, too. */
const replacing = ['gke-anetd', 'ovn-kubernetes', 'openshift-sdn'];

/** What does the work of kube-proxy where there is none, if the snapshot proves it. */
function proxyReplacement(cluster: Cluster): Prose | undefined {
  if (cluster.component('kube-proxy').length > 0) return undefined;
  const cilium = systemConfig(cluster, 'cilium-config');
  const replaces = cilium && configText(cilium).get('kube-proxy-replacement');
  if (replaces === 'true' || replaces === 'strict') return linkToComponent(cluster, 'cilium');
  return replacing.map((id) => linkToComponent(cluster, id)).find((link) => link !== undefined);
}

function proxyMode(cluster: Cluster): string | undefined {
  const mode = yamlValue(proxyConfig(cluster)?.text, 'mode');
  return mode === '' ? 'iptables' : mode;
}

function proxyModeSource(cluster: Cluster): FactValue {
  const config = proxyConfig(cluster);
  if (config === undefined) return undefined;
  const written = yamlValue(config.text, 'mode');
  const where = [text(' in ConfigMap '), linkTo(cluster, config.entry)];
  if (written === '') {
    return [code('mode: ""'), ...where, text('. Empty means iptables on Linux.')];
  }
  return [code(`mode: ${written}`), ...where, text('.')];
}

function proxyLead(cluster: Cluster): FactValue {
  const mode = proxyMode(cluster);
  if (cluster.component('kube-proxy').length > 0) {
    return mode === undefined
      ? 'kube-proxy on the node of the client sees to it.'
      : `kube-proxy in mode ${mode}, on the node of the client, sees to it.`;
  }
  const replacement = proxyReplacement(cluster);
  const how = mode === undefined ? '' : ` in mode ${mode}`;
  return replacement && [replacement, text(`${how}, on the node of the client, sees to it.`)];
}

/** Components that connect pods, the most specific first. */
const podNetworks = [
  'gke-anetd',
  'cilium',
  'canal',
  'calico-node',
  'aws-node',
  'kindnet',
  'flannel',
  'kube-router',
  'antrea',
  'ovn-kubernetes',
  'openshift-sdn',
  'kube-ovn',
  'weave-net',
  'azure-cns',
  'gke-netd',
];

/** What connects the pods, if it is something that runs as pods. */
export function podNetwork(cluster: Cluster): Running | undefined {
  for (const id of podNetworks) {
    const [found] = cluster.component(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a part lives when it is no pod, as is usual with this distribution: a sentence. */
export function homeOf(cluster: Cluster, part: Part): string | undefined {
  // The bridge of one machine, of which minikube makes use, connects nobody to a second.
  const isBridge = part === 'pod-network' && cluster.distribution?.id === 'minikube';
  if (isBridge && all(cluster, 'Node').length > 1) return undefined;
  return cluster.distribution?.homes?.[part];
}

/** DNS, Services and the network of pods. */
export const networkFacts = {
  'dns.seen': (cluster) => corednsOf(cluster) !== undefined || dnsIp(cluster) !== undefined,
  'dns.service': (cluster) => {
    const service = dnsService(cluster);
    return service && linkTo(cluster, service);
  },
  // Named otherwise than everywhere else.
  'dns.renamed': (cluster) => {
    const service = dnsService(cluster);
    return service !== undefined && service.object.metadata.name !== 'kube-dns';
  },
  'dns.ip': (cluster) => codeOf(dnsIp(cluster)),
  'dns.ip-port': (cluster) => {
    const ip = dnsIp(cluster);
    return ip === undefined ? undefined : code(`${ip}:53`);
  },
  'dns.endpoints': (cluster) => {
    const service = dnsService(cluster);
    const endpoints = service === undefined ? [] : endpointsOf(cluster, service);
    return endpoints.length === 0 ? undefined : codes(endpoints, 'or');
  },
  'dns.example-name': (cluster) => {
    const { domain, proven } = dnsDomain(cluster);
    const name = code(`kubernetes.default.svc.${domain}`);
    return proven ? name : [name, text(' with the usual domain')];
  },
  'dns.home': ({ distribution }) => marked(distribution?.homes?.dns ?? ''),
  'coredns.workload': (cluster) => {
    const running = corednsOf(cluster);
    return running && linkToRunning(cluster, running);
  },
  'coredns.pods': (cluster) => {
    const { length } = corednsOf(cluster)?.pods ?? [];
    return length === 0 ? undefined : spell(length, 'pod');
  },
  'coredns.replica-set': replicaSet,
  'coredns.version': corednsVersion,
  'coredns.spread': isSpread,
  // The pods are there, and nobody answers. A dump without their status does not tell.
  'coredns.silent': (cluster) => {
    const pods = corednsOf(cluster)?.pods ?? [];
    const areTold = pods.every((pod) => readPod(pod).status?.phase !== undefined);
    return pods.length > 0 && areTold && !pods.some(isReady);
  },
  'coredns.node-resolver': (cluster) => {
    const [pod] = corednsOf(cluster)?.pods ?? [];
    return pod !== undefined && readPod(pod).spec?.dnsPolicy === 'Default';
  },
  'coredns.corefile': (cluster) => corefile(cluster) !== undefined,
  'coredns.forward': (cluster) => {
    const target = /^\s*forward\s+\S+\s+([^\n{]+)/m.exec(corefile(cluster) ?? '')?.[1];
    return codeOf(target?.trim().replaceAll('"', ''));
  },
  'proxy.workload': (cluster) => {
    const entry = proxyDaemonSet(cluster);
    return entry && linkTo(cluster, entry);
  },
  'proxy.static-pods': (cluster) =>
    cluster.component('kube-proxy').some(({ root }) => isMirror(root)) &&
    proxyDaemonSet(cluster) === undefined,
  'proxy.pods': (cluster) => {
    const [running] = cluster.component('kube-proxy');
    if (running === undefined || isMirror(running.root)) return undefined;
    return proxyDaemonSet(cluster) === undefined ? spell(running.pods.length, 'pod') : undefined;
  },
  'proxy.replacement': proxyReplacement,
  'proxy.mode': proxyMode,
  'proxy.mode-source': proxyModeSource,
  'proxy.config': (cluster) => {
    const config = proxyConfig(cluster);
    return config && [text('ConfigMap '), linkTo(cluster, config.entry)];
  },
  'proxy.flags': (cluster) => flagsOf(cluster, 'kube-proxy').length > 0,
  'proxy.home': ({ distribution }) => marked(distribution?.homes?.['kube-proxy'] ?? ''),
  'proxy.lead': proxyLead,
  'pod-network.workload': (cluster) => {
    const running = podNetwork(cluster);
    return running && [text(`${kindOfRunning(running)} `), linkToRunning(cluster, running)];
  },
  'pod-network.role': (cluster) => podNetwork(cluster)?.match?.component.role,
  'pod-network.home': (cluster) => marked(homeOf(cluster, 'pod-network') ?? ''),
} satisfies FactTable;
