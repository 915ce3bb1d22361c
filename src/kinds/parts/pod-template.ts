import { affinity, spreadConstraints, tolerations } from './placement.ts';
import { resourceClaims } from './resource-claims.ts';
import {
  flag,
  type Infer,
  list,
  number,
  optionalList,
  part,
  partAsIs,
  quantities,
  strings,
  text,
} from './schema.ts';

const named = partAsIs({ name: text });
const optionalName = partAsIs({ name: text, optional: flag });
const keyOf = partAsIs({ name: text, key: text, optional: flag });

const containerLinks = {
  name: text,
  env: list(
    partAsIs({ name: text, valueFrom: partAsIs({ configMapKeyRef: keyOf, secretKeyRef: keyOf }) }),
  ),
  envFrom: list(partAsIs({ prefix: text, configMapRef: optionalName, secretRef: optionalName })),
  volumeMounts: list(partAsIs({ name: text, mountPath: text, subPath: text })),
  volumeDevices: list(partAsIs({ name: text, devicePath: text })),
};
const LinkedContainer = part(containerLinks);
export type LinkedContainer = Infer<typeof LinkedContainer>;

const Container = part({
  ...containerLinks,
  image: text,
  restartPolicy: text,
  resources: part({ requests: quantities, limits: quantities }),
});
export type Container = Infer<typeof Container>;

const items = optionalList(partAsIs({ key: text, path: text }));
const withSecretRef = partAsIs({ secretRef: named });

const ProjectedSource = partAsIs({
  configMap: partAsIs({ name: text, optional: flag, items }),
  secret: partAsIs({ name: text, optional: flag, items }),
  serviceAccountToken: partAsIs({ path: text }),
  clusterTrustBundle: partAsIs({ name: text, optional: flag, path: text }),
});
export type ProjectedSource = Infer<typeof ProjectedSource>;

const Volume = partAsIs({
  name: text,
  configMap: partAsIs({ name: text, optional: flag, items }),
  secret: partAsIs({ secretName: text, optional: flag, items }),
  persistentVolumeClaim: partAsIs({ claimName: text }),
  ephemeral: partAsIs({
    volumeClaimTemplate: partAsIs({ spec: partAsIs({ storageClassName: text }) }),
  }),
  projected: partAsIs({ sources: optionalList(ProjectedSource) }),
  csi: partAsIs({ driver: text, nodePublishSecretRef: named }),
  hostPath: partAsIs({ path: text }),
  azureFile: partAsIs({ secretName: text }),
  glusterfs: partAsIs({ endpoints: text }),
  cephfs: withSecretRef,
  cinder: withSecretRef,
  flexVolume: withSecretRef,
  iscsi: withSecretRef,
  rbd: withSecretRef,
  scaleIO: withSecretRef,
  storageos: withSecretRef,
});
export type Volume = Infer<typeof Volume>;

const podLinks = {
  volumes: list(Volume),
  imagePullSecrets: list(named),
  serviceAccountName: text,
  // Deprecated twin of serviceAccountName; old manifests have only this one.
  serviceAccount: text,
  nodeName: text,
  nodeSelector: strings,
  affinity,
  tolerations,
  topologySpreadConstraints: spreadConstraints,
  priorityClassName: text,
  runtimeClassName: text,
  subdomain: text,
  resourceClaims,
  schedulingGroup: partAsIs({ podGroupName: text }),
};

/** The fields of a pod spec that name other objects. */
export const LinkedPodSpec = part({
  ...podLinks,
  containers: list(LinkedContainer),
  initContainers: list(LinkedContainer),
  ephemeralContainers: list(LinkedContainer),
});
export type LinkedPodSpec = Infer<typeof LinkedPodSpec>;

/** The fields of a pod spec that this project reads; absent when it is not an object. */
export const PodSpec = part({
  ...podLinks,
  containers: list(Container),
  initContainers: list(Container),
  ephemeralContainers: list(Container),
  priority: number,
  schedulerName: text,
  restartPolicy: text,
  hostNetwork: flag,
  hostPID: flag,
  hostIPC: flag,
  readinessGates: list(part({ conditionType: text })),
});
export type PodSpec = Infer<typeof PodSpec>;

/** `spec.template` of a workload. */
export const PodTemplate = part({
  metadata: part({ labels: strings, annotations: strings }),
  spec: PodSpec,
});
export type PodTemplate = Infer<typeof PodTemplate>;

/** {@link PodTemplate}, read for what it names. */
export const LinkedPodTemplate = part({
  metadata: part({ annotations: strings }),
  spec: LinkedPodSpec,
});
export type LinkedPodTemplate = Infer<typeof LinkedPodTemplate>;

/** A workload, read for what its template names. */
export const WorkloadLinks = part({ spec: part({ template: LinkedPodTemplate }) });

/** Where a piece of a pod spec stands. */
export interface PodSite {
  /** Its path in the object: `spec`, `spec.template.spec`. */
  readonly at: string;
  readonly namespace: string | undefined;
}

/** Field of a pod spec → its containers, in the order they start. */
export function containersByField(
  spec: LinkedPodSpec,
): readonly (readonly [field: string, containers: readonly LinkedContainer[]])[] {
  return [
    ['initContainers', spec.initContainers],
    ['containers', spec.containers],
    ['ephemeralContainers', spec.ephemeralContainers],
  ];
}

interface Containers<Each> {
  readonly initContainers: readonly Each[];
  readonly containers: readonly Each[];
  readonly ephemeralContainers: readonly Each[];
}

/** All containers of a pod spec, in the order they start. */
export function allContainers<Each extends LinkedContainer>(
  spec: Containers<Each> | undefined,
): readonly Each[] {
  if (spec === undefined) return [];
  return [...spec.initContainers, ...spec.containers, ...spec.ephemeralContainers];
}

/** An init container that keeps running beside the regular ones. */
export function isSidecar({ restartPolicy }: Pick<Container, 'restartPolicy'>): boolean {
  return restartPolicy === 'Always';
}

/** The ServiceAccount a pod runs as: the API server fills in `default` when none is named. */
export function accountOf({ serviceAccountName, serviceAccount }: LinkedPodSpec): string {
  return serviceAccountName || serviceAccount || 'default';
}
