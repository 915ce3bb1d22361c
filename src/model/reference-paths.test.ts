/**
 * Every path by which one object refers to another, each with an object that writes it and the edge that
 * comes of it. What is named by a path and is no object of the API stands at the end.
 */
import { describe, expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf, type ObjectId, objectId, parseObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod } from '#tests/fixtures/builders.ts';

/** `relation target @ path`, and ` optional` where the object can do without. */
type Written = `${string} ${string} @ ${string}`;

interface Row {
  readonly path: string;
  readonly from: KubeObject;
  readonly edges: readonly Written[];
  /** What has to be there besides the targets, which are made up from their ids. */
  readonly others?: readonly KubeObject[];
}

const versions: Readonly<Record<string, string>> = { '': 'v1' };

/** An object with nothing but its id. */
function stub(id: string): KubeObject {
  const { group, kind, namespace, name } = parseObjectId(id as ObjectId);
  const apiVersion = versions[group] ?? `${group}/v1`;
  return object(apiVersion, kind, namespace === undefined ? name : `${namespace}/${name}`);
}

const targetIn = (edge: Written) => edge.split(' @ ')[0]?.split(' ')[1] ?? '';

function edgesOf({ from, edges, others = [] }: Row): readonly string[] {
  const present = new Set([from, ...others].map(idOf));
  const targets = [...new Set(edges.map(targetIn))].filter((id) => !present.has(id as ObjectId));
  const model = modelOf(from, ...others, ...targets.map(stub));
  return model
    .edgesFrom(idOf(from))
    .map(
      ({ relation, to, path, optional }) =>
        `${relation} ${to} @ ${path}${optional ? ' optional' : ''}`,
    );
}

const podWith = (spec: object, metadata = {}) => object('v1', 'Pod', 'shop/a', { metadata, spec });
const volume = (source: object) => podWith({ nodeName: '', volumes: [{ name: 'v', ...source }] });
const projected = (source: object) => volume({ projected: { sources: [source] } });
const container = (fields: object) => podWith({ containers: [{ name: 'c', ...fields }] });
const labelled = (id: string, labels: Readonly<Record<string, string>>, more = {}) => {
  const { apiVersion, kind, metadata } = stub(id);
  return { apiVersion, kind, metadata: { ...metadata, labels }, ...more };
};
const app = { matchLabels: { app: 'web' } };
const expression = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] };
const webPod = pod('shop/web', { app: 'web' }, { spec: { nodeName: 'n' } });
const otherPod = pod('shop/other', { app: 'db' }, { spec: { nodeName: 'n' } });
const gpuNode = labelled('Node/gpu', { pool: 'gpu', cores: '16' });
const plainNode = labelled('Node/plain', { pool: 'web', cores: '4' });
const nodes = [gpuNode, plainNode];

const deploymentWith = (spec: object, metadata = {}) =>
  object('apps/v1', 'Deployment', 'shop/d', {
    spec: { template: { metadata, spec: { serviceAccountName: 'x', containers: [], ...spec } } },
  });
const runsAs = 'identity ServiceAccount/shop/x @ spec.template.spec.serviceAccountName';

