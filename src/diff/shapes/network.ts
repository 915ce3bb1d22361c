/** What reaches what. Defaults: `pkg/apis/core/v1` and `networking/v1` of Kubernetes 1.36. */
import {
  bag,
  byKey,
  ignored,
  implied,
  intOrString,
  object,
  on,
  ordered,
  orElse,
  type Shape,
  set,
} from '#diff/shape.ts';
import { labelSelector } from './pod.ts';

export const service: Shape = object({
  spec: object({
    type: orElse('ClusterIP'),
    clusterIP: { scalar: 'allocated' },
    clusterIPs: ignored,
    healthCheckNodePort: ignored,
    ipFamilies: orElse(['IPv4'], ordered),
    ipFamilyPolicy: orElse('SingleStack'),
    internalTrafficPolicy: orElse('Cluster'),
    externalTrafficPolicy: orElse('Cluster'),
    sessionAffinity: orElse('None'),
    sessionAffinityConfig: implied({
      clientIP: implied({ timeoutSeconds: orElse(10800) }),
    }),
    allocateLoadBalancerNodePorts: on,
    publishNotReadyAddresses: orElse(false),
    externalIPs: set,
    loadBalancerSourceRanges: set,
    ports: byKey(
      [['name'], ['port', 'protocol'], ['port']],
      object({
        protocol: orElse('TCP'),
        targetPort: { ...intOrString, absentIn: ({ port }) => port },
        nodePort: ignored,
      }),
    ),
  }),
});

const peers = bag(
  object({
    podSelector: labelSelector,
    namespaceSelector: labelSelector,
    ipBlock: object({ except: set }),
  }),
);
const policyPorts = bag(object({ protocol: orElse('TCP'), port: intOrString }));

export const networkPolicy: Shape = object({
  spec: object({
    podSelector: labelSelector,
    policyTypes: set,
    ingress: bag(object({ from: peers, ports: policyPorts })),
    egress: bag(object({ to: peers, ports: policyPorts })),
  }),
});

export const ingress: Shape = object({
  spec: object({
    rules: bag(
      object({
        http: object({ paths: bag(object({ pathType: orElse('ImplementationSpecific') })) }),
      }),
    ),
    tls: bag(object({ hosts: set })),
  }),
});

const endpoint = object({
  addresses: set,
  conditions: implied({ ready: on, serving: on, terminating: orElse(false) }),
  targetRef: ignored,
});

export const endpointSlice: Shape = object({
  endpoints: bag(endpoint),
  ports: bag(object({ protocol: orElse('TCP') })),
});

const addresses = byKey([['ip']], object({ targetRef: ignored }));

export const endpoints: Shape = object({
  subsets: bag(
    object({
      addresses,
      notReadyAddresses: addresses,
      ports: bag(object({ protocol: orElse('TCP') })),
    }),
  ),
});

const parentRefs = bag(
  object({ group: orElse('gateway.networking.k8s.io'), kind: orElse('Gateway') }),
);
const backendRefs = byKey(
  [['name', 'port'], ['name']],
  object({ group: orElse(''), kind: orElse('Service'), weight: orElse(1) }),
);

/** Of the Gateway API; of two rules that match equally the first wins. */
export const httpRoute: Shape = object({
  spec: object({
    parentRefs,
    hostnames: set,
    rules: { list: 'ordered', items: object({ matches: bag(), backendRefs, filters: ordered }) },
  }),
});

export const gateway: Shape = object({ spec: object({ listeners: byKey([['name']]) }) });
