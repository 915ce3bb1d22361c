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
