import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const ingressComponents: readonly Component[] = [
  {
    id: 'ingress-nginx',
    name: 'ingress-nginx',
    category: 'ingress',
    role: 'Community NGINX ingress controller (project retired in March 2026).',
    owners: ['Deployment', 'DaemonSet'],
    labels: ['app.kubernetes.io/name=ingress-nginx', 'app.kubernetes.io/name=rke2-ingress-nginx'],
    image: /(ingress-nginx\/controller|nginx-ingress-controller)$/i,
    ports: [
      { number: 80, for: 'requests of clients' },
      { number: 443, for: 'requests of clients, over TLS' },
      { number: 8443, for: 'validating webhook' },
      { number: 10254, for: 'health and metrics' },
    ],
    connections: [
      { from: { name: 'clients' }, port: 80, over: 'HTTP', for: 'send requests' },
      { from: { name: 'clients' }, port: 443, over: 'HTTPS', for: 'send requests' },
      {
        to: { name: 'pods behind Services' },
        over: 'HTTP or HTTPS',
        for: 'pass requests on',
      },
      { from: 'kube-apiserver', port: 8443, over: 'HTTPS', for: 'validate Ingresses' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Ingresses, Services and Secrets' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /(ingress-)?nginx-(ingress-controller|controller|configuration|load-balancer-conf)$/,
        holds: 'Settings for all Ingresses.',
      },
      {
        in: 'object',
        kind: 'IngressClass.networking.k8s.io',
        name: 'nginx',
        holds: 'The class; its controller is `k8s.io/ingress-nginx`.',
      },
      {
        in: 'flags',
        names: ['configmap', 'ingress-class', 'controller-class', 'publish-service'],
        holds: 'Which ConfigMap and which Ingresses are its own.',
      },
    ],
    docs: {
      title: 'Ingress Controllers',
      href: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/ingress/ingress-deploy.yaml.tmpl',
      'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    ),
  },
  {
    id: 'traefik',
    name: 'Traefik',
    category: 'ingress',
    role: 'Reverse proxy for Ingress, its own CRDs and Gateway API (k3s default).',
    owners: ['Deployment', 'DaemonSet'],
    labels: ['app.kubernetes.io/name=traefik', 'app.kubernetes.io/name=rke2-traefik'],
    image: /(^|\/)(mirrored-library-|hardened-)?traefik$/i,
    ports: [
      { number: 80, for: 'requests of clients, at its Service' },
      { number: 443, for: 'requests of clients over TLS, at its Service' },
      { number: 8000, for: 'the same in its pods' },
      { number: 8443, for: 'the same in its pods' },
      { number: 8080, for: 'dashboard and health' },
    ],
    connections: [
      { from: { name: 'clients' }, port: 80, over: 'HTTP', for: 'send requests' },
      { from: { name: 'clients' }, port: 443, over: 'HTTPS', for: 'send requests' },
      {
        to: { name: 'pods behind Services' },
        over: 'HTTP or HTTPS',
        for: 'pass requests on',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Ingresses, routes and Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'HelmChart.helm.cattle.io',
        namespace: 'kube-system',
        name: 'traefik',
        holds: 'The chart that K3s installs.',
      },
      {
        in: 'resources',
        group: 'traefik.io',
        kinds: ['IngressRoute', 'Middleware', 'TLSOption'],
        holds: 'Routes of its own kind.',
      },
      {
        in: 'flags',
        names: [
          'providers.kubernetesingress',
          'providers.kubernetescrd',
          'entryPoints.web.address',
        ],
        holds: 'What it reads, and where it listens.',
      },
    ],
    docs: {
      title: 'Ingress Controllers',
      href: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    },
    source: verified(
      'https://github.com/traefik/traefik-helm-chart/blob/HEAD/traefik/values.yaml',
      'https://github.com/traefik/traefik-helm-chart/blob/HEAD/traefik/templates/_helpers.tpl',
    ),
  },
  {
    id: 'haproxy-ingress',
    name: 'HAProxy ingress',
    category: 'ingress',
    role: 'HAProxy based ingress controller.',
    owners: ['Deployment', 'DaemonSet'],
    labels: [
      'app.kubernetes.io/name=kubernetes-ingress',
      'run=haproxy-ingress',
      'app.kubernetes.io/name=haproxy-ingress',
    ],
    image: /(haproxytech\/kubernetes-ingress|haproxy-ingress)$/i,
    ports: [
      { number: 80, for: 'requests of clients, at its Service' },
      { number: 443, for: 'requests of clients over TLS, at its Service' },
      { number: 8080, for: 'the same in its pods' },
      { number: 8443, for: 'the same in its pods' },
      { number: 1024, for: 'statistics' },
    ],
    connections: [
      { from: { name: 'clients' }, port: 80, over: 'HTTP', for: 'send requests' },
      { from: { name: 'clients' }, port: 443, over: 'HTTPS', for: 'send requests' },
      {
        to: { name: 'pods behind Services' },
        over: 'HTTP or HTTPS',
        for: 'pass requests on',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Ingresses, Services and Secrets' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /haproxy.*(kubernetes-ingress|ingress)$/,
        holds: 'Settings for all Ingresses; the flag `--configmap` names it.',
      },
      {
        in: 'flags',
        names: ['configmap', 'ingress.class', 'default-backend-service'],
        holds: 'Which ConfigMap and which Ingresses are its own.',
      },
    ],
    docs: {
      title: 'Ingress Controllers',
      href: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    },
    source: verified(
      'https://github.com/haproxytech/kubernetes-ingress/blob/HEAD/deploy/haproxy-ingress.yaml',
      'https://github.com/haproxytech/helm-charts/blob/HEAD/kubernetes-ingress/values.yaml',
    ),
  },
  {
    id: 'contour',
    name: 'Contour',
    category: 'ingress',
    role: 'Ingress and Gateway controller that configures Envoy.',
    owners: ['Deployment', 'DaemonSet'],
    labels: ['app=contour', 'app=envoy', 'app.kubernetes.io/name=contour'],
    image: /projectcontour\/contour$/i,
    ports: [
      { number: 8001, for: 'configuration for Envoy, over TLS' },
      { number: 8000, for: 'health and metrics' },
      { number: 80, for: 'requests of clients, at Envoy' },
      { number: 443, for: 'requests of clients over TLS, at Envoy' },
    ],
    connections: [
      {
        from: { name: 'its Envoy pods' },
        port: 8001,
        over: 'xDS over TLS',
        for: 'get their configuration',
      },
      {
        from: { name: 'clients' },
        port: 80,
        over: 'HTTP',
        for: 'send requests, to its Envoy pods',
      },
      {
        from: { name: 'clients' },
        port: 443,
        over: 'HTTPS',
        for: 'send requests, to its Envoy pods',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Ingresses, HTTPProxies and Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'projectcontour',
        name: 'contour',
        keys: ['contour.yaml'],
        holds: 'Its settings.',
      },
      {
        in: 'resources',
        group: 'projectcontour.io',
        kinds: ['HTTPProxy', 'ExtensionService', 'ContourConfiguration'],
        holds: 'Routes of its own kind.',
      },
    ],
    docs: { title: 'Contour documentation', href: 'https://projectcontour.io/docs/' },
    source: verified(
      'https://github.com/projectcontour/contour/blob/HEAD/examples/contour/03-contour.yaml',
      'https://github.com/projectcontour/contour/blob/HEAD/examples/contour/01-contour-config.yaml',
    ),
  },
];
