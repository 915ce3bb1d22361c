import { verified } from './components/source.ts';
import type { Distribution } from './distribution.ts';

const dockerDesktop = {
  id: 'docker-desktop',
  name: 'Docker Desktop',
  phrase: 'a Docker Desktop cluster',
  role: 'platform',
  apiPort: 6443,
  settings:
    'The settings of Docker Desktop say how many nodes there are and which version runs; no object here holds that.',
  docs: {
    title: 'Docker Desktop: Kubernetes',
    href: 'https://docs.docker.com/desktop/features/kubernetes/',
  },
  source: verified(
    'https://docs.docker.com/desktop/features/kubernetes/',
    'https://github.com/moby/vpnkit/blob/HEAD/go/pkg/controller/controller.go',
  ),
} as const;

const minikube = {
  id: 'minikube',
  name: 'minikube',
  phrase: 'a minikube cluster',
  role: 'platform',
  apiPort: 8443,
  settings: 'Flags of `minikube start` set it up; it keeps them in a profile on your machine.',
  docs: { title: 'minikube documentation', href: 'https://minikube.sigs.k8s.io/docs/' },
  source: verified(
    'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/bootstrapper/kubeadm/kubeadm.go',
    'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/constants/constants.go',
  ),
} as const;

const kind = {
  id: 'kind',
  name: 'kind',
  phrase: 'a kind cluster',
  role: 'platform',
  apiPort: 6443,
  settings: 'A file given to `kind create cluster` sets it up; no object here holds it.',
  docs: {
    title: 'kind: Configuration',
    href: 'https://kind.sigs.k8s.io/docs/user/configuration/',
  },
  source: verified(
    'https://github.com/kubernetes-sigs/kind/blob/HEAD/pkg/cluster/internal/kubeadm/config.go',
    'https://github.com/kubernetes-sigs/kind/blob/HEAD/pkg/build/nodeimage/const_cni.go',
  ),
} as const;

/** Clusters on the machine of a developer. Several marks of one cluster can be of different weight. */
export const localDistributions: readonly Distribution[] = [
  {
    ...dockerDesktop,
    confidence: 'certain',
    signals: [
      { by: 'os-image', pattern: /^Docker Desktop$/i },
      {
        by: 'pod-image',
        pattern: /docker\/desktop-(vpnkit-controller|storage-provisioner)$/i,
      },
      { by: 'provisioner', name: 'docker.io/hostpath' },
    ],
    homes: {
      'pod-network': 'A bridge inside the virtual machine connects the pods; no pod does it.',
    },
  },
  {
    ...dockerDesktop,
    // Nothing in the API tells it from a kind cluster that somebody named "desktop".
    confidence: 'likely',
    signals: [{ by: 'provider-id', pattern: /^kind:\/\/[^/]+\/desktop\/desktop-/i }],
  },
  {
    ...minikube,
    confidence: 'certain',
    signals: [
      { by: 'node-key', prefix: 'minikube.k8s.io/' },
      { by: 'provisioner', name: 'k8s.io/minikube-hostpath' },
      { by: 'cluster-name', pattern: /^mk$/ },
    ],
    homes: {
      'pod-network':
        'With a single node a bridge of the machine connects the pods; no pod does it.',
    },
  },
  {
    ...minikube,
    confidence: 'likely',
    // minikube before 1.0 left no label on its node; the add-on has its image to itself.
    signals: [{ by: 'pod-image', pattern: /k8s-minikube\/storage-provisioner$/i }],
  },
  {
    ...kind,
    confidence: 'certain',
    signals: [{ by: 'provider-id', pattern: /^kind:\/\//i }],
  },
  {
    ...kind,
    confidence: 'likely',
    // minikube uses the same network plugin on several nodes; it was looked for before.
    signals: [{ by: 'pod-image', pattern: /kindest\/kindnetd$/i }],
  },
];