const podSpecRows: readonly Row[] = [
  {
    path: 'P.volumes[].configMap.name',
    from: volume({ configMap: { name: 'x' } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].configMap.name'],
  },
  {
    path: 'P.volumes[].configMap.optional',
    from: volume({ configMap: { name: 'x', optional: true } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].configMap.name optional'],
  },
  {
    path: 'P.volumes[].secret.secretName',
    from: volume({ secret: { secretName: 'x', optional: true } }),
    edges: ['mounts Secret/shop/x @ spec.volumes[name=v].secret.secretName optional'],
  },
  {
    path: 'P.volumes[].persistentVolumeClaim.claimName',
    from: volume({ persistentVolumeClaim: { claimName: 'x' } }),
    edges: [
      'claims PersistentVolumeClaim/shop/x @ spec.volumes[name=v].persistentVolumeClaim.claimName',
    ],
  },
  {
    path: 'P.volumes[].ephemeral',
    from: volume({ ephemeral: {} }),
    edges: ['claims PersistentVolumeClaim/shop/a-v @ spec.volumes[name=v].ephemeral'],
  },
  {
    path: 'P.volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName',
    from: volume({ ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'x' } } } }),
    edges: [
      'class StorageClass.storage.k8s.io/x @ spec.volumes[name=v].ephemeral.volumeClaimTemplate.spec.storageClassName',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].configMap.name',
    from: projected({ configMap: { name: 'x' } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].projected.sources[0].configMap.name'],
  },
  {
    path: 'P.volumes[].projected.sources[].secret.name',
    from: projected({ secret: { name: 'x', optional: true } }),
    edges: [
      'mounts Secret/shop/x @ spec.volumes[name=v].projected.sources[0].secret.name optional',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].serviceAccountToken',
    from: projected({ serviceAccountToken: { path: 't' } }),
    edges: [
      'token ServiceAccount/shop/default @ spec.volumes[name=v].projected.sources[0].serviceAccountToken',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].clusterTrustBundle.name',
    from: projected({ clusterTrustBundle: { name: 'x' } }),
    edges: [
      'mounts ClusterTrustBundle.certificates.k8s.io/x @ spec.volumes[name=v].projected.sources[0].clusterTrustBundle.name',
    ],
  },
  {
    path: 'P.volumes[].csi.driver, .nodePublishSecretRef',
    from: volume({ csi: { driver: 'x', nodePublishSecretRef: { name: 's' } } }),
    edges: [
      'provisioner CSIDriver.storage.k8s.io/x @ spec.volumes[name=v].csi.driver',
      'credentials Secret/shop/s @ spec.volumes[name=v].csi.nodePublishSecretRef.name',
    ],
  },
  {
    path: 'P.volumes[].azureFile.secretName',
    from: volume({ azureFile: { secretName: 'x' } }),
    edges: ['credentials Secret/shop/x @ spec.volumes[name=v].azureFile.secretName'],
  },
  ...['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'].map(
    (field): Row => ({
      path: `P.volumes[].${field}.secretRef.name`,
      from: volume({ [field]: { secretRef: { name: 'x' } } }),
      edges: [`credentials Secret/shop/x @ spec.volumes[name=v].${field}.secretRef.name`],
    }),
  ),
  {
    path: 'P.volumes[].glusterfs.endpoints',
    from: volume({ glusterfs: { endpoints: 'x' } }),
    edges: ['calls Endpoints/shop/x @ spec.volumes[name=v].glusterfs.endpoints'],
  },
  ...(['configMapKeyRef ConfigMap', 'secretKeyRef Secret'] as const).map((both): Row => {
    const [field = '', kind] = both.split(' ');
    return {
      path: `C.env[].valueFrom.${field}.name`,
      from: container({
        env: [{ name: 'E', valueFrom: { [field]: { name: 'x', key: 'k', optional: true } } }],
      }),
      edges: [
        `env ${kind}/shop/x @ spec.containers[name=c].env[name=E].valueFrom.${field}.name optional`,
      ],
    };
  }),
  ...(['configMapRef ConfigMap', 'secretRef Secret'] as const).map((both): Row => {
    const [field = '', kind] = both.split(' ');
    return {
      path: `C.envFrom[].${field}.name`,
      from: container({ envFrom: [{ [field]: { name: 'x' } }] }),
      edges: [`env ${kind}/shop/x @ spec.containers[name=c].envFrom[0].${field}.name`],
    };
  }),
  ...['initContainers', 'ephemeralContainers'].map(
    (field): Row => ({
      path: `P.${field}[].envFrom[]`,
      from: podWith({ [field]: [{ name: 'c', envFrom: [{ configMapRef: { name: 'x' } }] }] }),
      edges: [`env ConfigMap/shop/x @ spec.${field}[name=c].envFrom[0].configMapRef.name`],
    }),
  ),
  {
    path: 'P.resourceClaims[].resourceClaimName',
    from: podWith({ resourceClaims: [{ name: 'g', resourceClaimName: 'x' }] }),
    edges: [
      'allocation ResourceClaim.resource.k8s.io/shop/x @ spec.resourceClaims[name=g].resourceClaimName',
    ],
  },
  {
    path: 'P.resourceClaims[].resourceClaimTemplateName',
    from: podWith({ resourceClaims: [{ name: 'g', resourceClaimTemplateName: 'x' }] }),
    edges: [
      'allocation ResourceClaimTemplate.resource.k8s.io/shop/x @ spec.resourceClaims[name=g].resourceClaimTemplateName',
    ],
  },
  {
    path: 'P.schedulingGroup.podGroupName',
    from: podWith({ schedulingGroup: { podGroupName: 'x' } }),
    edges: ['about PodGroup.scheduling.k8s.io/shop/x @ spec.schedulingGroup.podGroupName'],
  },
  {
    path: 'P.imagePullSecrets[].name',
    from: podWith({ imagePullSecrets: [{ name: 'x' }] }),
    edges: ['pulls Secret/shop/x @ spec.imagePullSecrets[name=x].name'],
  },
  {
    path: 'P.serviceAccountName',
    from: podWith({ serviceAccountName: 'x' }),
    edges: ['identity ServiceAccount/shop/x @ spec.serviceAccountName'],
  },
  {
    path: 'P.serviceAccountName, default',
    from: object('apps/v1', 'Deployment', 'shop/d', { spec: { template: { spec: {} } } }),
    edges: ['identity ServiceAccount/shop/default @ spec.template.spec.serviceAccountName'],
  },
  { path: 'P.nodeName', from: podWith({ nodeName: 'x' }), edges: ['node Node/x @ spec.nodeName'] },
  {
    path: 'P.priorityClassName',
    from: podWith({ priorityClassName: 'x' }),
    edges: ['priority PriorityClass.scheduling.k8s.io/x @ spec.priorityClassName'],
  },
  {
    path: 'P.runtimeClassName',
    from: podWith({ runtimeClassName: 'x' }),
    edges: ['runtime RuntimeClass.node.k8s.io/x @ spec.runtimeClassName'],
  },
  {
    path: 'P.subdomain',
    from: podWith({ subdomain: 'x' }),
    edges: ['governs Service/shop/x @ spec.subdomain'],
  },
  {
    path: 'P.nodeSelector',
    from: deploymentWith({ nodeSelector: { pool: 'gpu' } }),
    others: nodes,
    edges: [runsAs, 'asks Node/gpu @ spec.template.spec.nodeSelector'],
  },
  {
    path: 'P.affinity.nodeAffinity.required, with nodeSelector',
    from: deploymentWith({
      nodeSelector: { pool: 'gpu' },
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['2'] }] },
            ],
          },
        },
      },
    }),
    others: nodes,
    edges: [
      runsAs,
      'asks Node/gpu @ spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]',
    ],
  },
  {
    path: 'P.affinity.nodeAffinity.required.matchFields',
    from: deploymentWith({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['plain'] }] },
            ],
          },
        },
      },
    }),
    others: nodes,
    edges: [
      runsAs,
      'asks Node/plain @ spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]',
    ],
  },
  {
    path: 'P.affinity.nodeAffinity.preferred',
    from: deploymentWith({
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 1,
              preference: {
                matchExpressions: [{ key: 'pool', operator: 'NotIn', values: ['gpu'] }],
              },
            },
          ],
        },
      },
    }),
    others: nodes,
    edges: [
      runsAs,
      'asks Node/plain @ spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference optional',
    ],
  },
  {
    path: 'P.affinity.podAffinity.required',
    from: deploymentWith({
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { labelSelector: expression, topologyKey: 'z' },
          ],
        },
      },
    }),
    others: [webPod, otherPod],
    edges: [
      runsAs,
      'near Pod/shop/web @ spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
    ],
  },
  {
    path: 'P.affinity.podAntiAffinity.preferred, namespaces',
    from: deploymentWith({
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 1,
              podAffinityTerm: { labelSelector: app, topologyKey: 'z', namespaces: ['blog'] },
            },
          ],
        },
      },
    }),
    others: [webPod, pod('blog/web', { app: 'web' })],
    edges: [
      runsAs,
      'apart Pod/blog/web @ spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector optional',
    ],
  },
  {
    path: 'P.affinity.podAffinity.required, namespaceSelector',
    from: deploymentWith({
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              labelSelector: app,
              topologyKey: 'z',
              namespaceSelector: { matchLabels: { team: 'b' } },
            },
          ],
        },
      },
    }),
    others: [webPod, pod('blog/web', { app: 'web' }), labelled('Namespace/blog', { team: 'b' })],
    edges: [
      runsAs,
      'near Pod/blog/web @ spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
    ],
  },
  {
    path: 'P.topologySpreadConstraints[].labelSelector',
    from: deploymentWith({
      topologySpreadConstraints: [
        { topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule', labelSelector: app },
      ],
    }),
    others: [webPod, otherPod],
    edges: [
      runsAs,
      'spreads Pod/shop/web @ spec.template.spec.topologySpreadConstraints[0].labelSelector',
    ],
  },
  {
    path: 'P.tolerations[]',
    from: deploymentWith({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }),
    others: [
      { ...gpuNode, spec: { taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] } },
      { ...plainNode, spec: { taints: [{ key: 'disk', effect: 'NoSchedule' }] } },
    ],
    edges: [runsAs, 'tolerates Node/gpu @ spec.template.spec.tolerations'],
  },
  {
    path: 'template.metadata.annotations[k8s.v1.cni.cncf.io/networks]',
    from: deploymentWith(
      {},
      { annotations: { 'k8s.v1.cni.cncf.io/networks': 'fast@net1, lab/slow' } },
    ),
    edges: [
      runsAs,
      'network NetworkAttachmentDefinition.k8s.cni.cncf.io/shop/fast @ spec.template.metadata.annotations["k8s.v1.cni.cncf.io/networks"]',
      'network NetworkAttachmentDefinition.k8s.cni.cncf.io/lab/slow @ spec.template.metadata.annotations["k8s.v1.cni.cncf.io/networks"]',
    ],
  },
];

