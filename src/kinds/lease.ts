import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { age } from './parts/duration.ts';
import { refer } from './parts/refer.ts';
import { type Infer, number, part, text } from './parts/schema.ts';

const LeaseFields = part({
  spec: part({
    holderIdentity: text,
    leaseDurationSeconds: number,
    acquireTime: text,
    renewTime: text,
    leaseTransitions: number,
  }),
});
type LeaseFields = Read<Infer<typeof LeaseFields>>;

const nodeLeases = 'kube-node-lease';
const identityLabel = 'apiserver.kubernetes.io/identity';

export const lease = defineKind({
  group: 'coordination.k8s.io',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
  category: 'machine',
  glyph: 'lease',
  role: 'A claim that its holder must keep renewing: proof that a node is alive, or that one of several replicas leads.',
  breaks:
    'Its holder writes it again within seconds. A component that leads may stop and hand over; a node counts as lost only if renewals stay away.',
  schema: LeaseFields,
  columns: {
    Name: nameCell,
    Holder: ({ spec }) => spec?.holderIdentity ?? '',
    Age: ageCell,
  },
  facts: {
    'Used for': purposeOf,
    'Held from': hostOf,
    Renewed: ({ spec }, { now }) =>
      spec?.renewTime === undefined ? undefined : `${age(spec.renewTime, now)} before capture`,
    'Runs out after': ({ spec }) =>
      spec?.leaseDurationSeconds === undefined ? undefined : `${spec.leaseDurationSeconds}s`,
    'Held since': ({ spec }) => spec?.acquireTime,
    'Changed hands': ({ spec }) => times(spec?.leaseTransitions),
  },
  health: ({ spec }, { now }): Health | undefined => {
    if (!spec?.holderIdentity) return { state: 'done', word: 'Released' };
    const { renewTime, leaseDurationSeconds } = spec;
    if (renewTime === undefined || leaseDurationSeconds === undefined) return undefined;
    // A dump may have been taken long before it was imported: an old lease proves nothing.
    return now - Date.parse(renewTime) <= leaseDurationSeconds * 1000
      ? { state: 'ok', word: 'Held' }
      : { state: 'unknown', word: 'Not renewed' };
  },
  references: (lease) => {
    const { namespace, name } = lease.metadata;
    // A heartbeat has its Node's name and no field for it: the equal name is the link.
    if (namespace === nodeLeases)
      return refer('heartbeat', 'Node', { name, path: 'metadata.name' });
    // A leader signs with the name of its Pod, or with that of its machine where it uses the host's.
    const holder = { name: hostOf(lease), path: 'spec.holderIdentity', ifFound: true };
    return [...refer('leads', 'Pod', { ...holder, namespace }), ...refer('leads', 'Node', holder)];
  },
});

function purposeOf({ metadata: { namespace, labels } }: LeaseFields): string {
  if (namespace === nodeLeases) return 'the heartbeat of a node';
  const identity = labels?.[identityLabel];
  if (identity !== undefined) return `the identity of a running ${identity}`;
  return 'typically the election of a leader';
}

// Leader election writes `<host>_<uuid>`, and a host name has no underscore. The API server puts its
// host into a label instead.
function hostOf({ metadata: { labels }, spec }: LeaseFields): string | undefined {
  if (labels?.[identityLabel] !== undefined) return labels['kubernetes.io/hostname'];
  return /^(.+)_[^_]*$/.exec(spec?.holderIdentity ?? '')?.[1];
}

function times(count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}
