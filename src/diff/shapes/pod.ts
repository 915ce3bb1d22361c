/**
 * Pods and Pod templates. Merge keys and list types are those of the OpenAPI of Kubernetes 1.36, defaults
 * those of `pkg/apis/core/v1/defaults.go`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
import {
  bag,
  byKey,
  extend,
  ignored,
  implied,
  intOrString,
  object,
  off,
  on,
  ordered,
  orElse,
  quantities,
  quantity,
  type Shape,
  set,
} from '#diff/shape.ts';
import { templateMetadata } from './metadata.ts';

/** Label selectors: terms in any order. */
export const labelSelector: Shape = object({ matchExpressions: bag(object({ values: set })) });

const fieldRef: Shape = object({ apiVersion: orElse('v1') });
const valueFrom: Shape = object({
  fieldRef,
  resourceFieldRef: object({ divisor: orElse('0', quantity) }),
  configMapKeyRef: object({ optional: off }),
  secretKeyRef: object({ optional: off }),
});

const action = {
  httpGet: object({
    scheme: orElse('HTTP'),
    path: orElse('/'),
    port: intOrString,
    httpHeaders: bag(),
  }),
  tcpSocket: object({ port: intOrString }),
  exec: object({ command: ordered }),
};
const probe: Shape = object({
  ...action,
  grpc: object({ service: orElse('') }),
  initialDelaySeconds: orElse(0),
  timeoutSeconds: orElse(1),
  periodSeconds: orElse(10),
  successThreshold: orElse(1),
  failureThreshold: orElse(3),
});

/** Quantities a container asks for; `{}` is nothing. */
export const resources: Shape = implied({
  limits: quantities,
  // What is limited is asked for, unless something else is.
  requests: { ...quantities, absentIn: ({ limits }) => limits },
  claims: byKey([['name']]),
});

const containerSecurity: Shape = implied({
  privileged: off,
  procMount: orElse('Default'),
  capabilities: implied({ add: set, drop: set }),
});

/** Whether an image is pulled again each time: one without a tag, or with one that moves. */
function isMoving(image: string): boolean {
  const last = image.slice(image.lastIndexOf('/') + 1);
  return !image.includes('@') && (!last.includes(':') || last.endsWith(':latest'));
}

const container: Shape = object({
  imagePullPolicy: {
    absentIn: ({ image }) => (isMoving(String(image)) ? 'Always' : 'IfNotPresent'),
  },
  command: ordered,
  args: ordered,
  ports: byKey(
    [['containerPort', 'protocol'], ['containerPort'], ['name']],
    object({ protocol: orElse('TCP'), hostPort: orElse(0) }),
  ),
  env: byKey([['name']], object({ value: orElse(''), valueFrom })),
  // Of two sources of one key the later wins.
  envFrom: ordered,
  resources,
  resizePolicy: bag(),
  restartPolicyRules: { list: 'ordered', items: object({ exitCodes: object({ values: set }) }) },
  volumeMounts: byKey(
    [['mountPath']],
    object({ readOnly: off, recursiveReadOnly: orElse('Disabled') }),
  ),
  volumeDevices: byKey([['devicePath']]),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle: object({ postStart: object(action), preStop: object(action) }),
  terminationMessagePath: orElse('/dev/termination-log'),
  terminationMessagePolicy: orElse('File'),
  securityContext: containerSecurity,
  stdin: off,
  stdinOnce: off,
  tty: off,
});

