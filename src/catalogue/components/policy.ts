import type { Component } from './component.ts';
import { seen, verified } from './source.ts';

/** See {@link Component}. */
export const policyComponents: readonly Component[] = [
  {
    id: 'gatekeeper',
    name: 'Gatekeeper',
    category: 'policy',
    role: 'Policy admission with OPA constraints, plus audit.',
    owners: ['Deployment'],
    namespaces: ['gatekeeper-system'],
    labels: [
      'gatekeeper.sh/system=yes',
      'control-plane=controller-manager,gatekeeper.sh/operation=webhook',
      'control-plane=audit-controller',
    ],
    image: /openpolicyagent\/gatekeeper$/i,
    ports: [
      { number: 8443, for: 'validating and mutating webhooks' },
      { number: 8888, for: 'metrics' },
      { number: 9090, for: 'health' },
    ],
    connections: [
      { from: 'kube-apiserver', port: 8443, over: 'HTTPS', for: 'admit objects' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch constraints, audit what is there' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'templates.gatekeeper.sh',
        kinds: ['ConstraintTemplate'],
        holds: 'Rules in Rego or CEL.',
      },
      {
        in: 'resources',
        group: 'constraints.gatekeeper.sh',
        kinds: [],
        holds: 'Where a rule holds; each template makes a kind.',
      },
      {
        in: 'resources',
        group: 'config.gatekeeper.sh',
        kinds: ['Config'],
        holds: 'What it keeps a copy of, and whom it leaves alone.',
      },
    ],
    docs: {
      title: 'OPA Gatekeeper documentation',
      href: 'https://open-policy-agent.github.io/gatekeeper/website/docs/',
    },
    source: verified(
      'https://github.com/open-policy-agent/gatekeeper/blob/HEAD/deploy/gatekeeper.yaml',
    ),
  },
  {
    id: 'kyverno',
    name: 'Kyverno',
    category: 'policy',
    role: 'Policy engine with separate admission, background, cleanup and reports controllers.',
    owners: ['Deployment'],
    namespaces: ['kyverno'],
    labels: ['app.kubernetes.io/part-of=kyverno', 'app.kubernetes.io/instance=kyverno'],
    image:
      /kyverno(-admission|\/kyverno|\/background-controller|\/cleanup-controller|\/reports-controller)/i,
    ports: [
      { number: 9443, for: 'webhooks' },
      { number: 8000, for: 'metrics' },
    ],
    connections: [
      { from: 'kube-apiserver', port: 9443, over: 'HTTPS', for: 'admit and change objects' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch policies, write reports' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'kyverno.io',
        kinds: ['ClusterPolicy', 'Policy', 'PolicyException'],
        holds: 'Its rules.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'kyverno',
        keys: ['resourceFilters', 'excludeGroups'],
        holds: 'Whom it leaves alone.',
      },
    ],
    docs: { title: 'Kyverno documentation', href: 'https://kyverno.io/docs/' },
    source: verified(
      'https://github.com/kyverno/kyverno/blob/HEAD/charts/kyverno/values.yaml',
      'https://github.com/kyverno/kyverno/blob/HEAD/charts/kyverno/templates/config/configmap.yaml',
    ),
  },
  {
    id: 'falco',
    name: 'Falco',
    category: 'security',
    role: 'Watches system calls for suspicious behaviour.',
    owners: ['DaemonSet'],
    labels: ['app.kubernetes.io/name=falco'],
    image: /falcosecurity\/falco(-no-driver)?$/i,
    ports: [{ number: 8765, for: 'health and metrics' }],
    connections: [
      {
        to: { name: 'the kernel of its node' },
        over: 'eBPF or a kernel module',
        for: 'see system calls',
      },
      {
        to: { name: 'its outputs' },
        over: 'standard output, HTTP or gRPC',
        for: 'report what looks wrong',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(.+-)?falco(-rules)?$/,
        keys: ['falco.yaml'],
        holds: 'Its settings and rules.',
      },
    ],
    docs: { title: 'Falco documentation', href: 'https://falco.org/docs/' },
    source: verified(
      'https://github.com/falcosecurity/charts/blob/HEAD/charts/falco/values.yaml',
      'https://github.com/falcosecurity/charts/blob/HEAD/charts/falco/templates/configmap.yaml',
    ),
  },
  {
    id: 'eks-pod-identity-agent',
    name: 'EKS Pod Identity agent',
    category: 'security',
    role: 'Gives pods AWS credentials on a link-local address.',
    owners: ['DaemonSet'],
    labels: ['app.kubernetes.io/name=eks-pod-identity-agent'],
    image: /eks-pod-identity-agent$/i,
    ports: [
      { number: 80, for: 'requests of the pods of its node, at 169.254.170.23', local: true },
      { number: 2703, for: 'health' },
      { number: 2705, for: 'metrics' },
    ],
    connections: [
      {
        from: { name: 'pods of its node' },
        port: 80,
        over: 'HTTP at 169.254.170.23',
        for: 'ask for credentials',
      },
      {
        to: { name: 'the EKS Auth API' },
        port: 443,
        over: 'HTTPS',
        for: 'exchange the token of the pod for credentials',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['port', 'cluster-name', 'probe-port'],
        holds: 'Where it listens, and for which cluster.',
      },
    ],
    docs: {
      title: 'EKS Pod Identity',
      href: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
    },
    source: verified(
      'https://github.com/aws/eks-pod-identity-agent/blob/HEAD/charts/eks-pod-identity-agent/templates/daemonset.yaml',
      'https://github.com/aws/eks-pod-identity-agent/blob/HEAD/configuration/config.go',
    ),
  },
  {
    id: 'gke-metadata-server',
    name: 'GKE metadata server',
    category: 'security',
    role: 'Intercepts metadata requests for Workload Identity.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=gke-metadata-server'],
    image: /gke-metadata-server$/i,
    ports: [
      { number: 80, for: 'requests of the pods of its node, at 169.254.169.254', local: true },
    ],
    connections: [
      {
        from: { name: 'pods of its node' },
        port: 80,
        over: 'HTTP at 169.254.169.254',
        for: 'ask for credentials',
      },
    ],
    configuration: [
      {
        in: 'nothing',
        because:
          'Annotations of ServiceAccounts (`iam.gke.io/gcp-service-account`) say who is who.',
      },
    ],
    docs: {
      title: 'GKE: Workload Identity Federation',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
    },
    source: seen(
      'pod listings of GKE clusters',
      'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
    ),
  },
  {
    id: 'kube-rbac-proxy',
    name: 'kube-rbac-proxy',
    category: 'security',
    role: 'Sidecar that checks RBAC before passing metric requests on.',
    owners: ['sidecar'],
    image: /kube-rbac-proxy$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS: TokenReview and SubjectAccessReview',
        for: 'ask who is calling, and whether they may',
      },
      {
        to: { name: 'the container beside it' },
        over: 'HTTP on the pod itself',
        for: 'pass requests on',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['upstream', 'config-file', 'secure-listen-address'],
        holds: 'What it guards, and what a caller must be allowed.',
      },
    ],
    docs: { title: 'kube-rbac-proxy project', href: 'https://github.com/brancz/kube-rbac-proxy' },
    source: verified('https://github.com/brancz/kube-rbac-proxy/blob/HEAD/README.md'),
  },
];
