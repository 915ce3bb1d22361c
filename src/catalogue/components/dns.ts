import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const dnsComponents: readonly Component[] = [
  {
    id: 'coredns',
    name: 'CoreDNS',
    category: 'dns',
    role: 'Cluster DNS: answers names of Services and pods, forwards the rest.',
    owners: ['Deployment', 'DaemonSet'],
    labels: [
      'k8s-app=kube-dns',
      'app.kubernetes.io/name=coredns',
      'dns.operator.openshift.io/daemonset-dns=default',
    ],
    image: /(^|\/)(mirrored-coredns-|hardened-)?coredns$/i,
    ports: [
      { number: 53, transport: 'TCP and UDP', for: 'queries of pods' },
      { number: 9153, for: 'metrics' },
      { number: 8080, for: 'health' },
      { number: 8181, for: 'readiness' },
    ],
    connections: [
      {
        from: { name: 'pods' },
        port: 53,
        over: 'DNS',
        for: 'look up names',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services, EndpointSlices and Namespaces' },
      {
        to: { name: 'the DNS servers of the node' },
        port: 53,
        over: 'DNS',
        for: 'forward what is not of this cluster',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'coredns',
        keys: ['Corefile'],
        holds: 'Its plugins, in blocks.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'coredns-custom',
        holds: 'More blocks, on K3s and AKS.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-dns',
        name: 'dns-default',
        keys: ['Corefile'],
        holds: 'Its plugins, on OpenShift.',
      },
    ],
    docs: {
      title: 'DNS for Services and Pods',
      href: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
    },
    source: verified(
      'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/ansible/templates/coredns-deployment.yml.j2',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/ansible/templates/coredns-config.yml.j2',
    ),
  },
  {
    id: 'kube-dns',
    name: 'kube-dns',
    category: 'dns',
    role: 'Older cluster DNS of three or four containers, still the default of Standard clusters of GKE.',
    owners: ['Deployment'],
    labels: ['k8s-app=kube-dns'],
    image: /k8s-dns-(kube-dns|dnsmasq-nanny|sidecar)/i,
    ports: [{ number: 53, transport: 'TCP and UDP', for: 'queries of pods' }],
    connections: [
      {
        from: { name: 'pods' },
        port: 53,
        over: 'DNS',
        for: 'look up names',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'kube-dns',
        holds: 'Where other zones are asked (`stubDomains`, `upstreamNameservers`).',
      },
    ],
    docs: {
      title: 'Customizing DNS Service',
      href: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/',
    },
    source: verified(
      'https://github.com/kubernetes/kubernetes/blob/HEAD/cluster/addons/dns/kube-dns/kube-dns.yaml.in',
      'https://docs.cloud.google.com/kubernetes-engine/docs/concepts/kube-dns',
      'https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/',
    ),
  },
  {
    id: 'node-local-dns',
    name: 'NodeLocal DNSCache',
    category: 'dns',
    role: 'DNS cache on every node, listening on a link-local address.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=node-local-dns'],
    image: /k8s-dns-node-cache$|dns-node-cache$/i,
    ports: [
      {
        number: 53,
        transport: 'TCP and UDP',
        for: 'queries of the pods of its node, at 169.254.20.10',
        local: true,
      },
    ],
    connections: [
      {
        from: { name: 'pods of its node' },
        port: 53,
        over: 'DNS at 169.254.20.10',
        for: 'look up names',
      },
      {
        to: { name: 'the DNS of the cluster', components: ['coredns', 'kube-dns'] },
        port: 53,
        over: 'DNS over TCP',
        for: 'ask for what it does not remember',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^node-?local-?dns$/,
        keys: ['Corefile'],
        holds: 'Which zones it asks whom for.',
      },
    ],
    docs: {
      title: 'Using NodeLocal DNSCache',
      href: 'https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/',
    },
    source: verified(
      'https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/ansible/templates/nodelocaldns-config.yml.j2',
    ),
  },
  {
    id: 'dns-autoscaler',
    name: 'DNS autoscaler',
    category: 'dns',
    role: 'Scales the DNS Deployment with nodes or cores.',
    owners: ['Deployment'],
    labels: ['k8s-app=dns-autoscaler', 'k8s-app=coredns-autoscaler', 'k8s-app=kube-dns-autoscaler'],
    image: /cluster-proportional-autoscaler$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'count Nodes, set replicas of the DNS Deployment',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['configmap', 'target', 'default-params'],
        holds: 'The ConfigMap with the ratio, and what it scales.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^(kube-dns|dns|coredns)-autoscaler$/,
        keys: ['linear', 'ladder'],
        holds: 'How many replicas for how many nodes or cores.',
      },
    ],
    docs: {
      title: 'Autoscale the DNS Service',
      href: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-horizontal-autoscaling/',
    },
    source: verified(
      'https://kubernetes.io/docs/tasks/administer-cluster/dns-horizontal-autoscaling/',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/ansible/templates/dns-autoscaler.yml.j2',
    ),
  },
  {
    id: 'external-dns',
    name: 'ExternalDNS',
    category: 'dns',
    role: 'Publishes Service and Ingress host names to a public or private DNS provider.',
    owners: ['Deployment'],
    labels: ['app.kubernetes.io/name=external-dns', 'k8s-app=external-dns', 'app=external-dns'],
    image: /external-dns(\/external-dns)?$/i,
    ports: [{ number: 7979, for: 'health and metrics' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services, Ingresses and routes' },
      {
        to: { name: 'the API of the DNS provider' },
        port: 443,
        over: 'HTTPS',
        for: 'write records',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['source', 'provider', 'domain-filter', 'txt-owner-id'],
        holds: 'What it publishes, where, and which records are its own.',
      },
    ],
    docs: {
      title: 'external-dns project',
      href: 'https://kubernetes-sigs.github.io/external-dns/',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/external-dns/blob/HEAD/charts/external-dns/templates/deployment.yaml',
    ),
  },
];
