import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/**
 * An object as today's version of its API writes it: fields that moved, and defaults that were others.
 * Of versions that differ in nothing that is compared, the object as it is.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export function upgraded(object: KubeObject): KubeObject {
  const step = Object.hasOwn(steps, `${object.apiVersion} ${object.kind}`)
    ? steps[`${object.apiVersion} ${object.kind}`]
    : undefined;
  const spec = object['spec'];
  return step === undefined || !isFields(spec) ? object : { ...object, spec: step(spec) };
}

type Step = (spec: Fields) => Fields;

/** No deadline and no limit were the defaults before apps/v1: the largest number stands for both. */
const largest = 2 ** 31 - 1;

const deployment: Step = (spec) => ({
  progressDeadlineSeconds: largest,
  revisionHistoryLimit: largest,
  ...spec,
  strategy: rolling(spec['strategy'], { maxSurge: 1, maxUnavailable: 1 }),
});

const daemonSet: Step = (spec) => ({
  updateStrategy: { type: 'OnDelete' },
  ...spec,
});

function rolling(strategy: unknown, defaults: Fields): unknown {
  const given = isFields(strategy) ? strategy : {};
  if (given['type'] === 'Recreate') return given;
  const rollingUpdate = isFields(given['rollingUpdate']) ? given['rollingUpdate'] : {};
  return { type: 'RollingUpdate', ...given, rollingUpdate: { ...defaults, ...rollingUpdate } };
}

/** `{ serviceName, servicePort }` → `{ service: { name, port } }`. */
function backend(old: unknown): unknown {
  if (!isFields(old) || old['serviceName'] === undefined) return old;
  const { serviceName, servicePort, ...rest } = old;
  const port = typeof servicePort === 'string' ? { name: servicePort } : { number: servicePort };
  return { ...rest, service: { name: serviceName, port } };
}

const ingress: Step = ({ backend: fallback, rules, ...spec }) => ({
  ...spec,
  ...(fallback === undefined ? {} : { defaultBackend: backend(fallback) }),
  ...(Array.isArray(rules) ? { rules: rules.map(ingressRule) } : {}),
});

function ingressRule(rule: unknown): unknown {
  if (!isFields(rule) || !isFields(rule['http']) || !Array.isArray(rule['http']['paths']))
    return rule;
  const paths = rule['http']['paths'].map((path: unknown) =>
    isFields(path) ? { ...path, backend: backend(path['backend']) } : path,
  );
  return { ...rule, http: { ...rule['http'], paths } };
}

/** `targetCPUUtilizationPercentage: 80` → the metric that it stands for. */
const autoscaler: Step = ({ targetCPUUtilizationPercentage: percentage, ...spec }) => ({
  ...spec,
  metrics: [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: percentage ?? 80 },
      },
    },
  ],
});

const steps: Readonly<Record<string, Step>> = {
  'extensions/v1beta1 Deployment': deployment,
  'apps/v1beta1 Deployment': deployment,
  'extensions/v1beta1 DaemonSet': daemonSet,
  'extensions/v1beta1 Ingress': ingress,
  'networking.k8s.io/v1beta1 Ingress': ingress,
  'autoscaling/v1 HorizontalPodAutoscaler': autoscaler,
};
