/** What many apps of a large cluster have besides a Deployment: scaling, an address, a certificate, a disk. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { created, made } from '../../../bench/synthetic-object.ts';

/** One of each kind; of one kind in the order of names. */
export function appExtras(name: string, namespace: string): readonly KubeObject[] {
  const at = { namespace, name };
  return [
    event(name, namespace),
    made({
      ...at,
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: `${name}-rules`,
      data: {
        'rules.yaml': '- match: { path: /api/v1, method: GET }\n  allow: true\n'.repeat(260),
      },
    }),
    made({
      ...at,
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 2,
        maxReplicas: 20,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
          },
        ],
      },
      status: { currentReplicas: 10, desiredReplicas: 10, lastScaleTime: created },
    }),
    made({
      ...at,
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    }),
    ingress(name, namespace),
    certificate(name, namespace),
    ...disk(name, namespace),
  ];
}

/** Without a note of who wrote it: with one it would be three times as large as measured in a cluster. */
function event(name: string, namespace: string): KubeObject {
  const { metadata, ...fields } = made({
    apiVersion: 'v1',
    kind: 'Event',
    namespace,
    name: `${name}-live-x2k9p.18a1«pod»`,
    involvedObject: {
      kind: 'Pod',
      namespace,
      name: `${name}-live-x2k9p`,
      apiVersion: 'v1',
      fieldPath: 'spec.containers{web}',
    },
    reason: 'Unhealthy',
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    source: { component: 'kubelet', host: 'worker-000007.example.internal' },
    firstTimestamp: created,
    lastTimestamp: created,
    count: 7,
    type: 'Warning',
    eventTime: null,
    reportingComponent: 'kubelet',
    reportingInstance: 'worker-000007.example.internal',
  });
  const { managedFields: _, ...bare } = metadata;
  return { ...fields, metadata: bare } as KubeObject;
}

function ingress(name: string, namespace: string): KubeObject {
  const host = `${name}.shop.example.com`;
  const backend = { service: { name, port: { name: 'http' } } };
  return made({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    namespace,
    name,
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [host], secretName: `${name}-tls` }],
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } },
  });
}

/** A custom resource: its items say what they are. */
function certificate(name: string, namespace: string): KubeObject {
  return made({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    namespace,
    name,
    spec: {
      secretName: `${name}-tls`,
      dnsNames: [`${name}.shop.example.com`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
    },
    status: {
      conditions: [{ type: 'Ready', status: 'True', reason: 'Ready', lastTransitionTime: created }],
      notAfter: '2027-02-18T08:15:00Z',
      revision: 3,
    },
  });
}

function disk(name: string, namespace: string): readonly KubeObject[] {
  const [accessModes, capacity] = [['ReadWriteOnce'], { storage: '20Gi' }];
  return [
    made({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
      spec: { accessModes, storageClassName: 'fast', volumeName: `pv-${name}` },
      status: { phase: 'Bound', accessModes, capacity },
    }),
    made({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      name: `pv-${name}`,
      spec: {
        accessModes,
        capacity,
        storageClassName: 'fast',
        claimRef: { kind: 'PersistentVolumeClaim', namespace, name },
        csi: { driver: 'disk.csi.example.com', volumeHandle: `vol-${name}` },
      },
      status: { phase: 'Bound' },
    }),
  ];
}