const podRows: readonly Row[] = [
  {
    path: 'metadata.ownerReferences[]',
    from: ownedBy(stub('ReplicaSet.apps/shop/x'), podWith({})),
    others: [stub('ReplicaSet.apps/shop/x')],
    edges: ['owner ReplicaSet.apps/shop/x @ metadata.ownerReferences[name=x].name'],
  },
  {
    path: 'status.nominatedNodeName',
    from: { ...podWith({}), status: { nominatedNodeName: 'x' } },
    edges: ['node Node/x @ status.nominatedNodeName'],
  },
  {
    path: 'status.resourceClaimStatuses[].resourceClaimName',
    from: {
      ...podWith({}),
      status: { resourceClaimStatuses: [{ name: 'g', resourceClaimName: 'x' }] },
    },
    edges: [
      'allocation ResourceClaim.resource.k8s.io/shop/x @ status.resourceClaimStatuses[name=g].resourceClaimName',
    ],
  },
  {
    path: 'metadata.annotations[kubernetes.io/config.mirror]',
    from: podWith({ nodeName: 'x' }, { annotations: { 'kubernetes.io/config.mirror': 'h' } }),
    edges: [
      'node Node/x @ spec.nodeName',
      'mirrors Node/x @ metadata.annotations["kubernetes.io/config.mirror"]',
    ],
  },
  {
    path: 'metadata.annotations[k8s.v1.cni.cncf.io/networks] as JSON',
    from: podWith(
      { nodeName: '' },
      { annotations: { 'k8s.v1.cni.cncf.io/networks': '[{"name":"x"}]' } },
    ),
    edges: [
      'network NetworkAttachmentDefinition.k8s.cni.cncf.io/shop/x @ metadata.annotations["k8s.v1.cni.cncf.io/networks"]',
    ],
  },
];

const made = (apiVersion: string, kind: string, fields: object, at = 'shop/a') =>
  object(apiVersion, kind, at, fields as never);
const clusterWide = (apiVersion: string, kind: string, fields: object) =>
  made(apiVersion, kind, fields, 'a');

const workloadRows: readonly Row[] = [
  {
    path: 'StatefulSet spec.serviceName',
    from: made('apps/v1', 'StatefulSet', { spec: { serviceName: 'x' } }),
    edges: ['governs Service/shop/x @ spec.serviceName'],
  },
  {
    path: 'StatefulSet spec.volumeClaimTemplates[]',
    from: made('apps/v1', 'StatefulSet', {
      spec: {
        replicas: 2,
        ordinals: { start: 3 },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'x' } }],
      },
    }),
    edges: [
      'class StorageClass.storage.k8s.io/x @ spec.volumeClaimTemplates[0].spec.storageClassName',
      'claims PersistentVolumeClaim/shop/data-a-3 @ spec.volumeClaimTemplates[0] optional',
      'claims PersistentVolumeClaim/shop/data-a-4 @ spec.volumeClaimTemplates[0] optional',
    ],
  },
  {
    path: 'CronJob status.active[].name',
    from: made('batch/v1', 'CronJob', { status: { active: [{ name: 'x' }] } }),
    edges: ['starts Job.batch/shop/x @ status.active[name=x].name optional'],
  },
  {
    path: 'HorizontalPodAutoscaler spec.scaleTargetRef, spec.metrics[].object.describedObject',
    from: made('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
        metrics: [
          {
            type: 'Object',
            object: {
              metric: { name: 'm' },
              describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'i' },
            },
          },
        ],
      },
    }),
    edges: [
      'scales Deployment.apps/shop/x @ spec.scaleTargetRef.name',
      'about Ingress.networking.k8s.io/shop/i @ spec.metrics[0].object.describedObject.name',
    ],
  },
  {
    path: 'VerticalPodAutoscaler spec.targetRef',
    from: made('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', {
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } },
    }),
    edges: ['scales Deployment.apps/shop/x @ spec.targetRef.name'],
  },
  {
    path: 'PodDisruptionBudget spec.selector',
    from: made('policy/v1', 'PodDisruptionBudget', { spec: { selector: expression } }),
    others: [webPod, otherPod],
    edges: ['protects Pod/shop/web @ spec.selector'],
  },
];

