import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { formatLabels } from './parts/label-selector.ts';
import { loadBalancer, loadBalancerAddresses } from './parts/load-balancer.ts';
import { refer, referBySelector } from './parts/refer.ts';
import {
  flag,
  type Infer,
  intOrString,
  list,
  number,
  part,
  strings,
  text,
} from './parts/schema.ts';
import type { Reference } from './reference.ts';

const schema = part({
  spec: part({
    type: text,
    clusterIP: text,
    clusterIPs: list(text),
    externalIPs: list(text),
    externalName: text,
    ports: list(
      part({
        name: text,
        port: number,
        targetPort: intOrString,
        nodePort: number,
        protocol: text,
      }),
    ),
    selector: strings,
    sessionAffinity: text,
    externalTrafficPolicy: text,
    internalTrafficPolicy: text,
    trafficDistribution: text,
    ipFamilyPolicy: text,
    loadBalancerClass: text,
    loadBalancerSourceRanges: list(text),
    publishNotReadyAddresses: flag,
  }),
  status: part({ loadBalancer }),
});
type Service = Read<Infer<typeof schema>>;
type Port = NonNullable<Service['spec']>['ports'][number];

export const service = defineKind({
  group: '',
  kind: 'Service',
  plural: 'services',
  shortNames: ['svc'],
  namespaced: true,
  category: 'network',
  glyph: 'service',
  role: 'A stable name and address in front of a changing set of pods.',
  breaks:
    'Its name no longer resolves and its address no longer answers, so every program that calls it fails although the pods run on.',
  inAll: true,
  schema,
  columns: {
    Name: nameCell,
    Type: ({ spec }) => typeOf(spec),
    'Cluster-IP': ({ spec }) => orNone(clusterAddresses(spec)[0]),
    'External-IP': externalAddress,
    'Port(s)': ({ spec }) => orNone(spec?.ports.map(portCell).join(',')),
    Age: ageCell,
  },
  wide: { Selector: ({ spec }) => formatLabels(spec?.selector) },
  facts: {
    Type: ({ spec }) => typeOf(spec),
    'DNS name': ({ metadata }) => `${metadata.name}.${metadata.namespace}.svc`,
    'Cluster IPs': ({ spec }) => clusterAddresses(spec),
    'IP family policy': ({ spec }) => spec?.ipFamilyPolicy,
    Ports: ({ spec }) => spec?.ports.map(portLine),
    Selector: ({ spec }) => (hasSelector(spec) ? formatLabels(spec?.selector) : undefined),
    'Session affinity': ({ spec }) => spec?.sessionAffinity,
    'External traffic policy': ({ spec }) => spec?.externalTrafficPolicy,
    'Internal traffic policy': ({ spec }) => spec?.internalTrafficPolicy,
    'Traffic distribution': ({ spec }) => spec?.trafficDistribution,
    'Load balancer class': ({ spec }) => spec?.loadBalancerClass,
    'Open to': ({ spec }) => spec?.loadBalancerSourceRanges,
    'Pods that are not ready': ({ spec }) =>
      spec?.publishNotReadyAddresses === true ? 'are published too' : undefined,
  },
  health,
  // Without a selector somebody else writes the endpoints, and an external name has none.
  references: ({ metadata: { namespace }, spec }) => [
    ...referBySelector('selects', 'Pod', {
      selector: hasSelector(spec) ? { matchLabels: spec?.selector ?? {} } : undefined,
      namespace,
      path: 'spec.selector',
      detail: portsText(spec?.ports ?? []),
    }),
    ...otherService(spec),
  ],
});

const inCluster = /^([^.]+)\.([^.]+)\.svc(?:\.|$)/;

/** A Service may be another name of one elsewhere: `api.shop.svc.cluster.local`. */
function otherService(spec: Service['spec']): readonly Reference[] {
  if (typeOf(spec) !== 'ExternalName') return [];
  const [, name, namespace] = inCluster.exec(spec?.externalName ?? '') ?? [];
  return refer('routes', 'Service', { name, namespace, path: 'spec.externalName' });
}

function typeOf(spec: Service['spec']): string {
  return spec?.type ?? 'ClusterIP';
}

function hasSelector(spec: Service['spec']): boolean {
  return typeOf(spec) !== 'ExternalName' && Object.keys(spec?.selector ?? {}).length > 0;
}

// Servers before 1.20 know one address only.
function clusterAddresses(spec: Service['spec']): readonly string[] {
  if (spec === undefined) return [];
  return spec.clusterIPs.length > 0 ? spec.clusterIPs : [spec.clusterIP ?? ''].filter(Boolean);
}

function externalAddress({ spec, status }: Service): string {
  const external = spec?.externalIPs ?? [];
  switch (typeOf(spec)) {
    case 'ClusterIP':
    case 'NodePort':
      return orNone(external.join(','));
    case 'LoadBalancer':
      return [...loadBalancerAddresses(status?.loadBalancer), ...external].join(',') || '<pending>';
    case 'ExternalName':
      return spec?.externalName ?? '';
    default:
      return '<unknown>';
  }
}

function portCell({ port, nodePort, protocol = 'TCP' }: Port): string {
  return nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`;
}

/** `https: 443 → 8443/TCP, node port 31443`. */
function portLine(port: Port): string {
  const { name, nodePort, protocol = 'TCP' } = port;
  const prefix = name ? `${name}: ` : '';
  return `${prefix}${routeOf(port)}/${protocol}${nodePort ? `, node port ${nodePort}` : ''}`;
}

function routeOf({ port, targetPort = `${port}` }: Port): string {
  return targetPort === `${port}` ? `${port}` : `${port} → ${targetPort}`;
}

/** `port 443 → 8443`, `ports 53, 9153`; a port that TCP and UDP share counts once. */
function portsText(ports: readonly Port[]): string | undefined {
  const routes = [...new Set(ports.map(routeOf))];
  if (routes.length === 0) return undefined;
  return `${routes.length === 1 ? 'port' : 'ports'} ${routes.join(', ')}`;
}

function health(object: Service): Health | undefined {
  const word = externalAddress(object);
  return word === '<pending>' ? { state: 'warn', word } : undefined;
}
