import { ignored, mapOf, object, type Shape, set } from '#diff/shape.ts';

/** Annotations and labels that repeat names, hashes, counters or times, wherever metadata stands. */
const noisyKeys = new RegExp(
  `^(?:${[
    'kubectl\\.kubernetes\\.io/(last-applied-configuration|restartedAt)$',
    'deployment\\.kubernetes\\.io/',
    'deprecated\\.daemonset\\.template\\.generation$',
    'checksum/',
    'argocd\\.argoproj\\.io/(tracking-id|refresh)$',
    'meta\\.helm\\.sh/release-namespace$',
    'pv\\.kubernetes\\.io/',
    'volume(\\.beta)?\\.kubernetes\\.io/',
    'endpoints\\.kubernetes\\.io/last-change-trigger-time$',
    'autoscaling\\.alpha\\.kubernetes\\.io/(conditions|current-metrics)$',
    'control-plane\\.alpha\\.kubernetes\\.io/leader$',
    'kubernetes\\.io/(config\\.(hash|seen|source|mirror)|service-account\\.uid)$',
    '(batch\\.kubernetes\\.io/)?controller-uid$',
    'batch\\.kubernetes\\.io/(job-tracking|cronjob-scheduled-timestamp)$',
    'pod-template-(hash|generation)$',
    'controller-revision-hash$',
    'kubernetes\\.io/metadata\\.name$',
    'openshift\\.io/sa\\.scc\\.',
    'minikube\\.k8s\\.io/updated_at$',
    'node\\.alpha\\.kubernetes\\.io/ttl$',
    'csi\\.volume\\.kubernetes\\.io/nodeid$',
    'volumes\\.kubernetes\\.io/controller-managed-attach-detach$',
  ].join('|')})`,
);

const noisy = (key: string): boolean => noisyKeys.test(key);
const document: Shape = { scalar: 'document' };
const labels = mapOf({}, { ignoredKeys: noisy });
const annotations = mapOf(document, { ignoredKeys: noisy });

/** Metadata of any object: what the server writes into it says nothing. */
export const metadata: Shape = object(
  {
    name: ignored,
    namespace: ignored,
    labels,
    annotations,
    uid: ignored,
    resourceVersion: ignored,
    generation: ignored,
    creationTimestamp: ignored,
    deletionTimestamp: ignored,
    deletionGracePeriodSeconds: ignored,
    managedFields: ignored,
    selfLink: ignored,
    generateName: ignored,
    ownerReferences: ignored,
    finalizers: ignored,
    clusterName: ignored,
  },
  { absent: {} },
);

/** Metadata inside a template: its name, if it has one, is part of what the template says. */
export const templateMetadata: Shape = object(
  { labels, annotations, creationTimestamp: ignored, finalizers: set, ownerReferences: ignored },
  { absent: {} },
);