const networkRows: readonly Row[] = [
  {
    path: 'Service spec.selector',
    from: made('v1', 'Service', { spec: { selector: { app: 'web' } } }),
    others: [webPod, otherPod, pod('blog/web', { app: 'web' })],
    edges: ['selects Pod/shop/web @ spec.selector'],
  },
  {
    path: 'Service spec.externalName',
    from: made('v1', 'Service', {
      spec: { type: 'ExternalName', externalName: 'x.blog.svc.cluster.local' },
    }),
    edges: ['routes Service/blog/x @ spec.externalName'],
  },
  {
    path: 'EndpointSlice metadata.labels[kubernetes.io/service-name], endpoints[].targetRef',
    from: made('discovery.k8s.io/v1', 'EndpointSlice', {
      metadata: { labels: { 'kubernetes.io/service-name': 'x' } },
      endpoints: [{ targetRef: { kind: 'Pod', namespace: 'shop', name: 'p' } }],
    }),
    edges: [
      'serves Service/shop/x @ metadata.labels["kubernetes.io/service-name"]',
      'endpoint Pod/shop/p @ endpoints[0].targetRef.name',
    ],
  },
  {
    path: 'EndpointSlice endpoints[].nodeName',
    from: made('discovery.k8s.io/v1', 'EndpointSlice', { endpoints: [{ nodeName: 'x' }] }),
    edges: ['endpoint Node/x @ endpoints[0].nodeName'],
  },
  {
    path: 'Endpoints metadata.name, subsets[].addresses[], subsets[].notReadyAddresses[]',
    from: made('v1', 'Endpoints', {
      subsets: [
        {
          addresses: [{ targetRef: { kind: 'Pod', namespace: 'shop', name: 'p' } }],
          notReadyAddresses: [{ nodeName: 'x' }],
        },
      ],
    }),
    edges: [
      'serves Service/shop/a @ metadata.name optional',
      'endpoint Pod/shop/p @ subsets[0].addresses[0].targetRef.name',
      'endpoint Node/x @ subsets[0].notReadyAddresses[0].nodeName',
    ],
  },
  {
    path: 'Ingress spec.ingressClassName, spec.defaultBackend, spec.tls[].secretName',
    from: made('networking.k8s.io/v1', 'Ingress', {
      spec: {
        ingressClassName: 'x',
        defaultBackend: { service: { name: 's', port: { number: 80 } } },
        tls: [{ secretName: 't' }],
      },
    }),
    edges: [
      'class IngressClass.networking.k8s.io/x @ spec.ingressClassName',
      'routes Service/shop/s @ spec.defaultBackend.service.name',
      'certificate Secret/shop/t @ spec.tls[0].secretName',
    ],
  },
  {
    path: 'Ingress metadata.annotations[kubernetes.io/ingress.class]',
    from: made('networking.k8s.io/v1', 'Ingress', {
      metadata: { annotations: { 'kubernetes.io/ingress.class': 'x' } },
    }),
    edges: [
      'class IngressClass.networking.k8s.io/x @ metadata.annotations["kubernetes.io/ingress.class"] optional',
    ],
  },
  {
    path: 'Ingress spec.rules[].http.paths[].backend',
    from: made('networking.k8s.io/v1', 'Ingress', {
      spec: {
        rules: [
          {
            http: {
              paths: [
                { path: '/', backend: { service: { name: 's' } } },
                {
                  path: '/r',
                  backend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'x' } },
                },
              ],
            },
          },
        ],
      },
    }),
    edges: [
      'routes Service/shop/s @ spec.rules[0].http.paths[0].backend.service.name',
      'routes Bucket.example.com/shop/x @ spec.rules[0].http.paths[1].backend.resource.name',
    ],
  },
  {
    path: 'IngressClass spec.parameters',
    from: clusterWide('networking.k8s.io/v1', 'IngressClass', {
      spec: {
        parameters: {
          apiGroup: 'example.com',
          kind: 'Params',
          name: 'x',
          scope: 'Namespace',
          namespace: 'shop',
        },
      },
    }),
    edges: ['parameters Params.example.com/shop/x @ spec.parameters.name'],
  },
  {
    path: 'NetworkPolicy spec.podSelector, ingress[].from[], egress[].to[]',
    from: made('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: app,
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'db' } } }] }],
        egress: [{ to: [{ namespaceSelector: { matchLabels: { team: 'b' } } }] }],
      },
    }),
    others: [
      webPod,
      otherPod,
      labelled('Namespace/blog', { team: 'b' }),
      labelled('Namespace/shop', {}),
    ],
    edges: [
      'selects Pod/shop/web @ spec.podSelector',
      'allows Pod/shop/other @ spec.ingress[0].from[0].podSelector',
      'allows Namespace/blog @ spec.egress[0].to[0].namespaceSelector',
    ],
  },
  {
    path: 'NetworkPolicy …podSelector with namespaceSelector',
    from: made('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: { matchLabels: { app: 'none' } },
        ingress: [
          {
            from: [
              {
                podSelector: expression,
                namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
              },
            ],
          },
        ],
      },
    }),
    others: [
      webPod,
      pod('blog/web', { app: 'api' }),
      labelled('Namespace/blog', { team: 'b' }),
      labelled('Namespace/shop', {}),
    ],
    edges: ['allows Pod/blog/web @ spec.ingress[0].from[0].podSelector'],
  },
  {
    path: 'IPAddress spec.parentRef',
    from: clusterWide('networking.k8s.io/v1', 'IPAddress', {
      spec: { parentRef: { group: '', resource: 'services', namespace: 'shop', name: 'x' } },
    }),
    edges: ['address Service/shop/x @ spec.parentRef.name'],
  },
];

