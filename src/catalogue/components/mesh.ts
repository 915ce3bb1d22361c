import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const meshComponents: readonly Component[] = [
  {
    id: 'istiod',
    name: 'istiod',
    category: 'mesh',
    role: 'Istio control plane: pushes configuration and certificates to proxies.',
    owners: ['Deployment'],
    namespaces: ['istio-system'],
    labels: ['app=istiod', 'istio=pilot'],
    image: /istio\/pilot|\/pilot$/i,
    ports: [
      { number: 15012, for: 'configuration and certificates for proxies, over mutual TLS' },
      { number: 15010, for: 'the same in plain text' },
      { number: 15017, for: 'injection and validation webhooks' },
      { number: 15014, for: 'metrics' },
      { number: 8080, for: 'readiness and debugging' },
    ],
    connections: [
      {
        from: { name: 'Istio proxies', components: ['istio-proxy', 'istio-ztunnel'] },
        port: 15012,
        over: 'xDS over mutual TLS',
        for: 'get configuration and certificates',
      },
      {
        from: 'kube-apiserver',
        port: 15017,
        over: 'HTTPS',
        for: 'inject proxies, validate objects of Istio',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services, pods and objects of Istio' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'istio-system',
        name: /^istio(-.+)?$/,
        keys: ['mesh'],
        holds: 'Settings of the mesh.',
      },
      {
        in: 'resources',
        group: 'networking.istio.io',
        kinds: ['VirtualService', 'DestinationRule', 'Gateway'],
        holds: 'How traffic is led.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'istio-system',
        name: /^istio-sidecar-injector/,
        holds: 'The proxy that pods get.',
      },
    ],
    docs: {
      title: 'Istio: Architecture',
      href: 'https://istio.io/latest/docs/ops/deployment/architecture/',
    },
    source: verified(
      'https://github.com/istio/istio/blob/HEAD/manifests/charts/istio-control/istio-discovery/templates/deployment.yaml',
      'https://github.com/istio/istio/blob/HEAD/manifests/charts/istio-control/istio-discovery/templates/service.yaml',
    ),
  },
  {
    id: 'istio-proxy',
    name: 'Istio proxy',
    category: 'mesh',
    role: 'Envoy sidecar (container or restartable init container) or gateway.',
    owners: ['sidecar'],
    image: /(istio\/proxyv2|\/proxyv2)$/i,
    ports: [
      { number: 15021, for: 'readiness' },
      { number: 15090, for: 'metrics of Envoy' },
      { number: 15020, for: 'metrics of proxy and app together' },
    ],
    connections: [
      {
        to: 'istiod',
        port: 15012,
        over: 'xDS over mutual TLS',
        for: 'get configuration and certificates',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'istio-system',
        name: /^istio-sidecar-injector/,
        holds: 'The template it is injected from.',
      },
      {
        in: 'resources',
        group: 'networking.istio.io',
        kinds: ['Sidecar', 'EnvoyFilter'],
        holds: 'What a proxy is to know.',
      },
    ],
    docs: {
      title: 'Istio: Architecture',
      href: 'https://istio.io/latest/docs/ops/deployment/architecture/',
    },
    source: verified(
      'https://github.com/istio/istio/blob/HEAD/manifests/charts/istio-control/istio-discovery/files/injection-template.yaml',
      'https://github.com/istio/istio/blob/HEAD/manifests/charts/istio-control/istio-discovery/values.yaml',
    ),
  },
  {
    id: 'istio-ztunnel',
    name: 'Istio ztunnel',
    category: 'mesh',
    role: 'Ambient-mode node proxy for encrypted pod traffic.',
    owners: ['DaemonSet'],
    labels: ['app=ztunnel'],
    image: /ztunnel$/i,
    ports: [
      { number: 15008, for: 'traffic of pods, over mutual TLS' },
      { number: 15020, for: 'metrics' },
      { number: 15021, for: 'readiness' },
    ],
    connections: [
      {
        to: 'istiod',
        port: 15012,
        over: 'xDS over mutual TLS',
        for: 'get configuration and certificates',
      },
      {
        among: 'replicas',
        port: 15008,
        over: 'HBONE, which is HTTP/2 over mutual TLS',
        for: 'carry traffic of pods',
      },
    ],
    configuration: [
      { in: 'environment', names: ['CA_ADDRESS', 'XDS_ADDRESS'], holds: 'Where istiod is.' },
    ],
    docs: {
      title: 'Istio: Ambient mode',
      href: 'https://istio.io/latest/docs/ambient/architecture/',
    },
    source: verified(
      'https://github.com/istio/istio/blob/HEAD/manifests/charts/ztunnel/templates/daemonset.yaml',
      'https://istio.io/latest/docs/ops/deployment/application-requirements/',
    ),
  },
  {
    id: 'linkerd',
    name: 'Linkerd',
    category: 'mesh',
    role: 'Linkerd control plane: discovery, identity, sidecar injection.',
    owners: ['Deployment'],
    namespaces: ['linkerd'],
    labels: [
      'linkerd.io/control-plane-component=destination',
      'linkerd.io/control-plane-component=identity',
      'linkerd.io/control-plane-component=proxy-injector',
    ],
    image: /linkerd\/(controller|proxy|policy-controller)$/i,
    ports: [
      { number: 8086, for: 'discovery, for proxies' },
      { number: 8080, for: 'identity, for proxies' },
      { number: 8090, for: 'policies, for proxies' },
      { number: 8443, for: 'injection webhook' },
    ],
    connections: [
      {
        from: { name: 'Linkerd proxies' },
        port: 8086,
        over: 'gRPC over mutual TLS',
        for: 'find out where a Service is',
      },
      {
        from: { name: 'Linkerd proxies' },
        port: 8080,
        over: 'gRPC over mutual TLS',
        for: 'get their certificates',
      },
      { from: 'kube-apiserver', port: 8443, over: 'HTTPS', for: 'inject proxies' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services, endpoints and policies' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'linkerd',
        name: 'linkerd-config',
        keys: ['values'],
        holds: 'The values of its chart.',
      },
      {
        in: 'resources',
        group: 'policy.linkerd.io',
        kinds: ['Server', 'AuthorizationPolicy'],
        holds: 'Who may talk to whom.',
      },
    ],
    docs: { title: 'Linkerd: Architecture', href: 'https://linkerd.io/docs/' },
    source: verified(
      'https://github.com/linkerd/linkerd2/blob/HEAD/charts/linkerd-control-plane/templates/destination.yaml',
      'https://github.com/linkerd/linkerd2/blob/HEAD/charts/linkerd-control-plane/templates/identity.yaml',
      'https://github.com/linkerd/linkerd2/blob/HEAD/charts/linkerd-control-plane/templates/config.yaml',
    ),
  },
];
