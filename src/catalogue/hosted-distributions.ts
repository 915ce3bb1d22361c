import { seen } from './components/source.ts';
import type { Distribution, Homes } from './distribution.ts';

const hostedParts = (provider: string): Homes => ({
  datastore: `${provider} runs the datastore on machines that are not nodes of this cluster.`,
  'kube-apiserver': `${provider} runs the API server on machines that are not nodes of this cluster.`,
  'kube-controller-manager': `${provider} runs the controllers on machines that are not nodes of this cluster.`,
  'kube-scheduler': `${provider} runs the scheduler on machines that are not nodes of this cluster.`,
});

/** Clusters whose control plane a provider runs, most specific first. */
export const hostedDistributions: readonly Distribution[] = [
  {
    id: 'gke',
    name: 'Google Kubernetes Engine',
    phrase: 'a Google Kubernetes Engine cluster',
    role: 'platform',
    confidence: 'certain',
    provider: 'Google',
    signals: [
      { by: 'node-key', prefix: 'cloud.google.com/gke-' },
      { by: 'node-key', prefix: 'node.gke.io/' },
      { by: 'node-key', prefix: 'topology.gke.io/' },
      { by: 'kubelet-version', pattern: /-gke\./i },
    ],
    unless: [{ by: 'node-key', prefix: 'cloud.google.com/gke-on-prem' }],
    homes: {
      ...hostedParts('Google'),
      'kube-proxy': 'With Dataplane V2 the agent `anetd` does its work.',
      dns: 'Cloud DNS may answer from outside the cluster.',
    },
    apiPort: 443,
    settings:
      'The cluster and its node pools are set up through the API of Google Cloud; no object here holds that.',
    docs: {
      title: 'GKE cluster architecture',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-architecture',
    },
    source: seen(
      'pod and node listings of GKE clusters',
      'https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-architecture',
    ),
  },
  {
    id: 'eks',
    name: 'Amazon EKS',
    phrase: 'an Amazon EKS cluster',
    role: 'platform',
    confidence: 'certain',
    provider: 'Amazon',
    signals: [
      { by: 'node-key', prefix: 'eks.amazonaws.com/' },
      { by: 'node-key', prefix: 'alpha.eksctl.io/' },
      {
        by: 'all',
        signals: [
          { by: 'kubelet-version', pattern: /-eks-[0-9a-f]{6,}$/i },
          { by: 'provider-id', pattern: /^aws:\/\//i },
        ],
      },
    ],
    homes: {
      ...hostedParts('Amazon'),
      'kube-proxy': 'In Auto Mode it is no pod: Amazon looks after it.',
      'pod-network': 'In Auto Mode it is no pod: Amazon looks after it.',
      dns: 'In Auto Mode it is no pod: Amazon looks after it.',
    },
    apiPort: 443,
    settings:
      'The cluster, its add-ons and node groups are set up through the API of AWS; ConfigMap `kube-system/aws-auth` may map identities.',
    docs: {
      title: 'Amazon EKS architecture',
      href: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-architecture.html',
    },
    source: seen(
      'pod, node and Lease listings of EKS clusters',
      'https://docs.aws.amazon.com/eks/latest/userguide/eks-architecture.html',
    ),
  },
  {
    id: 'aks',
    name: 'Azure Kubernetes Service',
    phrase: 'an Azure Kubernetes Service cluster',
    role: 'platform',
    confidence: 'certain',
    provider: 'Microsoft',
    signals: [
      { by: 'node-key', prefix: 'kubernetes.azure.com/' },
      {
        by: 'all',
        signals: [
          { by: 'provider-id', pattern: /^azure:\/\//i },
          { by: 'node-key', prefix: 'agentpool' },
        ],
      },
    ],
    homes: hostedParts('Microsoft'),
    apiPort: 443,
    settings:
      'The cluster and its node pools are set up through the API of Azure; no object here holds that.',
    docs: {
      title: 'Core concepts for AKS',
      href: 'https://learn.microsoft.com/azure/aks/core-aks-concepts',
    },
    source: seen(
      'pod and node listings of AKS clusters',
      'https://learn.microsoft.com/azure/aks/core-aks-concepts',
    ),
  },
  {
    id: 'doks',
    name: 'DigitalOcean Kubernetes',
    phrase: 'a DigitalOcean Kubernetes cluster',
    role: 'platform',
    confidence: 'certain',
    provider: 'DigitalOcean',
    signals: [{ by: 'node-key', prefix: 'doks.digitalocean.com/' }],
    homes: { ...hostedParts('DigitalOcean'), 'kube-proxy': 'Cilium may do its work.' },
    apiPort: 443,
    settings:
      'The cluster and its node pools are set up through the API of DigitalOcean; no object here holds that.',
    docs: {
      title: 'DigitalOcean Kubernetes',
      href: 'https://docs.digitalocean.com/products/kubernetes/',
    },
    source: seen(
      'descriptions of nodes of DOKS clusters',
      'https://docs.digitalocean.com/products/kubernetes/details/managed/',
    ),
  },
];
