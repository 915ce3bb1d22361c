import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { endpointsOf } from '#views/chapters/endpoints.ts';
import { code } from '#views/chapters/prose.ts';
import { dnsDomain } from '#views/chapters/settings.ts';
import { codes, linkTo } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';
import { clusterIp } from './namespace-facts.ts';
import { dnsService } from './network-facts.ts';

const system = /^(?:default|kube-.*)$/;
const examples = new WeakMap<Cluster, Entry | undefined>();

/** A Service of people, with a cluster IP and something behind it; Service `kubernetes` where there is none. */
export function exampleService(cluster: Cluster): Entry | undefined {
  if (!examples.has(cluster)) {
    const services = all(cluster, 'Service').filter((entry) => clusterIp(entry) !== undefined);
    const own = services.find(
      (entry) =>
        !system.test(entry.object.metadata.namespace ?? '') &&
        endpointsOf(cluster, entry).length > 0,
    );
    const kubernetes = services.find(({ object }) => object.metadata.name === 'kubernetes');
    examples.set(cluster, own ?? kubernetes);
  }
  return examples.get(cluster);
}

function ofService(say: (service: Entry, domain: string, cluster: Cluster) => FactValue) {
  return (cluster: Cluster): FactValue => {
    const service = exampleService(cluster);
    return service && say(service, dnsDomain(cluster).domain, cluster);
  };
}

/**
 * One question to DNS, with the names of a Service of this cluster.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export const lookupFacts = {
  'lookup.service': ofService((service, _domain, cluster) => linkTo(cluster, service)),
  'lookup.namespace': ofService(({ object }) => code(object.metadata.namespace ?? '')),
  'lookup.full': ofService(({ object: { metadata } }, domain) =>
    code(`${metadata.name}.${metadata.namespace}.svc.${domain}`),
  ),
  'lookup.search': ofService(({ object: { metadata } }, domain) =>
    codes([`${metadata.namespace}.svc.${domain}`, `svc.${domain}`, domain]),
  ),
  'lookup.answer': ofService((service) => code(clusterIp(service) ?? '')),
  'lookup.endpoint': (cluster) => {
    const dns = dnsService(cluster);
    const [first] = dns === undefined ? [] : endpointsOf(cluster, dns);
    return first === undefined ? undefined : code(first);
  },
} satisfies FactTable;
