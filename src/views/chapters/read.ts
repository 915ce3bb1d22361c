/** The fields of objects that chapters speak of. As in the kinds, an odd field counts as absent. */
import {
  flag,
  intOrString,
  list,
  number,
  part,
  quantities,
  readObject,
  record,
  type Schema,
  strings,
  text,
} from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

function reader<Shape>(schema: Schema<Shape>): (entry: Pick<Entry, 'object'>) => Shape {
  const cache = new WeakMap<KubeObject, Shape>();
  return ({ object }) => {
    const known = cache.get(object);
    if (known !== undefined) return known;
    const shape = readObject(schema, object);
    cache.set(object, shape);
    return shape;
  };
}

const taint = part({ key: text, value: text, effect: text });
const toleration = part({
  key: text,
  operator: text,
  value: text,
  effect: text,
  tolerationSeconds: number,
});
const container = part({
  name: text,
  image: text,
  command: list(text),
  args: list(text),
});

export const readNode = reader(
  part({
    spec: part({
      podCIDR: text,
      podCIDRs: list(text),
      taints: list(taint),
      providerID: text,
    }),
    status: part({
      addresses: list(part({ type: text, address: text })),
      conditions: list(part({ type: text, status: text, reason: text, message: text })),
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

/** How large a Node is, and how much of it pods may ask for. */
export const readNodeRoom = reader(
  part({ status: part({ capacity: quantities, allocatable: quantities }) }),
);

export const readPod = reader(
  part({
    spec: part({
      nodeName: text,
      hostNetwork: flag,
      dnsPolicy: text,
      priorityClassName: text,
      schedulerName: text,
      serviceAccountName: text,
      containers: list(container),
      tolerations: list(toleration),
      volumes: list(part({ name: text, hostPath: part({ path: text }) })),
      affinity: part({
        podAntiAffinity: part({
          preferredDuringSchedulingIgnoredDuringExecution: list(
            part({ podAffinityTerm: part({ topologyKey: text }) }),
          ),
        }),
      }),
    }),
    status: part({
      phase: text,
      podIP: text,
      conditions: list(part({ type: text, status: text, reason: text, message: text })),
    }),
  }),
);

/** The ports that containers of a pod name. */
export const readPodPorts = reader(
  part({
    spec: part({
      containers: list(
        part({
          name: text,
          ports: list(
            part({ name: text, containerPort: number, hostPort: number, protocol: text }),
          ),
        }),
      ),
    }),
  }),
);

export const readWorkload = reader(
  part({ spec: part({ selector: part({ matchLabels: strings }) }) }),
);

export const readService = reader(
  part({
    spec: part({
      type: text,
      clusterIP: text,
      clusterIPs: list(text),
      ipFamilies: list(text),
      ipFamilyPolicy: text,
      selector: strings,
      sessionAffinity: text,
      internalTrafficPolicy: text,
      externalTrafficPolicy: text,
      ports: list(
        part({
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
  part({
    endpoints: list(
      part({
        addresses: list(text),
        conditions: part({ ready: flag }),
        targetRef: part({ kind: text, namespace: text, name: text }),
        nodeName: text,
      }),
    ),
    ports: list(part({ name: text, port: number, protocol: text })),
  }),
);

/** The older form of an EndpointSlice, deprecated since 1.33. */
export const readEndpoints = reader(
  part({
    subsets: list(
      part({
        addresses: list(part({ ip: text, targetRef: part({ kind: text, name: text }) })),
        ports: list(part({ name: text, port: number, protocol: text })),
      }),
    ),
  }),
);

export const readLease = reader(
  part({
    spec: part({
      holderIdentity: text,
      leaseDurationSeconds: number,
      renewTime: text,
      leaseTransitions: number,
    }),
  }),
);

export const readConfigMap = reader(part({ data: record, binaryData: record }));

export const readStorageClass = reader(
  part({ provisioner: text, reclaimPolicy: text, volumeBindingMode: text }),
);

export const readBinding = reader(
  part({
    roleRef: part({ kind: text, name: text }),
    subjects: list(part({ kind: text, name: text, namespace: text })),
  }),
);

export const readRole = reader(
  part({
    rules: list(
      part({
        resources: list(text),
        resourceNames: list(text),
        verbs: list(text),
      }),
    ),
  }),
);

export const readWebhooks = reader(part({ webhooks: list(part({ name: text })) }));

export const readApiService = reader(
  part({
    spec: part({ group: text, version: text, service: part({ namespace: text, name: text }) }),
  }),
);

/** `data` of a ConfigMap as text; a key that holds something else is left out. */
export function configText(entry: Pick<Entry, 'object'>): ReadonlyMap<string, string> {
  const data = Object.entries(readConfigMap(entry).data ?? {});
  return new Map(data.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** The container of a pod with a name; the first one when none has it. */
export function mainContainer(pod: Entry, name: string) {
  const containers = readPod(pod).spec?.containers ?? [];
  return containers.find((container) => container.name === name) ?? containers[0];
}

/** Every word of the command line of a pod's container: command, then arguments. */
export function commandLine(pod: Entry, containerName: string): readonly string[] {
  const { command = [], args = [] } = mainContainer(pod, containerName) ?? {};
  return [...command, ...args];
}
