import { all, find } from '#views/chapters/cluster.ts';
import { etcdListsAll, partPods } from '#views/chapters/facts/control-plane-facts.ts';
import { code, text } from '#views/chapters/prose.ts';
import { flagOf } from '#views/chapters/settings.ts';
import { linkTo } from '#views/chapters/wording.ts';
import { type Evidence, field, flagIn, lists, noClaim } from './say.ts';

/** A flag of the component's first pod. */
function flag(component: string, name: string): Evidence {
  return (cluster) =>
    flagOf(cluster, component, name) === undefined
      ? undefined
      : flagIn(cluster, name, cluster.component(component)[0]?.pods[0]);
}

const etcdImage: Evidence = (cluster) =>
  field(cluster, 'spec.containers[name=etcd].image', partPods(cluster, 'etcd')[0]);

/** A member that joined later knows more than the first: then its pods say how many there are. */
const etcdMembers: Evidence = (cluster) =>
  (etcdListsAll(cluster) ? flag('etcd', 'initial-cluster')(cluster) : undefined) ?? [
    text('Pods that run etcd, counted; the first is '),
    ...partPods(cluster, 'etcd')
      .slice(0, 1)
      .map((pod) => linkTo(cluster, pod)),
    text('.'),
  ];

function lease(name: string, path: string): Evidence {
  return (cluster) =>
    field(cluster, path, find(cluster, 'Lease.coordination.k8s.io', 'kube-system', name));
}

/** A time of the controller manager: its flag, else the default. */
function timing(name: string): Evidence {
  return (cluster) => {
    const [pod] = partPods(cluster, 'kube-controller-manager');
    const known = flag('kube-controller-manager', name)(cluster);
    if (known !== undefined) return known;
    const standard = `the default${cluster.minor === undefined ? '' : ` of Kubernetes 1.${cluster.minor}`}`;
    return pod === undefined
      ? [text(`This is ${standard}; the flags are not visible.`)]
      : [
          text(`This is ${standard}: pod `),
          linkTo(cluster, pod),
          text(' has no flag '),
          code(`--${name}`),
          text('.'),
        ];
  };
}

const webhookLists = lists(
  'mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingadmissionpolicies.admissionregistration.k8s.io',
);

const event: Evidence = (cluster) => {
  const found = all(cluster, 'Event').find(
    ({ object }) => object['reason'] === 'ScalingReplicaSet',
  );
  return field(cluster, 'message', found);
};

const bindings = lists(
  'clusterrolebindings.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
);

const metricsService: Evidence = (cluster) =>
  field(
    cluster,
    'status.conditions',
    find(cluster, 'APIService.apiregistration.k8s.io', undefined, 'v1beta1.metrics.k8s.io'),
  );

const clusterInfo: Evidence = (cluster) =>
  field(cluster, 'data', find(cluster, 'ConfigMap', 'kube-public', 'cluster-info'));

/** What chapters say of the control plane, of requests and of rights. */
export const controlEvidence: Readonly<Record<string, Evidence>> = {
  'etcd.members': etcdMembers,
  'etcd.single': etcdMembers,
  'etcd.several': etcdMembers,
  'etcd.quorum': etcdMembers,
  'etcd.pod-count': etcdMembers,
  'etcd.version': etcdImage,
  'etcd.image': etcdImage,
  'etcd.client-url': flag('etcd', 'advertise-client-urls'),
  'etcd.data-dir': flag('etcd', 'data-dir'),
  'etcd.metrics-url': flag('etcd', 'listen-metrics-urls'),
  'etcd.client-cert-auth': flag('etcd', 'client-cert-auth'),
  'etcd.kubeadm-annotation': (cluster) =>
    field(cluster, 'metadata.annotations', partPods(cluster, 'etcd')[0]),
  'apiserver.instances': lists('leases.coordination.k8s.io'),
  'apiserver.leases': noClaim,
  'apiserver.authorization': flag('kube-apiserver', 'authorization-mode'),
  'controllers.grace-period': timing('node-monitor-grace-period'),
  'controllers.grace-period-source': timing('node-monitor-grace-period'),
  'controllers.monitor-period': timing('node-monitor-period'),
  'controllers.leader': lease('kube-controller-manager', 'spec.holderIdentity'),
  'controllers.lease-duration': lease('kube-controller-manager', 'spec.leaseDurationSeconds'),
  'controllers.own-accounts': flag('kube-controller-manager', 'use-service-account-credentials'),
  'scheduler.leader': lease('kube-scheduler', 'spec.holderIdentity'),
  'node-leases.freshness': lists('leases.coordination.k8s.io'),
  'node-loss.outage': timing('node-monitor-grace-period'),
  'node-loss.control-plane-node': (cluster) =>
    field(cluster, 'spec.nodeName', partPods(cluster, 'kube-apiserver')[0]),
  'pods.pending': lists('pods'),
  'pods.no-status': () => [text('No Pod of this snapshot has a field '), code('status'), text('.')],
  'events.example': event,
  'apply.checks': webhookLists,
  'apply.stock': webhookLists,
  'webhooks.none': webhookLists,
  'webhooks.count': noClaim,
  'policies.count': lists('validatingadmissionpolicies.admissionregistration.k8s.io'),
  'rbac.summary': bindings,
  'identity.admins': bindings,
  'identity.token-secrets': lists('secrets'),
  'cluster-info.server': clusterInfo,
  'cluster-info.keys': clusterInfo,
  'cluster-info.reader': noClaim,
  'crds.count': lists('customresourcedefinitions.apiextensions.k8s.io'),
  'crds.none': lists('customresourcedefinitions.apiextensions.k8s.io'),
  'apiservices.aggregated': lists('apiservices.apiregistration.k8s.io'),
  'metrics.available': metricsService,
  'metrics.broken': metricsService,
  'metrics.absent': lists('apiservices.apiregistration.k8s.io'),
};