const secretRefs = [
  'controllerPublish',
  'nodeStage',
  'nodePublish',
  'controllerExpand',
  'nodeExpand',
].map((step) => `${step}SecretRef`);
const storageRows: readonly Row[] = [
  {
    path: 'PersistentVolumeClaim spec.volumeName, storageClassName, volumeAttributesClassName, dataSourceRef',
    from: made('v1', 'PersistentVolumeClaim', {
      spec: {
        volumeName: 'x',
        storageClassName: 'c',
        volumeAttributesClassName: 'v',
        dataSourceRef: {
          apiGroup: 'snapshot.storage.k8s.io',
          kind: 'VolumeSnapshot',
          name: 's',
          namespace: 'blog',
        },
      },
    }),
    edges: [
      'bound PersistentVolume/x @ spec.volumeName',
      'class StorageClass.storage.k8s.io/c @ spec.storageClassName',
      'class VolumeAttributesClass.storage.k8s.io/v @ spec.volumeAttributesClassName',
      'source VolumeSnapshot.snapshot.storage.k8s.io/blog/s @ spec.dataSourceRef.name optional',
    ],
  },
  {
    path: 'PersistentVolumeClaim spec.dataSource',
    from: made('v1', 'PersistentVolumeClaim', {
      spec: { dataSource: { kind: 'PersistentVolumeClaim', name: 's' } },
    }),
    edges: ['source PersistentVolumeClaim/shop/s @ spec.dataSource.name optional'],
  },
  {
    path: 'PersistentVolume spec.claimRef, storageClassName, csi.driver',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: {
        claimRef: { namespace: 'shop', name: 'x' },
        storageClassName: 'c',
        csi: { driver: 'd' },
      },
    }),
    edges: [
      'bound PersistentVolumeClaim/shop/x @ spec.claimRef.name',
      'class StorageClass.storage.k8s.io/c @ spec.storageClassName',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.csi.driver',
    ],
  },
  ...secretRefs.map(
    (field): Row => ({
      path: `PersistentVolume spec.csi.${field}`,
      from: clusterWide('v1', 'PersistentVolume', {
        spec: { csi: { [field]: { name: 'x', namespace: 'shop' } } },
      }),
      edges: [`credentials Secret/shop/x @ spec.csi.${field}.name`],
    }),
  ),
  ...['rbd', 'cephfs', 'cinder', 'flexVolume', 'iscsi', 'scaleIO', 'storageos'].map(
    (field): Row => ({
      path: `PersistentVolume spec.${field}.secretRef`,
      from: clusterWide('v1', 'PersistentVolume', {
        spec: { [field]: { secretRef: { name: 'x', namespace: 'shop' } } },
      }),
      edges: [`credentials Secret/shop/x @ spec.${field}.secretRef.name`],
    }),
  ),
  {
    path: 'PersistentVolume spec.azureFile',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: { azureFile: { secretName: 'x', secretNamespace: 'shop' } },
    }),
    edges: ['credentials Secret/shop/x @ spec.azureFile.secretName'],
  },
  {
    path: 'PersistentVolume spec.nodeAffinity.required',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: {
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'pool', operator: 'In', values: ['gpu'] }] },
            ],
          },
        },
      },
    }),
    others: nodes,
    edges: ['reach Node/gpu @ spec.nodeAffinity.required.nodeSelectorTerms[0]'],
  },
  {
    path: 'StorageClass provisioner, parameters[csi.storage.k8s.io/*-secret-name]',
    from: clusterWide('storage.k8s.io/v1', 'StorageClass', {
      provisioner: 'd',
      parameters: {
        'csi.storage.k8s.io/provisioner-secret-name': 'x',
        'csi.storage.k8s.io/provisioner-secret-namespace': 'shop',
      },
    }),
    edges: [
      'provisioner CSIDriver.storage.k8s.io/d @ provisioner optional',
      "credentials Secret/shop/x @ parameters['csi.storage.k8s.io/provisioner-secret-name']",
    ],
  },
  {
    path: 'VolumeAttachment spec.attacher, source.persistentVolumeName, nodeName',
    from: clusterWide('storage.k8s.io/v1', 'VolumeAttachment', {
      spec: { attacher: 'd', nodeName: 'n', source: { persistentVolumeName: 'x' } },
    }),
    edges: [
      'attaches PersistentVolume/x @ spec.source.persistentVolumeName',
      'attachesTo Node/n @ spec.nodeName',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.attacher optional',
    ],
  },
  {
    path: 'CSINode metadata.name, spec.drivers[].name',
    from: clusterWide('storage.k8s.io/v1', 'CSINode', { spec: { drivers: [{ name: 'd' }] } }),
    edges: [
      'about Node/a @ metadata.name',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.drivers[name=d].name optional',
    ],
  },
  {
    path: 'CSIStorageCapacity storageClassName',
    from: made('storage.k8s.io/v1', 'CSIStorageCapacity', { storageClassName: 'c' }),
    edges: ['about StorageClass.storage.k8s.io/c @ storageClassName'],
  },
  {
    path: 'VolumeSnapshot spec.source, volumeSnapshotClassName, status.boundVolumeSnapshotContentName',
    from: made('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', {
      spec: { source: { persistentVolumeClaimName: 'p' }, volumeSnapshotClassName: 'c' },
      status: { boundVolumeSnapshotContentName: 'x' },
    }),
    edges: [
      'source PersistentVolumeClaim/shop/p @ spec.source.persistentVolumeClaimName optional',
      'class VolumeSnapshotClass.snapshot.storage.k8s.io/c @ spec.volumeSnapshotClassName',
      'bound VolumeSnapshotContent.snapshot.storage.k8s.io/x @ status.boundVolumeSnapshotContentName',
    ],
  },
  {
    path: 'VolumeSnapshotContent spec.volumeSnapshotRef, volumeSnapshotClassName, driver',
    from: clusterWide('snapshot.storage.k8s.io/v1', 'VolumeSnapshotContent', {
      spec: {
        volumeSnapshotRef: { namespace: 'shop', name: 'x' },
        volumeSnapshotClassName: 'c',
        driver: 'd',
      },
    }),
    edges: [
      'bound VolumeSnapshot.snapshot.storage.k8s.io/shop/x @ spec.volumeSnapshotRef.name',
      'class VolumeSnapshotClass.snapshot.storage.k8s.io/c @ spec.volumeSnapshotClassName optional',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.driver optional',
    ],
  },
  {
    path: 'Node status.volumesAttached[].name',
    from: { ...stub('Node/a'), status: { volumesAttached: [{ name: 'kubernetes.io/csi/d^h' }] } },
    others: [{ ...stub('PersistentVolume/x'), spec: { csi: { driver: 'd', volumeHandle: 'h' } } }],
    edges: [
      'attaches PersistentVolume/x @ status.volumesAttached[name=kubernetes.io/csi/d^h].name',
    ],
  },
];