const divisor = orElse('0', quantity);
const items = byKey([['path']], object({ fieldRef, resourceFieldRef: object({ divisor }) }));
const volume: Shape = object({
  configMap: object({ defaultMode: orElse(420), optional: off, items }),
  secret: object({ defaultMode: orElse(420), optional: off, items }),
  downwardAPI: object({ defaultMode: orElse(420), items }),
  projected: object({
    defaultMode: orElse(420),
    sources: bag(
      object({
        serviceAccountToken: object({ expirationSeconds: orElse(3600) }),
        configMap: object({ optional: off, items }),
        secret: object({ optional: off, items }),
        downwardAPI: object({ items }),
      }),
    ),
  }),
  emptyDir: object({ medium: orElse(''), sizeLimit: quantity }),
  hostPath: object({ type: orElse('') }),
  persistentVolumeClaim: object({ readOnly: off }),
  nfs: object({ readOnly: off }),
  csi: object({ readOnly: off }),
  ephemeral: object({
    volumeClaimTemplate: object({
      metadata: templateMetadata,
      spec: object({ accessModes: set, resources }),
    }),
  }),
});

const selectorTerms = bag(
  object({
    matchExpressions: bag(object({ values: set })),
    matchFields: bag(object({ values: set })),
  }),
);
const podAffinityTerm = object({
  labelSelector,
  namespaceSelector: labelSelector,
  namespaces: set,
});
const podAffinity = object({
  requiredDuringSchedulingIgnoredDuringExecution: bag(podAffinityTerm),
  preferredDuringSchedulingIgnoredDuringExecution: bag(object({ podAffinityTerm })),
});
const affinity: Shape = object({
  nodeAffinity: object({
    requiredDuringSchedulingIgnoredDuringExecution: object({ nodeSelectorTerms: selectorTerms }),
    preferredDuringSchedulingIgnoredDuringExecution: bag(
      object({
        preference: object({
          matchExpressions: bag(object({ values: set })),
          matchFields: bag(object({ values: set })),
        }),
      }),
    ),
  }),
  podAffinity,
  podAntiAffinity: podAffinity,
});

/** The `spec` of a Pod and of every Pod template. */
export const podSpec: Shape = object({
  containers: byKey([['name']], container),
  // They run one after the other.
  initContainers: { list: { keys: [['name']], ordered: true }, items: container },
  ephemeralContainers: byKey([['name']], container),
  volumes: byKey([['name']], volume),
  imagePullSecrets: byKey([['name']]),
  hostAliases: byKey([['ip']], object({ hostnames: set })),
  topologySpreadConstraints: byKey(
    [['topologyKey', 'whenUnsatisfiable']],
    object({
      labelSelector,
      matchLabelKeys: set,
      nodeAffinityPolicy: orElse('Honor'),
      nodeTaintsPolicy: orElse('Ignore'),
    }),
  ),
  schedulingGates: byKey([['name']]),
  resourceClaims: byKey([['name']]),
  readinessGates: byKey([['conditionType']]),
  tolerations: bag(object({ operator: orElse('Equal') })),
  affinity,
  dnsPolicy: orElse('ClusterFirst'),
  dnsConfig: object({ nameservers: ordered, searches: ordered, options: bag() }),
  restartPolicy: orElse('Always'),
  schedulerName: orElse('default-scheduler'),
  securityContext: implied({
    supplementalGroups: set,
    sysctls: byKey([['name']]),
    fsGroupChangePolicy: orElse('Always'),
  }),
  terminationGracePeriodSeconds: orElse(30),
  enableServiceLinks: on,
  automountServiceAccountToken: on,
  hostNetwork: off,
  hostPID: off,
  hostIPC: off,
  hostUsers: on,
  shareProcessNamespace: off,
  setHostnameAsFQDN: off,
  preemptionPolicy: orElse('PreemptLowerPriority'),
  overhead: quantities,
  resources,
  // The old name of serviceAccountName, which the server keeps equal to it.
  serviceAccount: ignored,
  serviceAccountName: orElse('default'),
});

/** `spec.template` of a workload. */
export const podTemplate: Shape = object({ metadata: templateMetadata, spec: podSpec });

/** A Pod by itself: what the scheduler and admission write into it says nothing. */
export const podFields = {
  spec: extend(podSpec, {
    nodeName: ignored,
    tolerations: ignored,
    priority: ignored,
    preemptionPolicy: ignored,
  }),
};
