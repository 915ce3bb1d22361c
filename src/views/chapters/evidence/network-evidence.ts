import type { Part } from '#catalogue/distribution.ts';
import type { Entry } from '#model/model.ts';
import { type Cluster, find } from '#views/chapters/cluster.ts';
import { endpointsBehind } from '#views/chapters/endpoints.ts';
import { exampleService } from '#views/chapters/facts/lookup-facts.ts';
import { kubernetesService } from '#views/chapters/facts/namespace-facts.ts';
import { dnsService, homeOf } from '#views/chapters/facts/network-facts.ts';
import { waitingForNetwork } from '#views/chapters/facts/pod-network-facts.ts';
import { classOf, exampleClaim, storageClasses } from '#views/chapters/facts/storage-facts.ts';
import { packetPath } from '#views/chapters/packet-path.ts';
import { code, text } from '#views/chapters/prose.ts';
import { requestPath } from '#views/chapters/request-path.ts';
import { corefileMap, flagOf, proxyConfig, systemConfig } from '#views/chapters/settings.ts';
import { kindOfRunning, linkTo, linkToRunning } from '#views/chapters/wording.ts';
import { type Evidence, field, flagIn, listRead, lists, madeBy, noClaim } from './say.ts';

function ofService(path: string, find: (cluster: Cluster) => Entry | undefined): Evidence {
  return (cluster) => field(cluster, path, find(cluster));
}

/** Where a distribution keeps a part that is no pod, if that is known of it. */
function home(part: Part): Evidence {
  return (cluster) => (homeOf(cluster, part) === undefined ? undefined : madeBy(cluster));
}

/** Which objects say what is behind a Service. */
function behind(find: (cluster: Cluster) => Entry | undefined): Evidence {
  return (cluster) => {
    const service = find(cluster);
    const known = service && endpointsBehind(cluster, service);
    if (service === undefined || known === undefined) return undefined;
    const [pod] = known.list.flatMap((end) => end.pod ?? []);
    switch (known.from) {
      case 'slices':
        return [text('The EndpointSlices of Service '), linkTo(cluster, service), text('.')];
      case 'endpoints':
        return [text('The Endpoints of Service '), linkTo(cluster, service), text('.')];
      case 'selector':
        return [
          text('No EndpointSlice was captured. These pods are ready and have the labels that '),
          code('spec.selector'),
          text(' of Service '),
          linkTo(cluster, service),
          text(' wants.'),
        ];
      case 'api-servers':
        return [
          text('No EndpointSlice was captured. The pods of the API server have these addresses'),
          ...(pod === undefined ? [] : [text(', as '), linkTo(cluster, pod)]),
          text('.'),
        ];
    }
  };
}

const proxyMode: Evidence = (cluster) => {
  const config = proxyConfig(cluster);
  if (config !== undefined) return field(cluster, `data["${config.key}"]`, config.entry);
  const [running] = cluster.component('kube-proxy');
  return running && [text('Recognised as kube-proxy: '), linkTo(cluster, running.root), text('.')];
};

const coredns: Evidence = (cluster) => {
  const [running] = cluster.component('coredns');
  const pod = running?.pods[0] ?? running?.root;
  return field(cluster, 'spec.containers[0].image', pod);
};

const corednsPods: Evidence = (cluster) => {
  const [running] = cluster.component('coredns');
  return (
    running && [
      text(`Pods that ${kindOfRunning(running)} `),
      linkToRunning(cluster, running),
      text(' owns.'),
    ]
  );
};

/** The domain of Service names stands in the Corefile, else in what kubeadm wrote down. */
const domain: Evidence = (cluster) =>
  field(cluster, 'data.Corefile', corefileMap(cluster)) ??
  field(cluster, 'data.ClusterConfiguration', systemConfig(cluster, 'kubeadm-config'));

const clusterIp = 'spec.clusterIPs';
const dnsIp = ofService(clusterIp, dnsService);

const defaultClass: Evidence = (cluster) => {
  const [first] = storageClasses(cluster);
  return first && listRead(cluster, 'storageclasses.storage.k8s.io');
};

/** A field of the class of the claim that the chapter follows. */
function ofClass(path: string): Evidence {
  return (cluster) => {
    const example = exampleClaim(cluster);
    return example && field(cluster, path, classOf(cluster, example));
  };
}

const entrances = lists(
  'services',
  'ingresses.networking.k8s.io',
  'gateways.gateway.networking.k8s.io',
  'pods',
);

