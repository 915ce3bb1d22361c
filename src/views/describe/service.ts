import { formatLabels } from '#kinds/parts/label-selector.ts';
import { type Infer, list, number, part, strings, text } from '#kinds/parts/schema.ts';
import type { Describer, Subject } from './describer.ts';
import { type Draft, plain, value, values } from './description.ts';
import { endpointList } from './parts/endpoint-list.ts';
import { metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';

const Port = part({
  name: text,
  port: number,
  nodePort: number,
  protocol: text,
  appProtocol: text,
  targetPort: { read: (written: unknown) => text.read(written) ?? number.read(written) },
});

const Service = part({
  spec: part({
    type: text,
    selector: strings,
    ipFamilyPolicy: text,
    ipFamilies: list(text),
    clusterIP: text,
    clusterIPs: list(text),
    externalIPs: list(text),
    loadBalancerIP: text,
    externalName: text,
    ports: list(Port),
    sessionAffinity: text,
    externalTrafficPolicy: text,
    internalTrafficPolicy: text,
    healthCheckNodePort: number,
    loadBalancerSourceRanges: list(text),
    trafficDistribution: text,
  }),
  status: part({
    loadBalancer: part({ ingress: list(part({ ip: text, hostname: text, ipMode: text })) }),
  }),
});
type Service = Infer<typeof Service>;

/** The addresses behind each port come from the EndpointSlices. */
export const describeService: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Service.read(object) ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    value('Selector', formatLabels(spec?.selector)),
    value('Type', spec?.type ?? ''),
    ...addressItems(spec, status),
    ...(spec?.ports ?? []).flatMap((port) => portItems(port, subject)),
    ...policyItems(spec),
  ];
};

function addressItems(spec: Service['spec'], status: Service['status']): Draft {
  const given = status?.loadBalancer?.ingress ?? [];
  const addresses = given.map(({ ip, ipMode, hostname = '' }) =>
    ip ? `${ip}${ipMode ? ` (${ipMode})` : ''}` : hostname,
  );
  return [
    value('IP Family Policy', spec?.ipFamilyPolicy),
    values('IP Families', spec?.ipFamilies ?? [], ','),
    value('IP', spec?.clusterIP ?? ''),
    values('IPs', spec?.clusterIPs ?? [], ','),
    spec?.externalIPs.length ? values('External IPs', spec.externalIPs, ',') : undefined,
    value('Desired LoadBalancer IP', spec?.loadBalancerIP || undefined),
    value('External Name', spec?.externalName || undefined),
    addresses.length > 0 ? values('LoadBalancer Ingress', addresses, ', ') : undefined,
  ];
}

function portItems(port: Infer<typeof Port>, { model, entry }: Subject): Draft {
  const { name, protocol = 'TCP', targetPort = port.port, nodePort } = port;
  const label = name || '<unset>';
  return [
    value('Port', { text: label, aside: `${port.port ?? 0}/${protocol}` }),
    value('TargetPort', `${targetPort ?? 0}/${protocol}`),
    value('AppProtocol', port.appProtocol),
    nodePort ? value('NodePort', { text: label, aside: `${nodePort}/${protocol}` }) : undefined,
    value('Endpoints', endpointList(model, entry.object.metadata, name ?? '')),
  ];
}

function policyItems(spec: Service['spec']): Draft {
  const ranges = spec?.loadBalancerSourceRanges ?? [];
  return [
    value('Session Affinity', spec?.sessionAffinity ?? ''),
    value('External Traffic Policy', spec?.externalTrafficPolicy || undefined),
    value('Internal Traffic Policy', spec?.internalTrafficPolicy),
    plain('HealthCheck NodePort', spec?.healthCheckNodePort || undefined),
    ranges.length > 0 ? values('LoadBalancer Source Ranges', ranges, ',') : undefined,
    value('Traffic Distribution', spec?.trafficDistribution),
  ];
}
