import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const gatewayComponents: readonly Component[] = [
  {
    id: 'envoy-gateway',
    name: 'Envoy Gateway',
    category: 'gateway',
    role: 'Gateway API implementation that manages Envoy proxies.',
    owners: ['Deployment'],
    namespaces: ['envoy-gateway-system'],
    labels: ['control-plane=envoy-gateway'],
    image: /envoyproxy\/gateway$/i,
    ports: [
      { number: 18000, for: 'configuration for its proxies' },
      { number: 18001, for: 'rate limits' },
      { number: 19001, for: 'metrics' },
      { number: 9443, for: 'webhook' },
    ],
    connections: [
      {
        from: { name: 'its Envoy proxies' },
        port: 18000,
        over: 'xDS over TLS',
        for: 'get their configuration',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Gateways and routes, start proxies' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'envoy-gateway-config',
        keys: ['envoy-gateway.yaml'],
        holds: 'Its settings.',
      },
      {
        in: 'resources',
        group: 'gateway.envoyproxy.io',
        kinds: ['EnvoyProxy', 'ClientTrafficPolicy', 'SecurityPolicy'],
        holds: 'Policies of its own kind.',
      },
    ],
    docs: { title: 'Envoy Gateway documentation', href: 'https://gateway.envoyproxy.io/docs/' },
    source: verified(
      'https://github.com/envoyproxy/gateway/blob/HEAD/charts/gateway-helm/values.tmpl.yaml',
      'https://github.com/envoyproxy/gateway/blob/HEAD/charts/gateway-helm/templates/envoy-gateway-deployment.yaml',
    ),
  },
  {
    id: 'nginx-gateway-fabric',
    name: 'NGINX Gateway Fabric',
    category: 'gateway',
    role: 'NGINX implementation of the Gateway API.',
    owners: ['Deployment'],
    labels: [
      'app.kubernetes.io/name=nginx-gateway-fabric',
      'app.kubernetes.io/name=nginx-gateway',
      'app.kubernetes.io/name=nginx-gateway',
    ],
    image: /nginx-gateway-fabric$/i,
    ports: [
      { number: 8443, for: 'configuration for its NGINX pods, over TLS' },
      { number: 9113, for: 'metrics' },
      { number: 8081, for: 'health' },
    ],
    connections: [
      {
        from: { name: 'its NGINX pods' },
        port: 8443,
        over: 'gRPC over TLS',
        for: 'get their configuration',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Gateways, routes and Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'GatewayClass.gateway.networking.k8s.io',
        name: 'nginx',
        holds: 'The class; its controller is `gateway.nginx.org/nginx-gateway-controller`.',
      },
      {
        in: 'resources',
        group: 'gateway.nginx.org',
        kinds: ['NginxGateway', 'NginxProxy'],
        holds: 'Settings of the controller and of its proxies.',
      },
    ],
    docs: {
      title: 'NGINX Gateway Fabric documentation',
      href: 'https://docs.nginx.com/nginx-gateway-fabric/',
    },
    source: verified(
      'https://github.com/nginx/nginx-gateway-fabric/blob/HEAD/deploy/default/deploy.yaml',
    ),
  },
];
