import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { configText, readBinding, readRole, readWebhooks } from '#views/chapters/read.ts';
import { flagOf, kubeletConfig, systemConfig, yamlValue } from '#views/chapters/settings.ts';
import { countKinds, linkTo, spell } from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

const webhookKinds = [
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
];
const webhookResources = [
  'mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingwebhookconfigurations.admissionregistration.k8s.io',
];

function webhookCount(cluster: Cluster): number {
  return webhookKinds
    .flatMap((kind) => all(cluster, kind))
    .reduce((sum, entry) => sum + readWebhooks(entry).webhooks.length, 0);
}

function metricsService(cluster: Cluster): Entry | undefined {
  return find(cluster, 'APIService.apiregistration.k8s.io', undefined, 'v1beta1.metrics.k8s.io');
}

function metricsState(cluster: Cluster): 'available' | 'broken' | 'absent' | 'unknown' {
  const service = metricsService(cluster);
  if (service !== undefined) {
    const health = service.kind.health(service.object, cluster.model.context);
    if (health === undefined) return 'unknown';
    return health.state === 'ok' ? 'available' : 'broken';
  }
  const seen = capturedOf(cluster, 'apiservices.apiregistration.k8s.io') === 'complete';
  return seen ? 'absent' : 'unknown';
}

function authorization(cluster: Cluster): FactValue {
  const modes = flagOf(cluster, 'kube-apiserver', 'authorization-mode');
  if (modes === undefined) return 'Usually RBAC decides, and Node limits what kubelets may do.';
  return [
    text('Here '),
    code(`--authorization-mode=${modes}`),
    text(' says who decides, in that order.'),
  ];
}

function rbacSummary(cluster: Cluster): string | undefined {
  const kinds = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
  const entries = [
    ...kinds.flatMap((kind) => all(cluster, `${kind}.rbac.authorization.k8s.io`)),
    ...all(cluster, 'ServiceAccount'),
  ];
  return entries.length === 0 ? 'none of them' : countKinds(entries);
}

function clusterInfo(cluster: Cluster): Entry | undefined {
  return find(cluster, 'ConfigMap', 'kube-public', 'cluster-info');
}

interface Grant {
  readonly binding: Entry;
  readonly role: Entry;
  readonly reader: string;
}

/** The binding by which people without login may read `cluster-info`. */
function clusterInfoGrant(cluster: Cluster): Grant | undefined {
  for (const binding of all(cluster, 'RoleBinding.rbac.authorization.k8s.io', 'kube-public')) {
    const { roleRef, subjects } = readBinding(binding);
    const role = find(
      cluster,
      'Role.rbac.authorization.k8s.io',
      'kube-public',
      roleRef?.name ?? '',
    );
    const allows =
      role &&
      readRole(role).rules.some(({ resourceNames }) => resourceNames.includes('cluster-info'));
    const reader = subjects
      .map(({ name }) => name)
      .find((name) => name === 'system:anonymous' || name === 'system:unauthenticated');
    if (role !== undefined && allows && reader !== undefined) return { binding, role, reader };
  }
  return undefined;
}

function eventExample(cluster: Cluster): Prose | undefined {
  const scheduled = all(cluster, 'Event').find(
    ({ object }) => object['reason'] === 'ScalingReplicaSet',
  );
  const message = scheduled?.object['message'];
  return typeof message === 'string' ? code(message) : undefined;
}

/** Identity, admission, aggregation, and the settings that installers leave. */
export const accessFacts = {
  'apiserver.authorization': authorization,
  'rbac.summary': rbacSummary,
  'webhooks.count': (cluster) => {
    const count = webhookCount(cluster);
    return count === 0 ? undefined : spell(count, 'webhook');
  },
  'webhooks.none': (cluster) =>
    webhookCount(cluster) === 0 &&
    webhookResources.every((name) => capturedOf(cluster, name) === 'complete'),
  'apiservices.count': (cluster) => all(cluster, 'APIService.apiregistration.k8s.io').length > 0,
  'metrics.available': (cluster) => metricsState(cluster) === 'available',
  'metrics.broken': (cluster) => metricsState(cluster) === 'broken',
  'metrics.absent': (cluster) => metricsState(cluster) === 'absent',
  'cluster-info.name': (cluster) => {
    const entry = clusterInfo(cluster);
    return entry && linkTo(cluster, entry);
  },
  'cluster-info.server': (cluster) => {
    const entry = clusterInfo(cluster);
    return codeOf(yamlValue(entry && configText(entry).get('kubeconfig'), 'server'));
  },
  'cluster-info.keys': (cluster) => {
    const entry = clusterInfo(cluster);
    const size = entry === undefined ? 0 : configText(entry).size;
    // Some dumps keep the object and drop what it holds.
    return size === 0 ? '' : `It has ${spell(size, 'key')}.`;
  },
  'cluster-info.binding': (cluster) => {
    const grant = clusterInfoGrant(cluster);
    return grant && linkTo(cluster, grant.binding);
  },
  'cluster-info.role': (cluster) => {
    const grant = clusterInfoGrant(cluster);
    return grant && linkTo(cluster, grant.role);
  },
  'cluster-info.reader': (cluster) => codeOf(clusterInfoGrant(cluster)?.reader),
  'kubeadm-config.name': (cluster) => {
    const entry = systemConfig(cluster, 'kubeadm-config');
    return entry && linkTo(cluster, entry);
  },
  'kubelet-config.name': (cluster) => {
    const entry = kubeletConfig(cluster);
    return entry && linkTo(cluster, entry);
  },
  'kubelet-config.static-path': (cluster) => {
    const entry = kubeletConfig(cluster);
    return codeOf(yamlValue(entry && configText(entry).get('kubelet'), 'staticPodPath'));
  },
  'events.example': eventExample,
} satisfies FactTable;
