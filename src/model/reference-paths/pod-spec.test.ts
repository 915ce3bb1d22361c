import { expect, test } from 'vitest';
import { object, pod } from '#tests/fixtures/builders.ts';
import {
  app,
  deploymentWith,
  edgesOf,
  expression,
  gpuNode,
  labelled,
  made,
  nodes,
  otherPod,
  plainNode,
  podWith,
  type Row,
  webPod,
} from '#tests/fixtures/reference-paths.ts';

const runsAs = 'identity ServiceAccount/shop/x @ spec.template.spec.serviceAccountName';
const rows: readonly Row[] = [
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

test.each(rows.map((row) => [row.path, row] as const))('a pod spec: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
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
