import { namespacePurpose, systemNamespaces } from '#catalogue/namespaces.ts';
import type { Entry } from '#model/model.ts';
import { isAddress } from '#views/chapters/address.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { endpointsOf } from '#views/chapters/endpoints.ts';
import { inGetAll } from '#views/chapters/get-all.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { readService } from '#views/chapters/read.ts';
import { codes, countKinds, join, linkTo, spell, spellNumber } from '#views/chapters/wording.ts';
import { codeOf, type FactTable } from './fact.ts';

/** Service `kubernetes`, which the API server keeps in every cluster. */
export function kubernetesService(cluster: Cluster): Entry | undefined {
  return find(cluster, 'Service', 'default', 'kubernetes');
}

function specOf(cluster: Cluster) {
  const entry = kubernetesService(cluster);
  return entry === undefined ? undefined : readService(entry).spec;
}

/** Cluster IP of a Service; undefined for headless ones and where it was lost. */
export function clusterIp(entry: Entry): string | undefined {
  const { clusterIPs = [], clusterIP } = readService(entry).spec ?? {};
  const ip = clusterIPs[0] ?? clusterIP;
  return ip === undefined || ip === 'None' || !isAddress(ip) ? undefined : ip;
}

function leftOut(cluster: Cluster, namespace: string): string | undefined {
  const others = cluster.model
    .inNamespace(namespace)
    .filter((entry) => !inGetAll(entry) && entry.object.kind !== 'Event');
  return others.length === 0 ? undefined : countKinds(others);
}

function namespacesBreakdown(cluster: Cluster): string | undefined {
  const names = all(cluster, 'Namespace').map(({ object }) => object.metadata.name);
  const count = (madeBy: string) =>
    names.filter((name) => (namespacePurpose(name)?.madeBy ?? 'people') === madeBy).length;
  const kubernetes = count('Kubernetes');
  if (names.length === 0) return undefined;
  if (kubernetes === names.length) {
    return kubernetes === 1
      ? 'it comes with Kubernetes itself'
      : 'all of them come with Kubernetes itself';
  }
  const parts = [
    [kubernetes, kubernetes === 1 ? 'comes with Kubernetes' : 'come with Kubernetes'],
    [count('distribution'), 'with the distribution'],
    [count('add-on'), 'with well-known add-ons'],
    [count('people'), count('people') === 1 ? 'was made here' : 'were made here'],
  ] as const;
  return join(
    parts
      .filter(([number]) => number > 0)
      .map(([number, words]) => `${spellNumber(number)} ${words}`),
  );
}

function missingSystem(cluster: Cluster): Prose[] | undefined {
  const names = new Set(all(cluster, 'Namespace').map(({ object }) => object.metadata.name));
  // Heartbeats got a namespace of their own in 1.14.
  const isOlder = cluster.minor !== undefined && cluster.minor < 14;
  const missing = systemNamespaces.filter(
    (name) => !names.has(name) && !(isOlder && name === 'kube-node-lease'),
  );
  if (names.size === 0 || missing.length === 0) return undefined;
  return [
    ...codes(missing),
    text(missing.length === 1 ? ': every cluster has it' : ': every cluster has them'),
  ];
}

function defaultLines(cluster: Cluster): string | undefined {
  const shown = cluster.model.inNamespace('default').filter(inGetAll);
  return shown.length === 1 ? 'one line' : undefined;
}

/** Namespaces, and what stands in `default`. */
export const namespaceFacts = {
  'default.lines': defaultLines,
  'default.left-out': (cluster) => leftOut(cluster, 'default'),
  'kube-system.left-out': (cluster) => leftOut(cluster, 'kube-system'),
  'kubernetes.service': (cluster) => {
    const entry = kubernetesService(cluster);
    return entry && linkTo(cluster, entry);
  },
  'kubernetes.ip': (cluster) => {
    const entry = kubernetesService(cluster);
    return entry && codeOf(clusterIp(entry));
  },
  'kubernetes.ip-port': (cluster) => {
    const entry = kubernetesService(cluster);
    const ip = entry && clusterIp(entry);
    const port = specOf(cluster)?.ports[0]?.port;
    return ip === undefined || port === undefined ? undefined : code(`${ip}:${port}`);
  },
  'kubernetes.port': (cluster) => codeOf(specOf(cluster)?.ports[0]?.port?.toString()),
  'kubernetes.target-port': (cluster) => codeOf(specOf(cluster)?.ports[0]?.targetPort),
  'kubernetes.no-selector': (cluster) => {
    const spec = specOf(cluster);
    return spec !== undefined && Object.keys(spec.selector ?? {}).length === 0;
  },
  'kubernetes.endpoints': (cluster) => {
    const entry = kubernetesService(cluster);
    const endpoints = entry === undefined ? [] : endpointsOf(cluster, entry);
    return endpoints.length === 0 ? undefined : codes(endpoints, 'or');
  },
  'namespaces.count': (cluster) => {
    const { length } = all(cluster, 'Namespace');
    return length === 0 ? undefined : spell(length, 'namespace');
  },
  'namespaces.inferred': (cluster) =>
    all(cluster, 'Namespace').every(({ inferred }) => inferred !== undefined),
  'namespaces.breakdown': namespacesBreakdown,
  'namespaces.mentioned': ({ model }) =>
    model.namespaces.length === 0 ? undefined : spell(model.namespaces.length, 'namespace'),
  'namespaces.missing-system': missingSystem,
  'config-maps.count': (cluster) => {
    const { length } = all(cluster, 'ConfigMap', 'kube-system');
    return length === 0 ? undefined : spell(length, 'ConfigMap');
  },
  'root-ca.everywhere': (cluster) =>
    find(cluster, 'ConfigMap', 'kube-public', 'kube-root-ca.crt') !== undefined,
} satisfies FactTable;
