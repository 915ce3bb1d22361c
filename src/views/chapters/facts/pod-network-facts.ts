import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, text } from '#views/chapters/prose.ts';
import { configText, readNode, readPod } from '#views/chapters/read.ts';
import { systemConfig } from '#views/chapters/settings.ts';
import { capital, kindOfRunning, linkTo, linkToRunning, spell } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';
import { podNetwork } from './network-facts.ts';

/** ConfigMaps in which network plugins keep their settings: in kube-system, or beside their pods. */
const settingsNames = [
  'calico-config',
  'canal-config',
  'cilium-config',
  'kube-flannel-cfg',
  'amazon-vpc-cni',
  'antrea-config',
  'kube-router-cfg',
] as const;

/** The settings of the network plugin, if it keeps them in a ConfigMap that is known. */
export function podNetworkSettings(cluster: Cluster): Entry | undefined {
  const own = podNetwork(cluster)?.root.object.metadata.namespace;
  const found = settingsNames.flatMap(
    (name) => systemConfig(cluster, name) ?? find(cluster, 'ConfigMap', own, name) ?? [],
  );
  return found[0];
}

/** All NetworkPolicies. */
export function networkPolicies(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'NetworkPolicy.networking.k8s.io');
}

/** Plugins that carry out NetworkPolicies, as their manuals say; flannel alone does not. */
const enforcing = [
  'calico-node',
  'canal',
  'cilium',
  'kube-router',
  'antrea',
  'ovn-kubernetes',
  'kube-ovn',
  'weave-net',
  'gke-anetd',
  'azure-npm',
];

function enforcement(cluster: Cluster): FactValue {
  const [running] = enforcing.flatMap((id) => cluster.component(id));
  if (running !== undefined) {
    return [
      text(`Here that is ${kindOfRunning(running)} `),
      linkToRunning(cluster, running),
      text('.'),
    ];
  }
  const amazon = systemConfig(cluster, 'amazon-vpc-cni');
  const isOn = amazon && configText(amazon).get('enable-network-policy-controller');
  if (isOn === 'true' && amazon !== undefined) {
    return [
      text('Here the second container of aws-node does: '),
      code('enable-network-policy-controller: true'),
      text(' in ConfigMap '),
      linkTo(cluster, amazon),
      text('.'),
    ];
  }
  return podNetwork(cluster)?.match?.component.id === 'flannel'
    ? 'flannel by itself does not.'
    : 'Whether that happens here, the snapshot does not show.';
}

function hasPodAddresses(cluster: Cluster): boolean {
  return all(cluster, 'Pod').some((pod) => {
    const { spec, status } = readPod(pod);
    return status?.podIP !== undefined && spec?.nodeName !== undefined;
  });
}

/**
 * Nodes that are not ready because nobody has set up a network for pods.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/HEAD/pkg/kubelet/kubelet_node_status.go
 */
export function waitingForNetwork(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'Node').filter((node) =>
    (readNode(node).status?.conditions ?? []).some(
      ({ type, status, message = '' }) =>
        type === 'Ready' && status === 'False' && message.includes('NetworkReady=false'),
    ),
  );
}

/** Addresses of pods, and who may use them. */
export const podNetworkFacts = {
  'pod-network.seen': (cluster) => podNetwork(cluster) !== undefined || hasPodAddresses(cluster),
  'pod-addresses.captured': hasPodAddresses,
  'pod-network.settings': (cluster) => {
    const entry = podNetworkSettings(cluster);
    return entry && [text('ConfigMap '), linkTo(cluster, entry)];
  },
  'pod-network.missing': (cluster) => waitingForNetwork(cluster).length > 0,
  'pod-network.missing-on': (cluster) => {
    const { length } = waitingForNetwork(cluster);
    if (length === 0) return undefined;
    return `${spell(length, 'node')} ${length === 1 ? 'waits' : 'wait'} for`;
  },
  'pod-network.absent': (cluster) =>
    podNetwork(cluster) === undefined && capturedOf(cluster, 'pods') === 'complete',
  'network-policies.count': (cluster) => {
    const { length } = networkPolicies(cluster);
    return length === 0 ? undefined : capital(spell(length, 'NetworkPolicy', 'NetworkPolicies'));
  },
  'network-policies.verb': (cluster) =>
    networkPolicies(cluster).length === 1 ? 'narrows' : 'narrow',
  'network-policies.none': (cluster) =>
    networkPolicies(cluster).length === 0 &&
    capturedOf(cluster, 'networkpolicies.networking.k8s.io') === 'complete',
  'network-policies.enforced': enforcement,
} satisfies FactTable;
