/** The fields of objects that chapters speak of. As in the kinds, an odd field counts as absent. */
import { z } from 'zod';
import {
  flag,
  intOrString,
  item,
  list,
  number,
  part,
  record,
  strings,
  text,
} from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

function reader<Shape>(schema: z.ZodType<Shape>): (entry: Pick<Entry, 'object'>) => Shape {
  const cache = new WeakMap<KubeObject, Shape>();
  return ({ object }) => {
    const known = cache.get(object);
    if (known !== undefined) return known;
    const shape = schema.parse(object);
    cache.set(object, shape);
    return shape;
  };
}

const taint = item({ key: text, value: text, effect: text });
const toleration = item({
  key: text,
  operator: text,
  value: text,
  effect: text,
  tolerationSeconds: number,
});
const container = item({
  name: text,
  image: text,
  command: list(z.string()),
  args: list(z.string()),
});

export const readNode = reader(
  z.object({
    spec: part({
      podCIDR: text,
      podCIDRs: list(z.string()),
      taints: list(taint),
      providerID: text,
    }),
    status: part({
      addresses: list(item({ type: text, address: text })),
      conditions: list(item({ type: text, status: text, reason: text })),
      nodeInfo: part({
        kubeletVersion: text,
        containerRuntimeVersion: text,
        osImage: text,
        kernelVersion: text,
        architecture: text,
      }),
      daemonEndpoints: part({ kubeletEndpoint: part({ Port: number }) }),
    }),
  }),
);

export const readPod = reader(
  z.object({
    spec: part({
      nodeName: text,
      hostNetwork: flag,
      dnsPolicy: text,
      priorityClassName: text,
      schedulerName: text,
      serviceAccountName: text,
      containers: list(container),
      tolerations: list(toleration),
      volumes: list(item({ name: text, hostPath: part({ path: text }) })),
      affinity: part({
        podAntiAffinity: part({
          preferredDuringSchedulingIgnoredDuringExecution: list(
            item({ podAffinityTerm: part({ topologyKey: text }) }),
          ),
        }),
      }),
    }),
    status: part({
      phase: text,
      podIP: text,
      conditions: list(item({ type: text, status: text, reason: text, message: text })),
    }),
  }),
);

export const readWorkload = reader(
  z.object({ spec: part({ selector: part({ matchLabels: strings }) }) }),
);

export const readService = reader(
  z.object({
    spec: part({
      type: text,
      clusterIP: text,
      clusterIPs: list(z.string()),
      ipFamilies: list(z.string()),
      ipFamilyPolicy: text,
      selector: strings,
      sessionAffinity: text,
      internalTrafficPolicy: text,
      externalTrafficPolicy: text,
      ports: list(
        item({
          name: text,
          port: number,
          targetPort: intOrString,
          protocol: text,
          nodePort: number,
        }),
      ),
    }),
  }),
);

export const readSlice = reader(
  z.object({
    endpoints: list(
      item({
        addresses: list(z.string()),
        conditions: part({ ready: flag }),
        targetRef: part({ kind: text, namespace: text, name: text }),
        nodeName: text,
      }),
    ),
    ports: list(item({ name: text, port: number, protocol: text })),
  }),
);

/** The older form of an EndpointSlice, deprecated since 1.33. */
export const readEndpoints = reader(
  z.object({
    subsets: list(
      item({
        addresses: list(item({ ip: text })),
        ports: list(item({ name: text, port: number, protocol: text })),
      }),
    ),
  }),
);

export const readLease = reader(
  z.object({
    spec: part({
      holderIdentity: text,
      leaseDurationSeconds: number,
      renewTime: text,
      leaseTransitions: number,
    }),
  }),
);

export const readConfigMap = reader(z.object({ data: record, binaryData: record }));

export const readStorageClass = reader(
  z.object({ provisioner: text, reclaimPolicy: text, volumeBindingMode: text }),
);

export const readBinding = reader(
  z.object({
    roleRef: part({ kind: text, name: text }),
    subjects: list(item({ kind: text, name: text, namespace: text })),
  }),
);

export const readRole = reader(
  z.object({
    rules: list(
      item({
        resources: list(z.string()),
        resourceNames: list(z.string()),
        verbs: list(z.string()),
      }),
    ),
  }),
);

export const readWebhooks = reader(z.object({ webhooks: list(item({ name: text })) }));

export const readApiService = reader(
  z.object({
    spec: part({ group: text, version: text, service: part({ namespace: text, name: text }) }),
  }),
);

/** `data` of a ConfigMap as text; a key that holds something else is left out. */
export function configText(entry: Pick<Entry, 'object'>): ReadonlyMap<string, string> {
  const data = Object.entries(readConfigMap(entry).data ?? {});
  return new Map(data.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** Every word of the command line of a pod's container: command, then arguments. */
export function commandLine(entry: Entry, containerName?: string): readonly string[] {
  const containers = readPod(entry).spec?.containers ?? [];
  const named = containers.find(({ name }) => name === containerName);
  const { command = [], args = [] } = named ?? containers[0] ?? {};
  return [...command, ...args];
}