/** A flag of the API server, where it is set. */
const nodePorts: Evidence = (cluster) => {
  const flag = 'service-node-port-range';
  const [pod] = cluster.component('kube-apiserver').flatMap(({ pods }) => pods);
  return flagOf(cluster, 'kube-apiserver', flag) === undefined
    ? undefined
    : flagIn(cluster, flag, pod);
};

/** Where the address from outside is written: the Ingress or Gateway, else the Service of its controller. */
const address: Evidence = (cluster) => {
  const known = requestPath(cluster)?.address;
  return known && field(cluster, known.field, known.of);
};

/** The Service before the controller. */
const edgeService: Evidence = (cluster) => field(cluster, 'spec.ports', requestPath(cluster)?.edge);

const policies: Evidence = (cluster) => listRead(cluster, 'networkpolicies.networking.k8s.io');

/** What chapters say of Services, names, addresses, volumes and ways in. */
export const networkEvidence: Readonly<Record<string, Evidence>> = {
  'kubernetes.ip': ofService(clusterIp, kubernetesService),
  'kubernetes.ip-port': ofService(clusterIp, kubernetesService),
  'kubernetes.port': ofService('spec.ports', kubernetesService),
  'kubernetes.target-port': ofService('spec.ports', kubernetesService),
  'kubernetes.no-selector': ofService('spec', kubernetesService),
  'kubernetes.endpoints': behind(kubernetesService),
  'dns.ip': dnsIp,
  'dns.ip-port': dnsIp,
  'dns.endpoints': behind(dnsService),
  'dns.example-name': domain,
  'dns.home': home('dns'),
  'coredns.pods': corednsPods,
  'coredns.version': coredns,
  'coredns.spread': coredns,
  'coredns.silent': (cluster) =>
    field(cluster, 'status.conditions', cluster.component('coredns')[0]?.pods[0]),
  'dns.renamed': noClaim,
  'coredns.corefile': noClaim,
  'coredns.forward': domain,
  'coredns.node-resolver': noClaim,
  'lookup.namespace': noClaim,
  'lookup.full': domain,
  'lookup.search': domain,
  'lookup.answer': ofService(clusterIp, exampleService),
  'lookup.endpoint': behind(dnsService),
  'proxy.lead': proxyMode,
  'proxy.mode': proxyMode,
  'proxy.mode-source': noClaim,
  'proxy.pods': proxyMode,
  'proxy.static-pods': proxyMode,
  'proxy.home': home('kube-proxy'),
  'pod-network.path': (cluster) => packetPath(cluster)?.proof,
  'pod-network.missing': (cluster) =>
    field(cluster, 'status.conditions', waitingForNetwork(cluster)[0]),
  'pod-network.missing-on': noClaim,
  'pod-network.absent': (cluster) => listRead(cluster, 'pods'),
  'pod-network.home': home('pod-network'),
  'network-policies.count': policies,
  'network-policies.verb': noClaim,
  'network-policies.none': policies,
  'network-policies.enforced': noClaim,
  'node-ports.range': nodePorts,
  'entrances.summary': entrances,
  'entrances.none': entrances,
  'request.controller': noClaim,
  'request.gateway': (cluster) => {
    const { gateway, entry } = requestPath(cluster) ?? {};
    return gateway && field(cluster, 'spec.parentRefs', entry);
  },
  'request.host': noClaim,
  'request.rule': noClaim,
  'request.port': noClaim,
  'request.address': address,
  'request.node-port': edgeService,
  'request.open-node-port': edgeService,
  'request.way-in': edgeService,
  'request.choice': behind((cluster) => requestPath(cluster)?.service),
  'entrances.broken': (cluster) => listRead(cluster, 'services'),
  'storage.waiting': (cluster) => listRead(cluster, 'storageclasses.storage.k8s.io'),
  'request.endpoint': behind((cluster) => requestPath(cluster)?.service),
  'request.node': noClaim,
  'storage.classes': defaultClass,
  'storage.default-provisioner': defaultClass,
  'storage.none': (cluster) => listRead(cluster, 'storageclasses.storage.k8s.io'),
  'storage.claims': (cluster) => listRead(cluster, 'persistentvolumeclaims'),
  'claim.size': (cluster) =>
    field(cluster, 'spec.resources.requests', exampleClaim(cluster)?.claim),
  'claim.waits-sentence': ofClass('volumeBindingMode'),
  'claim.provisioner': ofClass('provisioner'),
  'claim.reclaim': ofClass('reclaimPolicy'),
  'docker-desktop.storage-image': (cluster) =>
    field(
      cluster,
      'spec.containers[0].image',
      find(cluster, 'Pod', 'kube-system', 'storage-provisioner'),
    ),
};
