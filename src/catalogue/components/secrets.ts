import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const secretsComponents: readonly Component[] = [
  {
    id: 'cert-manager',
    name: 'cert-manager',
    category: 'certs',
    role: 'Issues and renews certificates; cainjector fills CA bundles, webhook validates its objects.',
    owners: ['Deployment'],
    labels: [
      'app.kubernetes.io/name=cert-manager,app.kubernetes.io/component=controller',
      'app=cert-manager',
    ],
    image: /cert-manager-(controller|cainjector|webhook)$/i,
    ports: [
      { number: 10250, for: 'webhook' },
      { number: 9402, for: 'metrics' },
    ],
    connections: [
      {
        to: { name: 'an ACME server or another authority' },
        port: 443,
        over: 'HTTPS',
        for: 'have certificates signed',
      },
      { from: 'kube-apiserver', port: 10250, over: 'HTTPS', for: 'validate its objects' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Certificates, write Secrets' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'cert-manager.io',
        kinds: ['ClusterIssuer', 'Issuer', 'Certificate'],
        holds: 'Who signs, and what is to be signed.',
      },
      {
        in: 'resources',
        group: 'acme.cert-manager.io',
        kinds: ['Order', 'Challenge'],
        holds: 'What is under way with an ACME server.',
      },
    ],
    docs: { title: 'cert-manager documentation', href: 'https://cert-manager.io/docs/' },
    source: verified(
      'https://github.com/cert-manager/cert-manager/blob/HEAD/deploy/charts/cert-manager/templates/webhook-deployment.yaml',
      'https://github.com/cert-manager/cert-manager/blob/HEAD/deploy/charts/cert-manager/values.yaml',
    ),
  },
  {
    id: 'sealed-secrets',
    name: 'Sealed Secrets',
    category: 'secrets',
    role: 'Decrypts SealedSecret objects into Secrets with a private key kept in the cluster.',
    owners: ['Deployment'],
    labels: ['name=sealed-secrets-controller', 'app.kubernetes.io/name=sealed-secrets'],
    image: /sealed-secrets-controller$/i,
    ports: [
      { number: 8080, for: 'its public key, for who seals' },
      { number: 8081, for: 'metrics' },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch SealedSecrets, write Secrets' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'Secret',
        name: /^sealed-secrets-key/,
        holds: 'Its keys; they carry the label `sealedsecrets.bitnami.com/sealed-secrets-key`.',
      },
      { in: 'resources', group: 'bitnami.com', kinds: ['SealedSecret'], holds: 'What it opens.' },
    ],
    docs: {
      title: 'Sealed Secrets project',
      href: 'https://github.com/bitnami-labs/sealed-secrets',
    },
    source: verified(
      'https://github.com/bitnami-labs/sealed-secrets/blob/HEAD/README.md',
      'https://github.com/bitnami-labs/sealed-secrets/blob/HEAD/helm/sealed-secrets/templates/deployment.yaml',
    ),
  },
  {
    id: 'external-secrets',
    name: 'External Secrets Operator',
    category: 'secrets',
    role: 'Copies secrets from an external manager into Secrets.',
    owners: ['Deployment'],
    labels: [
      'app.kubernetes.io/name=external-secrets',
      'app.kubernetes.io/name=external-secrets-webhook',
      'app.kubernetes.io/name=external-secrets-cert-controller',
    ],
    image: /external-secrets(\/external-secrets)?$/i,
    ports: [
      { number: 10250, for: 'webhook' },
      { number: 8080, for: 'metrics' },
      { number: 8082, for: 'health of the controller' },
    ],
    connections: [
      { to: { name: 'the secret manager' }, port: 443, over: 'HTTPS', for: 'read secrets' },
      { from: 'kube-apiserver', port: 10250, over: 'HTTPS', for: 'validate its objects' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch ExternalSecrets, write Secrets' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'external-secrets.io',
        kinds: ['ClusterSecretStore', 'SecretStore', 'ExternalSecret'],
        holds: 'Which manager, and what is copied.',
      },
    ],
    docs: {
      title: 'External Secrets Operator documentation',
      href: 'https://external-secrets.io/',
    },
    source: verified(
      'https://github.com/external-secrets/external-secrets/blob/HEAD/deploy/charts/external-secrets/values.yaml',
      'https://github.com/external-secrets/external-secrets/blob/HEAD/deploy/charts/external-secrets/templates/_helpers.tpl',
    ),
  },
  {
    id: 'secrets-store-csi',
    name: 'Secrets Store CSI driver',
    category: 'secrets',
    role: 'Mounts external secrets as files through CSI.',
    owners: ['DaemonSet'],
    labels: ['app=secrets-store-csi-driver', 'app=csi-secrets-store'],
    image: /secrets-store(-csi)?\/driver$|secrets-store-csi-driver$/i,
    ports: [
      { number: 8095, for: 'metrics' },
      { number: 9808, for: 'health' },
    ],
    connections: [
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
      {
        to: { name: 'the provider on its node' },
        over: 'gRPC on a Unix socket',
        for: 'have secrets read',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'secrets-store.csi.k8s.io',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'resources',
        group: 'secrets-store.csi.x-k8s.io',
        kinds: ['SecretProviderClass'],
        holds: 'Which secrets, from where.',
      },
    ],
    docs: {
      title: 'Secrets Store CSI Driver',
      href: 'https://secrets-store-csi-driver.sigs.k8s.io/',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/secrets-store-csi-driver/blob/HEAD/deploy/secrets-store-csi-driver.yaml',
    ),
  },
];
