import type { FlagGroup } from './flag.ts';

/** @see https://etcd.io/docs/latest/op-guide/configuration/ */
export const etcdFlags: readonly FlagGroup[] = [
  {
    title: 'Where it listens',
    flags: [
      {
        name: 'listen-client-urls',
        meaning: 'Addresses that answer clients. The API server is the client.',
      },
      {
        name: 'advertise-client-urls',
        meaning: 'The address this member tells clients to use.',
      },
      {
        name: 'listen-peer-urls',
        meaning: 'The address other members would connect to.',
      },
      {
        name: 'initial-advertise-peer-urls',
        meaning: 'The address this member gave to the others when the cluster was formed.',
      },
      {
        name: 'listen-metrics-urls',
        meaning: 'Health and metrics. The probes of the pod ask here.',
      },
    ],
  },
  {
    title: 'Who may connect',
    flags: [
      {
        name: 'client-cert-auth',
        meaning: 'Whether a client must show a certificate.',
        values: { true: 'A client without a valid certificate is refused.' },
      },
      {
        name: 'trusted-ca-file',
        meaning: 'The authority that must have signed a client certificate.',
      },
      { name: 'cert-file', meaning: 'The certificate etcd shows to clients.' },
      {
        name: 'peer-client-cert-auth',
        meaning: 'Whether members must show certificates to each other.',
        values: { true: 'The same rule between members.' },
      },
      { name: 'peer-trusted-ca-file', meaning: 'The authority for certificates of members.' },
      { name: 'peer-cert-file', meaning: 'The certificate it shows to other members.' },
      { name: 'cipher-suites', meaning: 'Ciphers it accepts, instead of those of Go.' },
      { name: 'tls-min-version', meaning: 'Oldest version of TLS it accepts.' },
      { name: 'auto-tls', meaning: 'It makes certificates for clients itself.' },
      { name: 'peer-auto-tls', meaning: 'It makes certificates for members itself.' },
    ],
  },
  {
    title: 'Where data goes',
    flags: [
      {
        name: 'data-dir',
        meaning:
          'A folder of the node. Secrets in it are only encoded, unless encryption at rest is on.',
      },
      {
        name: 'snapshot-count',
        meaning: 'Changes after which etcd writes its state to disk and drops the old log.',
      },
      { name: 'wal-dir', meaning: 'Where the log of changes goes, if not into the data folder.' },
      {
        name: 'auto-compaction-retention',
        meaning: 'How much of the past it keeps; 0 leaves that to the API server.',
      },
      { name: 'auto-compaction-mode', meaning: 'Whether that is a time or a number of changes.' },
      { name: 'max-request-bytes', meaning: 'The largest request it takes.' },
      { name: 'max-snapshots', meaning: 'Old states on disk that are kept.' },
      { name: 'max-wals', meaning: 'Old logs on disk that are kept.' },
      {
        name: 'quota-backend-bytes',
        meaning: 'Size of the database at which etcd stops accepting writes.',
      },
    ],
  },
  {
    title: 'Its neighbours',
    flags: [
      { name: 'name', meaning: 'Name of this member.' },
      { name: 'initial-cluster', meaning: 'All members when the cluster was formed.' },
      {
        name: 'initial-cluster-token',
        meaning: 'A word that keeps members of different clusters apart.',
      },
      { name: 'heartbeat-interval', meaning: 'Milliseconds between heartbeats of the leader.' },
      {
        name: 'election-timeout',
        meaning: 'Milliseconds of silence after which the others elect a new leader.',
      },
      {
        name: 'strict-reconfig-check',
        meaning: 'Refuses changes of the members that would cost the majority.',
      },
      {
        name: 'proxy-refresh-interval',
        meaning: 'Milliseconds, for a proxy of etcd 2; without effect on a member.',
      },
      {
        name: 'initial-cluster-state',
        meaning: 'Whether this member founded the cluster or joined one.',
      },
    ],
  },
  {
    title: 'Checks',
    flags: [
      { name: 'feature-gates', meaning: 'Optional features of etcd that are on or off.' },
      {
        name: 'experimental-initial-corrupt-check',
        meaning: 'At start it compares its data with the other members before it serves.',
      },
      { name: 'log-level', meaning: 'How much it writes to its log.' },
      { name: 'logger', meaning: 'The form of its log.' },
      { name: 'metrics', meaning: 'How many metrics it serves.' },
      { name: 'enable-v2', meaning: 'Whether the API of etcd 2 answers.' },
      {
        name: 'watch-progress-notify-interval',
        meaning: 'How often a quiet watch is told that it has missed nothing.',
      },
      {
        name: 'experimental-watch-progress-notify-interval',
        meaning: 'How often a quiet watch is told that it has missed nothing.',
      },
    ],
  },
  {
    title: 'Private keys',
    folded: true,
    flags: [
      { name: 'key-file', meaning: 'Private key of its server certificate.' },
      { name: 'peer-key-file', meaning: 'Private key of its peer certificate.' },
    ],
  },
];
