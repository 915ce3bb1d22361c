import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const platformComponents: readonly Component[] = [
  {
    id: 'k3s-helm-install',
    name: 'K3s chart installer',
    category: 'platform',
    role: 'One-off job by which k3s and RKE2 install a bundled chart; Completed is its healthy end state.',
    owners: ['Job'],
    labels: ['helmcharts.helm.cattle.io/chart'],
    image: /klipper-helm$/i,
    workload: /^helm-install-/i,
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'install a chart' }],
    configuration: [
      {
        in: 'resources',
        group: 'helm.cattle.io',
        kinds: ['HelmChart', 'HelmChartConfig'],
        holds: 'The chart and its values.',
      },
    ],
    docs: { title: 'K3s: Helm', href: 'https://docs.k3s.io/helm' },
    source: verified(
      'https://github.com/k3s-io/helm-controller/blob/HEAD/pkg/controllers/chart/chart.go',
      'https://docs.k3s.io/helm',
    ),
  },
  {
    id: 'olm',
    name: 'Operator Lifecycle Manager',
    category: 'platform',
    role: 'Installs operators and keeps them up to date.',
    owners: ['Deployment'],
    namespaces: ['olm', 'openshift-operator-lifecycle-manager'],
    labels: ['app=olm-operator', 'app=catalog-operator', 'app=packageserver'],
    image: /(^|\/)olm$|operator-lifecycle-manager$/i,
    ports: [
      { number: 8443, for: 'metrics, over HTTPS' },
      { number: 5443, for: 'API `packages.operators.coreos.com`, at packageserver' },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Subscriptions, install operators' },
      {
        from: 'kube-apiserver',
        port: 5443,
        over: 'HTTPS, through an APIService',
        for: 'ask which operators there are',
      },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'operators.coreos.com',
        kinds: ['Subscription', 'CatalogSource', 'ClusterServiceVersion', 'OperatorGroup'],
        holds: 'Which operators, from where, for whom.',
      },
    ],
    docs: { title: 'Operator Lifecycle Manager', href: 'https://olm.operatorframework.io/docs/' },
    source: verified(
      'https://github.com/operator-framework/operator-lifecycle-manager/blob/HEAD/deploy/chart/values.yaml',
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/olm/olm.yaml.tmpl',
    ),
  },
  {
    id: 'openshift-cvo',
    name: 'OpenShift cluster version operator',
    category: 'platform',
    role: 'Applies the OpenShift release image: installs and updates every cluster operator.',
    owners: ['Deployment'],
    namespaces: ['openshift-cluster-version'],
    labels: ['k8s-app=cluster-version-operator'],
    workload: /^cluster-version-operator/i,
    ports: [{ number: 9099, for: 'metrics' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'apply the manifests of the release' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ClusterVersion.config.openshift.io',
        name: 'version',
        holds: 'The release that is to run, and the one that does.',
      },
      {
        in: 'resources',
        group: 'config.openshift.io',
        kinds: ['ClusterOperator'],
        holds: 'What each operator reports. Nobody sets it.',
      },
    ],
    docs: {
      title: 'OpenShift: Cluster Version Operator',
      href: 'https://github.com/openshift/cluster-version-operator',
    },
    source: verified(
      'https://github.com/openshift/cluster-version-operator/blob/HEAD/install/0000_00_cluster-version-operator_30_deployment.yaml',
    ),
  },
  {
    id: 'openshift-operators',
    name: 'OpenShift operators',
    category: 'platform',
    role: 'One operator per OpenShift component; the component usually lives in the namespace without the -operator suffix.',
    owners: ['Deployment'],
    namespaces: [
      'openshift-etcd-operator',
      'openshift-kube-apiserver-operator',
      'openshift-kube-controller-manager-operator',
      'openshift-kube-scheduler-operator',
      'openshift-authentication-operator',
      'openshift-console-operator',
      'openshift-dns-operator',
      'openshift-ingress-operator',
      'openshift-network-operator',
      'openshift-machine-api',
      'openshift-monitoring',
    ],
    workload: /-operator(-|$)/i,
    requires: ['name', 'namespace'],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch its settings, write the component' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'operator.openshift.io',
        kinds: [],
        holds: 'An object called `cluster` for each operator.',
      },
    ],
    docs: {
      title: 'OpenShift: Cluster Operators reference',
      href: 'https://github.com/openshift/library-go/tree/HEAD/pkg/operator',
    },
    source: verified(
      'https://github.com/openshift/cluster-dns-operator',
      'https://docs.openshift.com/container-platform-ocp/4.4/operators/operator-reference.html',
    ),
  },
  {
    id: 'openshift-mco',
    name: 'OpenShift machine config operator',
    category: 'platform',
    role: 'Configures the operating system of nodes from MachineConfig objects.',
    owners: ['DaemonSet', 'Deployment'],
    namespaces: ['openshift-machine-config-operator'],
    labels: [
      'k8s-app=machine-config-daemon',
      'k8s-app=machine-config-controller',
      'k8s-app=machine-config-server',
    ],
    ports: [
      { number: 22623, for: 'first configuration of new nodes, over HTTPS' },
      { number: 22624, for: 'the same in plain text' },
    ],
    connections: [
      {
        from: { name: 'new nodes' },
        port: 22623,
        over: 'HTTPS: Ignition',
        for: 'fetch their configuration',
      },
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch MachineConfigs, write annotations of Nodes',
      },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'machineconfiguration.openshift.io',
        kinds: ['MachineConfig', 'MachineConfigPool', 'KubeletConfig'],
        holds: 'Files and units of nodes, by pool.',
      },
    ],
    docs: {
      title: 'OpenShift: Machine Config Operator',
      href: 'https://github.com/openshift/machine-config-operator',
    },
    source: verified(
      'https://github.com/openshift/machine-config-operator/blob/HEAD/manifests/machineconfigserver/daemonset.yaml',
      'https://github.com/openshift/machine-config-operator/blob/HEAD/manifests/machineconfigdaemon/daemonset.yaml',
    ),
  },
  {
    id: 'openshift-guard',
    name: 'OpenShift guard pod',
    category: 'platform',
    role: 'Placeholder pod whose readiness, with a PodDisruptionBudget, keeps two control-plane nodes from draining at once.',
    owners: ['bare pod'],
    labels: ['app=guard'],
    workload: /-guard-/i,
    requires: ['name'],
    connections: [
      {
        from: 'kubelet',
        over: 'its readiness probe',
        for: 'ask whether the static pod beside it is ready',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'PodDisruptionBudget.policy',
        name: /-guard-pdb$/,
        holds: 'How many may be away at once.',
      },
    ],
    docs: {
      title: 'OpenShift: control plane static pods',
      href: 'https://github.com/openshift/library-go',
    },
    source: verified(
      'https://github.com/openshift/library-go/blob/HEAD/pkg/operator/staticpod/controller/guard/guard_controller.go',
      'https://github.com/openshift/library-go/blob/HEAD/pkg/operator/staticpod/controller/guard/manifests/guard-pod.yaml',
    ),
  },
  {
    id: 'cluster-registry',
    name: 'Cluster registry',
    category: 'platform',
    role: 'In-cluster image registry.',
    owners: ['Deployment', 'ReplicationController', 'DaemonSet'],
    labels: ['kubernetes.io/minikube-addons=registry', 'app=registry'],
    image: /(^|\/)(registry|kube-registry-proxy)$/i,
    ports: [
      { number: 5000, for: 'pushes and pulls' },
      { number: 80, for: 'the same, at its Service' },
    ],
    connections: [
      { from: 'container-runtime', port: 5000, over: 'HTTP', for: 'pull images' },
      { from: { name: 'people' }, port: 5000, over: 'HTTP', for: 'push images' },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['REGISTRY_STORAGE_DELETE_ENABLED'],
        holds: 'Settings whose names begin with `REGISTRY_`.',
      },
    ],
    docs: {
      title: 'minikube: Registries',
      href: 'https://minikube.sigs.k8s.io/docs/handbook/registry/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/registry/registry-rc.yaml.tmpl',
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/registry/registry-svc.yaml',
    ),
  },
];
