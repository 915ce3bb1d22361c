import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const deliveryComponents: readonly Component[] = [
  {
    id: 'argocd',
    name: 'Argo CD',
    category: 'gitops',
    role: 'GitOps controller: application controller, repo server, API/UI server, redis, dex.',
    owners: ['Deployment', 'StatefulSet'],
    labels: ['app.kubernetes.io/part-of=argocd'],
    image: /argoproj\/argocd$/i,
    ports: [
      { number: 8080, for: 'web pages and API, at argocd-server' },
      { number: 8081, for: 'manifests, at argocd-repo-server' },
      { number: 6379, for: 'its cache, at Redis' },
      { number: 5556, for: 'logins, at Dex' },
    ],
    connections: [
      {
        to: { name: 'git repositories' },
        port: 443,
        over: 'HTTPS, or SSH on 22',
        for: 'fetch manifests',
      },
      {
        among: 'replicas',
        port: 8081,
        over: 'gRPC',
        for: 'argocd-server and the controller have manifests rendered',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Applications, apply manifests' },
    ],
    configuration: [
      { in: 'object', kind: 'ConfigMap', name: 'argocd-cm', holds: 'Its settings.' },
      { in: 'object', kind: 'ConfigMap', name: 'argocd-rbac-cm', holds: 'Who may do what.' },
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'argocd-cmd-params-cm',
        holds: 'Flags of its parts.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: 'argocd-secret',
        holds: 'The administrator and the keys of sessions.',
      },
      {
        in: 'resources',
        group: 'argoproj.io',
        kinds: ['Application', 'AppProject', 'ApplicationSet'],
        holds: 'What it applies, and where to.',
      },
    ],
    docs: {
      title: 'Argo CD: Architectural Overview',
      href: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/architecture/',
    },
    source: verified(
      'https://github.com/argoproj/argo-cd/blob/HEAD/manifests/ha/install.yaml',
      'https://argo-cd.readthedocs.io/en/stable/operator-manual/architecture/',
    ),
  },
  {
    id: 'flux',
    name: 'Flux',
    category: 'gitops',
    role: 'GitOps toolkit: fetches sources, applies Kustomizations and Helm releases.',
    owners: ['Deployment'],
    namespaces: ['flux-system'],
    labels: [
      'app.kubernetes.io/part-of=flux',
      'app=source-controller',
      'app=kustomize-controller',
      'app=helm-controller',
      'app=notification-controller',
    ],
    image:
      /fluxcd\/(source|kustomize|helm|notification|image-automation|image-reflector)-controller$/i,
    ports: [{ number: 80, for: 'what was fetched, at the Service of source-controller' }],
    connections: [
      {
        to: { name: 'git, OCI and Helm repositories' },
        port: 443,
        over: 'HTTPS, or SSH on 22',
        for: 'fetch sources',
      },
      {
        among: 'replicas',
        port: 80,
        over: 'HTTP',
        for: 'the other controllers download what source-controller fetched',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch its objects, apply manifests' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'source.toolkit.fluxcd.io',
        kinds: ['GitRepository', 'OCIRepository', 'HelmRepository'],
        holds: 'What is fetched.',
      },
      {
        in: 'resources',
        group: 'kustomize.toolkit.fluxcd.io',
        kinds: ['Kustomization'],
        holds: 'What is applied.',
      },
      {
        in: 'resources',
        group: 'helm.toolkit.fluxcd.io',
        kinds: ['HelmRelease'],
        holds: 'Which charts are installed.',
      },
    ],
    docs: { title: 'Flux: Core Concepts', href: 'https://fluxcd.io/flux/concepts/' },
    source: verified(
      'https://github.com/fluxcd/flux2/blob/HEAD/manifests/install/kustomization.yaml',
      'https://github.com/fluxcd/flux2/blob/HEAD/manifests/bases/source-controller/labels.yaml',
      'https://fluxcd.io/flux/components/',
    ),
  },
  {
    id: 'velero',
    name: 'Velero',
    category: 'backup',
    role: 'Backs up objects and volumes.',
    owners: ['Deployment', 'DaemonSet'],
    namespaces: ['velero'],
    labels: ['component=velero', 'app.kubernetes.io/name=velero', 'name=node-agent'],
    image: /velero\/velero$/i,
    ports: [{ number: 8085, for: 'metrics' }],
    connections: [
      { to: { name: 'object storage' }, port: 443, over: 'HTTPS', for: 'keep backups' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read all objects, write them back' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'velero.io',
        kinds: ['BackupStorageLocation', 'Schedule', 'Backup', 'Restore'],
        holds: 'Where backups go, and when they are made.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: /^(cloud-credentials|velero)$/,
        holds: 'The account of the object storage.',
      },
    ],
    docs: { title: 'Velero documentation', href: 'https://velero.io/docs/' },
    source: verified(
      'https://github.com/vmware-tanzu/helm-charts/blob/HEAD/charts/velero/templates/deployment.yaml',
      'https://github.com/vmware-tanzu/helm-charts/blob/HEAD/charts/velero/templates/node-agent-daemonset.yaml',
    ),
  },
  {
    id: 'kubernetes-dashboard',
    name: 'Kubernetes Dashboard',
    category: 'ui',
    role: 'Web UI (archived upstream; successor is Headlamp).',
    owners: ['Deployment'],
    labels: [
      'k8s-app=kubernetes-dashboard',
      'k8s-app=dashboard-metrics-scraper',
      'app.kubernetes.io/part-of=kubernetes-dashboard',
    ],
    image: /kubernetesui\/(dashboard|metrics-scraper)/i,
    ports: [
      { number: 9090, for: 'web pages' },
      { number: 8443, for: 'web pages over TLS' },
      { number: 8000, for: 'metrics it gathered, at its scraper' },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'do what the person who is logged in asks' },
      {
        to: 'metrics-server',
        over: 'HTTPS',
        for: 'read what containers use, through the API server',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'kubernetes-dashboard-settings',
        holds: 'Settings of its pages.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: 'kubernetes-dashboard-key-holder',
        holds: 'Keys of sessions.',
      },
      {
        in: 'flags',
        names: ['namespace', 'auto-generate-certificates', 'enable-skip-login'],
        holds: 'How it is reached.',
      },
    ],
    docs: {
      title: 'Deploy and Access the Kubernetes Dashboard',
      href: 'https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/dashboard/dashboard-dp.yaml.tmpl',
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/dashboard/dashboard-configmap.yaml',
    ),
  },
  {
    id: 'headlamp',
    name: 'Headlamp',
    category: 'ui',
    role: 'Web UI.',
    owners: ['Deployment'],
    labels: ['app.kubernetes.io/name=headlamp'],
    image: /headlamp$/i,
    ports: [{ number: 4466, for: 'web pages' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'do what the person who is logged in asks' },
    ],
    configuration: [
      { in: 'flags', names: ['in-cluster', 'plugins-dir'], holds: 'How it is reached.' },
    ],
    docs: { title: 'Headlamp documentation', href: 'https://headlamp.dev/docs/latest/' },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/headlamp/headlamp-deployment.yaml.tmpl',
    ),
  },
];
