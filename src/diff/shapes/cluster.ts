/** Machines, storage, quotas and the API itself. */
import {
  bag,
  byKey,
  ignored,
  mapOf,
  object,
  off,
  on,
  orElse,
  quantities,
  quantity,
  type Shape,
  set,
} from '#diff/shape.ts';
import { claimSpec } from './workloads.ts';

const document: Shape = { scalar: 'document' };

export const configMap: Shape = object({
  data: mapOf(document),
  binaryData: mapOf({}),
  immutable: off,
});
export const secret: Shape = object({
  data: mapOf({}),
  stringData: mapOf({}),
  type: orElse('Opaque'),
  immutable: off,
});
export const namespace: Shape = object({ spec: ignored });

/** Versions count although they stand in the status: nothing else says what a machine runs. */
const nodeInfo: Shape = object(
  { machineID: ignored, systemUUID: ignored, bootID: ignored },
  { ifBoth: true },
);

export const node: Shape = object({
  spec: object({
    podCIDR: ignored,
    podCIDRs: ignored,
    providerID: ignored,
    externalID: ignored,
    unschedulable: off,
    taints: byKey([['key', 'effect']], object({ timeAdded: ignored })),
  }),
  status: object({ nodeInfo }, { values: ignored, ifBoth: true }),
});

export const resourceQuota: Shape = object({
  spec: object({
    hard: quantities,
    scopes: set,
    scopeSelector: object({ matchExpressions: bag(object({ values: set })) }),
  }),
});

export const limitRange: Shape = object({
  spec: object({
    limits: bag(
      object({
        default: quantities,
        defaultRequest: quantities,
        max: quantities,
        min: quantities,
        maxLimitRequestRatio: quantities,
      }),
    ),
  }),
});

export const persistentVolumeClaim: Shape = object({
  spec: object({ ...Object.fromEntries(claimSpec.fields ?? []), volumeName: ignored }),
});

export const persistentVolume: Shape = object({
  spec: object({
    accessModes: set,
    capacity: quantities,
    claimRef: ignored,
    csi: object({ volumeHandle: ignored, volumeAttributes: ignored }),
    hostPath: object({ type: orElse('') }),
    mountOptions: set,
    persistentVolumeReclaimPolicy: orElse('Retain'),
    volumeMode: orElse('Filesystem'),
    nodeAffinity: object({
      required: object({
        nodeSelectorTerms: bag(object({ matchExpressions: bag(object({ values: set })) })),
      }),
    }),
  }),
});

export const storageClass: Shape = object({
  reclaimPolicy: orElse('Delete'),
  volumeBindingMode: orElse('Immediate'),
  allowVolumeExpansion: off,
  mountOptions: set,
  allowedTopologies: bag(object({ matchLabelExpressions: bag(object({ values: set })) })),
});

export const csiDriver: Shape = object({
  spec: object({
    attachRequired: on,
    podInfoOnMount: off,
    storageCapacity: off,
    requiresRepublish: off,
    fsGroupPolicy: orElse('ReadWriteOnceWithFSType'),
    seLinuxMount: off,
    volumeLifecycleModes: orElse(['Persistent'], set),
    tokenRequests: bag(),
  }),
});

export const priorityClass: Shape = object({
  globalDefault: off,
  preemptionPolicy: orElse('PreemptLowerPriority'),
  description: orElse(''),
});

export const apiService: Shape = object({
  spec: object({ caBundle: ignored, service: object({ port: orElse(443) }) }),
});

/** A schema inside a definition: its descriptions document, they do not decide. */
function jsonSchema(): Shape {
  const fields = new Map<string, Shape>([
    ['description', ignored],
    ['required', set],
    ['enum', set],
    ['x-kubernetes-list-map-keys', set],
    ['x-kubernetes-validations', byKey([['rule']])],
  ]);
  const schema: Shape = { fields };
  fields.set('properties', { values: schema, absent: {} });
  fields.set('items', schema);
  fields.set('additionalProperties', schema);
  for (const several of ['allOf', 'anyOf', 'oneOf']) fields.set(several, bag(schema));
  return schema;
}

export const customResourceDefinition: Shape = object({
  spec: object({
    preserveUnknownFields: off,
    names: object({
      shortNames: set,
      categories: set,
      singular: { absentIn: ({ kind }) => String(kind).toLowerCase() },
      listKind: { absentIn: ({ kind }) => `${String(kind)}List` },
    }),
    conversion: object(
      {
        strategy: orElse('None'),
        webhook: object({
          clientConfig: object({ caBundle: ignored, service: object({ port: orElse(443) }) }),
        }),
      },
      { absent: {} },
    ),
    versions: byKey(
      [['name']],
      object({
        schema: object({ openAPIV3Schema: jsonSchema() }),
        additionalPrinterColumns: byKey([['name']], object({ priority: orElse(0) })),
      }),
    ),
  }),
});

const level = object({
  nominalConcurrencyShares: orElse(30),
  lendablePercent: orElse(0),
  limitResponse: object({ queuing: object({ queues: orElse(64), handSize: orElse(8) }) }),
});

export const priorityLevelConfiguration: Shape = object({
  spec: object({ limited: level, exempt: level }),
});

export const flowSchema: Shape = object({
  spec: object({
    matchingPrecedence: orElse(1000),
    rules: bag(
      object({
        subjects: bag(),
        resourceRules: bag(
          object({
            verbs: set,
            apiGroups: set,
            resources: set,
            namespaces: set,
            clusterScope: off,
          }),
        ),
        nonResourceRules: bag(object({ verbs: set, nonResourceURLs: set })),
      }),
    ),
  }),
});

export const runtimeClass: Shape = object({
  overhead: object({ podFixed: quantities }),
  scheduling: object({ tolerations: bag(object({ operator: orElse('Equal') })) }),
});

export const csiStorageCapacity: Shape = object({
  capacity: quantity,
  maximumVolumeSize: quantity,
});

export const serviceCidr: Shape = object({ spec: object({ cidrs: set }) });