const rbac = 'rbac.authorization.k8s.io';
const identityRows: readonly Row[] = [
  {
    path: 'RoleBinding roleRef to a Role, subjects[]',
    from: made(`${rbac}/v1`, 'RoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'x' },
      subjects: [
        { kind: 'ServiceAccount', name: 's', namespace: 'blog' },
        { kind: 'User', name: 'system:serviceaccount:blog:u' },
        { kind: 'User', name: 'jane' },
      ],
    }),
    others: [stub(`ClusterRole.${rbac}/x`)],
    edges: [
      `grants Role.${rbac}/shop/x @ roleRef.name`,
      'subject ServiceAccount/blog/s @ subjects[name=s].name',
      'subject ServiceAccount/blog/u @ subjects[name=system:serviceaccount:blog:u].name',
    ],
  },
  {
    path: 'RoleBinding roleRef to a ClusterRole',
    from: made(`${rbac}/v1`, 'RoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'x' },
    }),
    others: [stub(`Role.${rbac}/shop/x`)],
    edges: [`grants ClusterRole.${rbac}/x @ roleRef.name`],
  },
  {
    path: 'ClusterRoleBinding roleRef',
    from: clusterWide(`${rbac}/v1`, 'ClusterRoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'x' },
    }),
    edges: [`grants ClusterRole.${rbac}/x @ roleRef.name`],
  },
  {
    path: 'ClusterRole aggregationRule.clusterRoleSelectors[]',
    from: clusterWide(`${rbac}/v1`, 'ClusterRole', {
      aggregationRule: { clusterRoleSelectors: [expression] },
    }),
    others: [labelled(`ClusterRole.${rbac}/x`, { app: 'api' }), stub(`ClusterRole.${rbac}/y`)],
    edges: [`aggregates ClusterRole.${rbac}/x @ aggregationRule.clusterRoleSelectors[0]`],
  },
  {
    path: 'Role rules[].resourceNames',
    from: made(`${rbac}/v1`, 'Role', {
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['x', 'not-there'],
          verbs: ['get'],
        },
      ],
    }),
    edges: ['rights ConfigMap/shop/x @ rules[0].resourceNames'],
  },
  {
    path: 'ClusterRole rules[].resourceNames',
    from: clusterWide(`${rbac}/v1`, 'ClusterRole', {
      rules: [
        {
          apiGroups: ['storage.k8s.io'],
          resources: ['storageclasses'],
          resourceNames: ['x'],
          verbs: ['get'],
        },
      ],
    }),
    edges: ['rights StorageClass.storage.k8s.io/x @ rules[0].resourceNames'],
  },
  {
    path: 'ServiceAccount secrets[], imagePullSecrets[]',
    from: made('v1', 'ServiceAccount', {
      secrets: [{ name: 's' }],
      imagePullSecrets: [{ name: 'x' }],
    }),
    edges: [
      'credentials Secret/shop/s @ secrets[name=s].name',
      'pulls Secret/shop/x @ imagePullSecrets[name=x].name',
    ],
  },
  {
    path: 'Secret metadata.annotations[kubernetes.io/service-account.name]',
    from: made('v1', 'Secret', {
      type: 'kubernetes.io/service-account-token',
      metadata: { annotations: { 'kubernetes.io/service-account.name': 'x' } },
    }),
    edges: [
      'token ServiceAccount/shop/x @ metadata.annotations["kubernetes.io/service-account.name"]',
    ],
  },
  {
    path: 'CertificateSigningRequest spec.username',
    from: clusterWide('certificates.k8s.io/v1', 'CertificateSigningRequest', {
      spec: { username: 'system:node:x' },
    }),
    edges: ['about Node/x @ spec.username'],
  },
  {
    path: 'PodCertificateRequest spec.podName, serviceAccountName, nodeName',
    from: made('certificates.k8s.io/v1beta1', 'PodCertificateRequest', {
      spec: { podName: 'p', serviceAccountName: 's', nodeName: 'n' },
    }),
    edges: [
      'about Pod/shop/p @ spec.podName optional',
      'identity ServiceAccount/shop/s @ spec.serviceAccountName optional',
      'node Node/n @ spec.nodeName optional',
    ],
  },
];

const admission = 'admissionregistration.k8s.io';
const client = { service: { namespace: 'shop', name: 's' } };
const extensionRows: readonly Row[] = [
  ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
    (kind): Row => ({
      path: `${kind} webhooks[]`,
      from: clusterWide(`${admission}/v1`, kind, {
        webhooks: [
          {
            name: 'w',
            clientConfig: client,
            rules: [{ apiGroups: [''], resources: ['pods', 'pods/log'] }],
            namespaceSelector: { matchLabels: { team: 'b' } },
            objectSelector: app,
          },
        ],
      }),
      others: [
        labelled('Namespace/blog', { team: 'b' }),
        labelled('Namespace/shop', {}),
        webPod,
        pod('blog/web', { app: 'web' }),
      ],
      edges: [
        'calls Service/shop/s @ webhooks[name=w].clientConfig.service.name',
        'watches Namespace/blog @ webhooks[name=w].namespaceSelector',
        'checks Pod/blog/web @ webhooks[name=w].objectSelector',
      ],
    }),
  ),
  {
    path: 'CustomResourceDefinition spec.conversion.webhook.clientConfig.service',
    from: clusterWide('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      spec: { conversion: { webhook: { clientConfig: client } } },
    }),
    edges: ['calls Service/shop/s @ spec.conversion.webhook.clientConfig.service.name'],
  },
  {
    path: 'APIService spec.service',
    from: clusterWide('apiregistration.k8s.io/v1', 'APIService', { spec: client }),
    edges: ['routes Service/shop/s @ spec.service.name'],
  },
  ...['Validating', 'Mutating'].map(
    (word): Row => ({
      path: `${word}AdmissionPolicyBinding spec.policyName, spec.paramRef`,
      from: clusterWide(`${admission}/v1`, `${word}AdmissionPolicyBinding`, {
        spec: {
          policyName: 'p',
          paramRef: { name: 'x', namespace: 'shop', parameterNotFoundAction: 'Deny' },
        },
      }),
      others: [
        {
          ...stub(`${word}AdmissionPolicy.${admission}/p`),
          spec: { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } },
        },
      ],
      edges: [
        `policy ${word}AdmissionPolicy.${admission}/p @ spec.policyName`,
        'parameters ConfigMap/shop/x @ spec.paramRef.name',
      ],
    }),
  ),
  {
    path: 'FlowSchema spec.priorityLevelConfiguration.name',
    from: clusterWide('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', {
      spec: { priorityLevelConfiguration: { name: 'x' } },
    }),
    edges: [
      'priority PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io/x @ spec.priorityLevelConfiguration.name',
    ],
  },
  {
    path: 'a custom resource, of its CustomResourceDefinition',
    from: made('example.com/v1', 'Garden', {}),
    others: [object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'gardens.example.com')],
    edges: [
      'defines CustomResourceDefinition.apiextensions.k8s.io/gardens.example.com @ apiVersion',
    ],
  },
];

