import { amazonStorageComponents } from './amazon-storage.ts';
import { autoscalingComponents } from './autoscaling.ts';
import { calicoComponents } from './calico.ts';
import { ciliumComponents } from './cilium.ts';
import { cloudAgentsComponents } from './cloud-agents.ts';
import { cloudNetworkComponents } from './cloud-network.ts';
import { cloudStorageComponents } from './cloud-storage.ts';
import type { Component } from './component.ts';
import { controlPlaneComponents } from './control-plane.ts';
import { controlPlaneHelpersComponents } from './control-plane-helpers.ts';
import { csiHelpersComponents } from './csi-helpers.ts';
import { deliveryComponents } from './delivery.ts';
import { dnsComponents } from './dns.ts';
import { gatewayComponents } from './gateway.ts';
import { ingressComponents } from './ingress.ts';
import { loadBalancersComponents } from './load-balancers.ts';
import { localStorageComponents } from './local-storage.ts';
import { logsComponents } from './logs.ts';
import { meshComponents } from './mesh.ts';
import { metricsComponents } from './metrics.ts';
import { nodeComponents } from './node.ts';
import { openshiftNetworkComponents } from './openshift-network.ts';
import { platformComponents } from './platform.ts';
import { platformIngressComponents } from './platform-ingress.ts';
import { podNetworkComponents } from './pod-network.ts';
import { policyComponents } from './policy.ts';
import { secretsComponents } from './secrets.ts';
import { setupJobsComponents } from './setup-jobs.ts';

/** Every component that can be recognised. Of two that fit an object equally well the first is taken. */
export const components: readonly Component[] = [
  ...controlPlaneComponents,
  ...controlPlaneHelpersComponents,
  ...nodeComponents,
  ...dnsComponents,
  ...calicoComponents,
  ...ciliumComponents,
  ...podNetworkComponents,
  ...openshiftNetworkComponents,
  ...cloudNetworkComponents,
  ...loadBalancersComponents,
  ...localStorageComponents,
  ...amazonStorageComponents,
  ...cloudStorageComponents,
  ...csiHelpersComponents,
  ...ingressComponents,
  ...platformIngressComponents,
  ...setupJobsComponents,
  ...gatewayComponents,
  ...meshComponents,
  ...secretsComponents,
  ...policyComponents,
  ...autoscalingComponents,
  ...metricsComponents,
  ...logsComponents,
  ...cloudAgentsComponents,
  ...deliveryComponents,
  ...platformComponents,
];

const byId = new Map(components.map((component) => [component.id, component]));

/** The entry of an id, `'coredns'`. */
export function componentById(id: string): Component | undefined {
  return byId.get(id);
}
