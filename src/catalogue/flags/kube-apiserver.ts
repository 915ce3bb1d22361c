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
      {
        name: 'insecure-port',
        meaning: 'A port without TLS and login. 0 closes it; 1.20 took it away, 1.24 the flag.',
      },
      { name: 'tls-cipher-suites', meaning: 'Ciphers it accepts, instead of those of Go.' },
      { name: 'tls-min-version', meaning: 'Oldest version of TLS it accepts.' },
      { name: 'external-hostname', meaning: 'The name by which it is reached from outside.' },
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
      { name: 'storage-media-type', meaning: 'The format in which objects are stored.' },
      {
        name: 'watch-cache',
        meaning: 'Whether it keeps a copy of what it watches, from which most reads are answered.',
      },
      {
        name: 'default-watch-cache-size',
        meaning:
          'Changes of a kind it keeps in that copy; newer versions find the size themselves.',
      },
      {
        name: 'etcd-compaction-interval',
        meaning: 'How often it asks etcd to forget old versions.',
      },
      { name: 'etcd-servers-overrides', meaning: 'Kinds that are stored in another etcd.' },
      { name: 'event-ttl', meaning: 'How long Events are kept.' },
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
      {
        name: 'oidc-client-id',
        meaning: 'The audience that tokens of the identity provider must have.',
      },
      { name: 'oidc-username-claim', meaning: 'The part of such a token that is the name.' },
      { name: 'oidc-groups-claim', meaning: 'The part of it that lists the groups.' },
      { name: 'authentication-config', meaning: 'A file that configures identity providers.' },
      {
        name: 'authentication-token-webhook-cache-ttl',
        meaning: 'How long it remembers what that service said.',
      },
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
      {
        name: 'authorization-webhook-config-file',
        meaning: 'A service that decides about requests.',
      },
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
      {
        name: 'admission-control',
        meaning: 'All admission plugins, in order; the old way, gone since 1.23.',
      },
      {
        name: 'default-not-ready-toleration-seconds',
        meaning: 'How long pods stay on a node that is not ready, where they say nothing else.',
      },
      {
        name: 'default-unreachable-toleration-seconds',
        meaning: 'How long pods stay on a node that is silent, where they say nothing else.',
      },
    ],
  },
  {
    title: 'Service accounts',
    flags: [
      { name: 'service-account-issuer', meaning: 'Written as issuer into the tokens of pods.' },
      { name: 'service-account-key-file', meaning: 'Public key that checks those tokens.' },
      { name: 'api-audiences', meaning: 'Audiences a token must be meant for.' },
      {
        name: 'service-account-jwks-uri',
        meaning: 'Where others find the public keys for those tokens.',
      },
      { name: 'service-account-lookup', meaning: 'Whether a token dies with its account.' },
      {
        name: 'service-account-max-token-expiration',
        meaning: 'Longest life a token may ask for.',
      },
      {
        name: 'service-account-extend-token-expiration',
        meaning: 'Tokens in pods really live for a year, so that old programs go on working.',
      },
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
      { name: 'kubelet-timeout', meaning: 'How long a kubelet may take to answer.' },
      {
        name: 'kubelet-https',
        meaning: 'Whether it speaks TLS to kubelets; always so since 1.20.',
      },
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
      {
        name: 'audit-log-maxage',
        meaning: 'Days after which old files of it are deleted; 0 never.',
      },
      { name: 'audit-log-maxbackup', meaning: 'Old files of it that are kept; 0 keeps all.' },
      { name: 'audit-log-maxsize', meaning: 'Megabytes at which it begins a new file.' },
      { name: 'audit-log-format', meaning: 'The form of its lines.' },
      { name: 'audit-webhook-config-file', meaning: 'A service that it is sent to.' },
      { name: 'feature-gates', meaning: 'Features that are on or off against the default.' },
      { name: 'runtime-config', meaning: 'API versions that are on or off against the default.' },
      { name: 'profiling', meaning: 'Whether the profiler of Go answers.' },
      { name: 'max-requests-inflight', meaning: 'Reading requests served at a time.' },
      { name: 'max-mutating-requests-inflight', meaning: 'Writing requests served at a time.' },
      { name: 'enable-priority-and-fairness', meaning: 'Whether FlowSchemas share those out.' },
      { name: 'request-timeout', meaning: 'How long a request may take.' },
      { name: 'min-request-timeout', meaning: 'Seconds a watch stays open at least.' },
      {
        name: 'goaway-chance',
        meaning:
          'The share of requests after which a client is asked to connect anew, perhaps to another API server.',
      },
      {
        name: 'shutdown-delay-duration',
        meaning: 'How long it still serves after it was told to stop.',
      },
      { name: 'apiserver-count', meaning: 'API servers there are; old, Leases count them now.' },
      {
        name: 'endpoint-reconciler-type',
        meaning: 'How the API servers agree on the endpoints of Service `kubernetes`.',
      },
      { name: 'cloud-provider', meaning: 'The cloud, where it is asked directly; old.' },
      { name: 'cloud-config', meaning: 'Settings for that cloud.' },
      { name: 'v', meaning: 'How much it writes to its log; more is more.' },
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
