import type { KubeObject } from '#snapshot/kube-object.ts';
import { autoscalerV1, autoscalerV2beta1 } from './upgrades/autoscaler.ts';
import { definition } from './upgrades/definition.ts';
import { ingress } from './upgrades/ingress.ts';
import type { Upgrade } from './upgrades/upgrade.ts';
import { webhooks } from './upgrades/webhooks.ts';
import { appsDeployment, extensionsDeployment, onDelete } from './upgrades/workloads.ts';

/** By apiVersion and kind. Versions that are not here differ in nothing that is compared. */
const upgrades: ReadonlyMap<string, Upgrade> = new Map([
  ['extensions/v1beta1 Deployment', extensionsDeployment],
  ['apps/v1beta1 Deployment', appsDeployment],
  ['extensions/v1beta1 DaemonSet', onDelete],
  ['apps/v1beta1 StatefulSet', onDelete],
  ['extensions/v1beta1 Ingress', ingress],
  ['networking.k8s.io/v1beta1 Ingress', ingress],
  ['autoscaling/v1 HorizontalPodAutoscaler', autoscalerV1],
  ['autoscaling/v2beta1 HorizontalPodAutoscaler', autoscalerV2beta1],
  ['apiextensions.k8s.io/v1beta1 CustomResourceDefinition', definition],
  ['admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration', webhooks],
  ['admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration', webhooks],
]);

/**
 * An object as today's version of its API writes it: fields that moved, and defaults that were others.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export function upgraded(object: KubeObject): KubeObject {
  return upgrades.get(`${object.apiVersion} ${object.kind}`)?.(object) ?? object;
}