const nodeRows: readonly Row[] = [
  {
    path: 'Lease metadata.name in kube-node-lease',
    from: made('coordination.k8s.io/v1', 'Lease', {}, 'kube-node-lease/n'),
    edges: ['heartbeat Node/n @ metadata.name'],
  },
  {
    path: 'Lease spec.holderIdentity',
    from: made('coordination.k8s.io/v1', 'Lease', { spec: { holderIdentity: 'p_7d9c' } }),
    edges: ['leads Pod/shop/p @ spec.holderIdentity', 'leads Node/p @ spec.holderIdentity'],
  },
  {
    path: 'LeaseCandidate spec.leaseName',
    from: made('coordination.k8s.io/v1beta1', 'LeaseCandidate', { spec: { leaseName: 'x' } }),
    edges: ['about Lease.coordination.k8s.io/shop/x @ spec.leaseName optional'],
  },
  {
    path: 'ResourceSlice spec.nodeName',
    from: clusterWide('resource.k8s.io/v1', 'ResourceSlice', { spec: { nodeName: 'x' } }),
    edges: ['about Node/x @ spec.nodeName'],
  },
  {
    path: 'ResourceClaim spec.devices.requests[].exactly, status.reservedFor[]',
    from: made('resource.k8s.io/v1', 'ResourceClaim', {
      spec: {
        devices: {
          requests: [
            { name: 'g', exactly: { deviceClassName: 'x' } },
            { name: 'h', firstAvailable: [{ name: 'i', deviceClassName: 'y' }] },
          ],
        },
      },
      status: { reservedFor: [{ resource: 'pods', name: 'p' }] },
    }),
    edges: [
      'class DeviceClass.resource.k8s.io/x @ spec.devices.requests[name=g].exactly.deviceClassName',
      'class DeviceClass.resource.k8s.io/y @ spec.devices.requests[name=h].firstAvailable[name=i].deviceClassName',
      'reserved Pod/shop/p @ status.reservedFor[name=p].name',
    ],
  },
  {
    path: 'Event involvedObject, related',
    from: made('v1', 'Event', {
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'p' },
      related: { apiVersion: 'v1', kind: 'Node', name: 'n' },
    }),
    edges: [
      'about Pod/shop/p @ involvedObject.name optional',
      'about Node/n @ related.name optional',
    ],
  },
  {
    path: 'ResourceQuota spec.scopeSelector',
    from: made('v1', 'ResourceQuota', {
      spec: {
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['x'] }],
        },
      },
    }),
    edges: [
      'selects PriorityClass.scheduling.k8s.io/x @ spec.scopeSelector.matchExpressions[0].values',
    ],
  },
];

const gatewayApi = 'gateway.networking.k8s.io';
const route = {
  parentRefs: [{ name: 'g', namespace: 'edge', sectionName: 'https' }],
  rules: [
    {
      backendRefs: [{ name: 's', port: 80 }],
      filters: [
        { requestMirror: { backendRef: { name: 'm' } } },
        { extensionRef: { group: 'example.com', kind: 'Filter', name: 'f' } },
      ],
    },
  ],
};
const gatewayRows: readonly Row[] = [
  {
    path: 'GatewayClass spec.parametersRef',
    from: clusterWide(`${gatewayApi}/v1`, 'GatewayClass', {
      spec: {
        parametersRef: { group: 'example.com', kind: 'Params', name: 'x', namespace: 'shop' },
      },
    }),
    edges: ['parameters Params.example.com/shop/x @ spec.parametersRef.name'],
  },
  {
    path: 'Gateway spec.gatewayClassName, spec.listeners[].tls.certificateRefs[]',
    from: made(`${gatewayApi}/v1`, 'Gateway', {
      spec: {
        gatewayClassName: 'x',
        listeners: [{ name: 'l', tls: { certificateRefs: [{ name: 't', namespace: 'edge' }] } }],
        tls: { backend: { clientCertificateRef: { name: 'c' } } },
      },
    }),
    edges: [
      `class GatewayClass.${gatewayApi}/x @ spec.gatewayClassName`,
      'certificate Secret/edge/t @ spec.listeners[name=l].tls.certificateRefs[name=t].name',
      'certificate Secret/shop/c @ spec.tls.backend.clientCertificateRef.name',
    ],
  },
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
    (kind): Row => ({
      path: `${kind} spec.parentRefs[], spec.rules[]`,
      from: made(`${gatewayApi}/v1`, kind, { spec: route }),
      edges: [
        `attachesTo Gateway.${gatewayApi}/edge/g @ spec.parentRefs[name=g].name`,
        'routes Service/shop/s @ spec.rules[0].backendRefs[name=s].name',
        'routes Service/shop/m @ spec.rules[0].filters[0].requestMirror.backendRef.name',
        'policy Filter.example.com/shop/f @ spec.rules[0].filters[1].extensionRef.name',
      ],
    }),
  ),
  {
    path: 'ReferenceGrant spec.from[], spec.to[]',
    from: made(`${gatewayApi}/v1beta1`, 'ReferenceGrant', {
      spec: {
        from: [{ group: gatewayApi, kind: 'HTTPRoute', namespace: 'edge' }],
        to: [{ group: '', kind: 'Service', name: 's' }],
      },
    }),
    edges: [
      'permits Namespace/edge @ spec.from[0].namespace optional',
      'permits Service/shop/s @ spec.to[0].name optional',
    ],
  },
  {
    path: 'ListenerSet spec.parentRef',
    from: made(`${gatewayApi}/v1`, 'ListenerSet', { spec: { parentRef: { name: 'g' } } }),
    edges: [`attachesTo Gateway.${gatewayApi}/shop/g @ spec.parentRef.name`],
  },
  {
    path: 'BackendTLSPolicy spec.targetRefs[], spec.validation.caCertificateRefs[]',
    from: made(`${gatewayApi}/v1`, 'BackendTLSPolicy', {
      spec: {
        targetRefs: [{ group: '', kind: 'Service', name: 's' }],
        validation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'c' }] },
      },
    }),
    edges: [
      'policy Service/shop/s @ spec.targetRefs[name=s].name',
      'certificate ConfigMap/shop/c @ spec.validation.caCertificateRefs[name=c].name',
    ],
  },
];

