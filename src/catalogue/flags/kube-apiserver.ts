import type { FlagGroup } from './flag.ts';

/** @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/ */
export const kubeApiserverFlags: readonly FlagGroup[] = [
  {
    title: 'Where it serves',
    flags: [
      {
        name: 'advertise-address',
        meaning: 'The address it writes into the EndpointSlice of Service `kubernetes`.',
      },
      { name: 'secure-port', meaning: 'The only port it serves on, with TLS.' },
      { name: 'bind-address', meaning: 'The local address it listens on.' },
      { name: 'tls-cert-file', meaning: 'The certificate it shows to every client.' },
      {
        name: 'service-cluster-ip-range',
        meaning: 'The range that cluster IPs of Services are taken from.',
      },
      { name: 'service-node-port-range', meaning: 'Ports that NodePort Services may get.' },
      {
        name: 'allow-privileged',
        meaning: 'Whether pods may ask for privileged containers.',
        values: { true: 'Pods may ask for privileged containers; kube-proxy needs that.' },
      },
    ],
  },
  {
    title: 'Where it stores',
    flags: [
      { name: 'etcd-servers', meaning: 'The members of etcd it talks to.' },
      {
        name: 'etcd-cafile',
        meaning: 'The authority that must have signed the certificate of etcd.',
      },
      { name: 'etcd-certfile', meaning: 'The client certificate it shows to etcd.' },
      { name: 'etcd-prefix', meaning: 'The prefix of all its keys.' },
      {
        name: 'encryption-provider-config',
        meaning: 'Encrypts chosen kinds, usually Secrets, before they are stored.',
      },
      { name: 'storage-backend', meaning: 'The kind of datastore.' },
    ],
  },
  {
    title: 'Authentication: who is asking',
    flags: [
      {
        name: 'client-ca-file',
        meaning:
          'A client certificate signed by this authority is an identity: CN is the user, O the groups.',
      },
      {
        name: 'enable-bootstrap-token-auth',
        meaning: 'Whether bootstrap tokens are accepted.',
        values: {
          true: 'Bootstrap tokens from kube-system are accepted: `kubeadm join` signs in with one.',
        },
      },
      {
        name: 'anonymous-auth',
        meaning: 'Whether requests without credentials are let in as system:anonymous.',
      },
      { name: 'oidc-issuer-url', meaning: 'An identity provider whose tokens are accepted.' },
      {
        name: 'authentication-token-webhook-config-file',
        meaning: 'A service that checks bearer tokens.',
      },
      { name: 'token-auth-file', meaning: 'A file of static tokens.' },
    ],
  },
  {
    title: 'Authorization: may they',
    flags: [
      {
        name: 'authorization-mode',
        meaning: 'Who decides, in this order.',
        values: {
          'Node,RBAC':
            'Node limits kubelets to what their own pods need; RBAC decides everything else from Roles and bindings.',
          'RBAC,Node': 'RBAC decides from Roles and bindings; Node limits kubelets.',
          AlwaysAllow: 'Every authenticated request is allowed.',
        },
      },
      { name: 'authorization-config', meaning: 'A file that configures the authorizers.' },
    ],
  },
  {
    title: 'Admission: should it be',
    flags: [
      {
        name: 'enable-admission-plugins',
        meaning: 'Admission plugins on top of those that are on by default.',
        values: {
          NodeRestriction:
            'On top of the defaults: a kubelet may change only its own Node and the pods bound to it.',
        },
      },
      { name: 'disable-admission-plugins', meaning: 'Default admission plugins that are off.' },
      { name: 'admission-control-config-file', meaning: 'Settings of admission plugins.' },
    ],
  },
  {
    title: 'Service accounts',
    flags: [
      { name: 'service-account-issuer', meaning: 'Written as issuer into the tokens of pods.' },
      { name: 'service-account-key-file', meaning: 'Public key that checks those tokens.' },
      { name: 'api-audiences', meaning: 'Audiences a token must be meant for.' },
    ],
  },
  {
    title: 'Aggregation: other API servers behind this one',
    flags: [
      {
        name: 'requestheader-client-ca-file',
        meaning:
          'The authority of the front proxy: extension API servers trust requests that it signed.',
      },
      { name: 'requestheader-allowed-names', meaning: 'Names such a certificate may carry.' },
      { name: 'requestheader-username-headers', meaning: 'Header that carries the user to them.' },
      { name: 'requestheader-group-headers', meaning: 'Header that carries the groups.' },
      { name: 'requestheader-extra-headers-prefix', meaning: 'Headers that carry the rest.' },
      {
        name: 'proxy-client-cert-file',
        meaning: 'The certificate it shows when it forwards a request.',
      },
      {
        name: 'enable-aggregator-routing',
        meaning: 'Sends to endpoints directly instead of to the cluster IP.',
      },
    ],
  },
  {
    title: 'Reaching kubelets',
    flags: [
      {
        name: 'kubelet-client-certificate',
        meaning: 'The certificate it shows to kubelets for logs, exec and port-forward.',
      },
      {
        name: 'kubelet-preferred-address-types',
        meaning: 'Which address of a Node it tries first.',
      },
      { name: 'kubelet-certificate-authority', meaning: 'Checks the certificate of kubelets.' },
      {
        name: 'egress-selector-config-file',
        meaning: 'Routes connections to nodes through a tunnel.',
      },
    ],
  },
  {
    title: 'What it records and limits',
    flags: [
      { name: 'audit-policy-file', meaning: 'Which requests are written to the audit log.' },
      { name: 'audit-log-path', meaning: 'Where the audit log goes.' },
      { name: 'feature-gates', meaning: 'Features that are on or off against the default.' },
      { name: 'runtime-config', meaning: 'API versions that are on or off against the default.' },
      { name: 'profiling', meaning: 'Whether the profiler of Go answers.' },
      { name: 'max-requests-inflight', meaning: 'Reading requests served at a time.' },
    ],
  },
  {
    title: 'Private keys',
    folded: true,
    flags: [
      { name: 'tls-private-key-file', meaning: 'Private key of its serving certificate.' },
      { name: 'etcd-keyfile', meaning: 'Private key of its client certificate for etcd.' },
      {
        name: 'kubelet-client-key',
        meaning: 'Private key of its client certificate for kubelets.',
      },
      { name: 'proxy-client-key-file', meaning: 'Private key of the front proxy certificate.' },
      {
        name: 'service-account-signing-key-file',
        meaning: 'Private key that signs the tokens of service accounts.',
      },
    ],
  },
];