const annotated = (annotations: object, labels = {}) =>
  made('v1', 'ConfigMap', { metadata: { annotations, labels } });
const provenanceRows: readonly Row[] = [
  {
    path: 'annotation meta.helm.sh/release-name',
    from: annotated({ 'meta.helm.sh/release-name': 'r', 'meta.helm.sh/release-namespace': 'shop' }),
    others: [
      labelled('Secret/shop/sh.helm.release.v1.r.v2', {
        owner: 'helm',
        name: 'r',
        status: 'deployed',
      }),
      labelled('Secret/shop/sh.helm.release.v1.r.v1', {
        owner: 'helm',
        name: 'r',
        status: 'superseded',
      }),
    ],
    edges: [
      'manages Secret/shop/sh.helm.release.v1.r.v2 @ metadata.annotations["meta.helm.sh/release-name"]',
    ],
  },
  {
    path: 'labels kustomize.toolkit.fluxcd.io/{name,namespace}',
    from: annotated(
      {},
      { 'kustomize.toolkit.fluxcd.io/name': 'x', 'kustomize.toolkit.fluxcd.io/namespace': 'flux' },
    ),
    edges: [
      'manages Kustomization.kustomize.toolkit.fluxcd.io/flux/x @ metadata.labels["kustomize.toolkit.fluxcd.io/name"]',
    ],
  },
  {
    path: 'labels helm.toolkit.fluxcd.io/{name,namespace}',
    from: annotated(
      {},
      { 'helm.toolkit.fluxcd.io/name': 'x', 'helm.toolkit.fluxcd.io/namespace': 'flux' },
    ),
    edges: [
      'manages HelmRelease.helm.toolkit.fluxcd.io/flux/x @ metadata.labels["helm.toolkit.fluxcd.io/name"]',
    ],
  },
  {
    path: 'annotation cert-manager.io/inject-ca-from',
    from: annotated({ 'cert-manager.io/inject-ca-from': 'blog/x' }),
    edges: [
      'certificate Certificate.cert-manager.io/blog/x @ metadata.annotations["cert-manager.io/inject-ca-from"]',
    ],
  },
];

const customRows: readonly Row[] = [
  {
    path: '…Ref with a kind',
    from: made('cert-manager.io/v1', 'Certificate', {
      spec: { issuerRef: { name: 'x', kind: 'ClusterIssuer', group: 'cert-manager.io' } },
    }),
    others: [object('cert-manager.io/v1', 'ClusterIssuer', 'x')],
    edges: ['names ClusterIssuer.cert-manager.io/x @ spec.issuerRef.name'],
  },
  {
    path: '…Ref of a neighbour',
    from: made('cert-manager.io/v1', 'Certificate', { spec: { issuerRef: { name: 'x' } } }),
    edges: ['names Issuer.cert-manager.io/shop/x @ spec.issuerRef.name'],
  },
  {
    path: '…SecretName, …SecretKeyRef, and what is not there',
    from: made('example.com/v1', 'Garden', {
      spec: {
        tlsSecretName: 'x',
        login: [{ name: 'db', passwordSecretKeyRef: { name: 'y', key: 'k' } }],
        secretName: 'not-there',
      },
    }),
    edges: [
      'names Secret/shop/x @ spec.tlsSecretName',
      'names Secret/shop/y @ spec.login[name=db].passwordSecretKeyRef.name',
    ],
  },
  {
    path: 'serviceAccountName, configMap',
    from: made('example.com/v1', 'Garden', {
      spec: { serviceAccountName: 'x', configMap: { name: 'c' } },
    }),
    edges: [
      'identity ServiceAccount/shop/x @ spec.serviceAccountName',
      'names ConfigMap/shop/c @ spec.configMap.name',
    ],
  },
  {
    path: 'template of pods',
    from: made('argoproj.io/v1alpha1', 'Rollout', {
      spec: { template: { spec: { serviceAccountName: 'x', containers: [] } } },
    }),
    edges: ['identity ServiceAccount/shop/x @ spec.template.spec.serviceAccountName'],
  },
];

describe.each(
  Object.entries({
    'a pod spec': podSpecRows,
    'a Pod': podRows,
    workloads: workloadRows,
    network: networkRows,
    storage: storageRows,
    identity: identityRows,
    extension: extensionRows,
    machines: nodeRows,
    'the Gateway API': gatewayRows,
    provenance: provenanceRows,
    'custom resources': customRows,
  }),
)('%s', (_, rows) => {
  test.each(rows.map((row) => [row.path, row] as const))('%s', (_path, row) => {
    expect(edgesOf(row)).toEqual(row.edges);
  });
});

test.each([
  ['apps/v1', 'Deployment', 'spec.template'],
  ['apps/v1', 'ReplicaSet', 'spec.template'],
  ['apps/v1', 'DaemonSet', 'spec.template'],
  ['apps/v1', 'StatefulSet', 'spec.template'],
  ['batch/v1', 'Job', 'spec.template'],
  ['v1', 'ReplicationController', 'spec.template'],
  ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template'],
  ['v1', 'PodTemplate', 'template'],
])('%s %s has its pod spec at %s', (apiVersion, kind, at) => {
  const template = {
    spec: { serviceAccountName: 'x', volumes: [{ name: 'v', secret: { secretName: 's' } }] },
  };
  const fields = at.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), template);
  expect(
    edgesOf({
      path: at,
      from: made(apiVersion, kind, fields),
      edges: ['identity ServiceAccount/shop/x @ p', 'mounts Secret/shop/s @ p'],
    }),
  ).toEqual([
    `mounts Secret/shop/s @ ${at}.spec.volumes[name=v].secret.secretName`,
    `identity ServiceAccount/shop/x @ ${at}.spec.serviceAccountName`,
  ]);
});

test('an id of the table is an id of the model', () => {
  expect(idOf(stub('Role.rbac.authorization.k8s.io/shop/x'))).toBe(
    objectId({ group: rbac, kind: 'Role', namespace: 'shop', name: 'x' }),
  );
});
