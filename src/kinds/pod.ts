import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { age } from './parts/duration.ts';
import { networkReferences } from './parts/network-attachment.ts';
import { placementReferences } from './parts/placement-references.ts';
import { podFacts } from './parts/pod-facts.ts';
import { podReferences } from './parts/pod-references.ts';
import { PodStatus, resourceClaimStatuses, summarizePod } from './parts/pod-status.ts';
import { LinkedPodSpec, PodSpec } from './parts/pod-template.ts';
import { refer } from './parts/refer.ts';
import { type Infer, part, text } from './parts/schema.ts';

const schema = part({ spec: PodSpec, status: PodStatus });
type Shape = Infer<typeof schema>;

const links = part({
  spec: LinkedPodSpec,
  status: part({ nominatedNodeName: text, resourceClaimStatuses }),
});
type Links = Infer<typeof links>;

const mirrorAnnotation = 'kubernetes.io/config.mirror';

export const pod = defineKind({
  group: '',
  kind: 'Pod',
  plural: 'pods',
  shortNames: ['po'],
  namespaced: true,
  category: 'workload',
  glyph: 'pod',
  role: 'One or more containers that run together on one node and share an address and volumes.',
  breaks:
    'Its containers stop at once; only a Pod that a controller owns is replaced, under a new name and address.',
  inAll: true,
  folded: true,
  schema,
  columns: {
    Name: nameCell,
    Ready: (object) => {
      const { ready, total } = summarizePod(object);
      return `${ready}/${total}`;
    },
    Status: (object) => summarizePod(object).status,
    Restarts: (object, { now }) => {
      const { restarts, lastRestart } = summarizePod(object);
      const when = restarts > 0 && lastRestart !== undefined;
      return when ? `${restarts} (${age(lastRestart, now)} ago)` : `${restarts}`;
    },
    Age: ageCell,
  },
  observed: ['Ready', 'Status', 'Restarts'],
  wide: {
    IP: ({ status }) => orNone(addresses(status)[0]),
    Node: ({ spec }) => orNone(spec?.nodeName),
    'Nominated Node': ({ status }) => orNone(status?.nominatedNodeName),
    'Readiness Gates': ({ spec, status }) => {
      const gates = spec?.readinessGates ?? [];
      const open = gates.filter(({ conditionType }) =>
        status?.conditions.some((one) => one.type === conditionType && one.status === 'True'),
      );
      return gates.length === 0 ? '<none>' : `${open.length}/${gates.length}`;
    },
  },
  facts: {
    Node: ({ spec }) => spec?.nodeName,
    IPs: ({ status }) => addresses(status),
    'QoS class': ({ status }) => status?.qosClass,
    Priority: ({ spec }) => spec?.priority?.toString(),
    'Restart policy': ({ spec }) => spec?.restartPolicy,
    ...podFacts<Shape>(({ spec }) => spec),
  },
  health,
  links,
  references: ({ metadata, spec, status }) => [
    ...podReferences(spec, { at: 'spec', namespace: metadata.namespace }),
    ...claimReferences(metadata, spec),
    ...waitingReferences(metadata, spec),
    ...networkReferences(metadata.annotations, {
      at: 'metadata.annotations',
      namespace: metadata.namespace,
    }),
    ...refer('mirrors', 'Node', {
      name: metadata.annotations?.[mirrorAnnotation] && spec?.nodeName,
      path: `metadata.annotations["${mirrorAnnotation}"]`,
    }),
    ...refer('node', 'Node', {
      name: status?.nominatedNodeName,
      path: 'status.nominatedNodeName',
      detail: 'nominated',
    }),
    ...(status?.resourceClaimStatuses ?? []).flatMap((claim) =>
      refer('allocation', 'ResourceClaim.resource.k8s.io', {
        name: claim.resourceClaimName,
        namespace: metadata.namespace,
        path: `status.resourceClaimStatuses[name=${claim.name}].resourceClaimName`,
      }),
    ),
  ],
});

/** The claim of a generic ephemeral volume is made for the Pod, and named after both. */
function claimReferences({ name, namespace }: ObjectMeta, spec: Links['spec']) {
  return (spec?.volumes ?? []).flatMap((volume) =>
    volume.ephemeral === undefined
      ? []
      : refer('claims', 'PersistentVolumeClaim', {
          name: `${name}-${volume.name}`,
          namespace,
          path: `spec.volumes[name=${volume.name}].ephemeral`,
          detail: 'made for this Pod',
        }),
  );
}

// A Pod that has no Node yet says which ones it would take. One that has a Node names it instead.
function waitingReferences({ namespace }: ObjectMeta, spec: Links['spec']) {
  if (spec === undefined || spec.nodeName) return [];
  return placementReferences(spec, { at: 'spec', namespace }, { isWaiting: true });
}

function addresses(status: Shape['status']): readonly string[] {
  const all = (status?.podIPs ?? []).flatMap(({ ip }) => ip || []);
  // Servers before 1.16 know one address only.
  return all.length > 0 ? all : [status?.podIP ?? ''].filter((ip) => ip !== '');
}

/** Words for a Pod on its way up or down. Every other word for a Pod that is not running is bad. */
const passing = new Set([
  'Pending',
  'ContainerCreating',
  'PodInitializing',
  'SchedulingGated',
  'NotReady',
  'Terminating',
]);

function health(object: Read<Shape>): Health {
  const { status: word, ready, total } = summarizePod(object);
  if (object.status?.phase === 'Succeeded') return { state: 'done', word };
  if (word === '' || word === 'Unknown') return { state: 'unknown', word: 'Unknown' };
  if (word === 'Running' && ready === total) return { state: 'ok', word };
  if (word === 'Running') return { state: 'warn', word: `${ready}/${total} ready` };
  const isPassing = passing.has(word) || /^Init:\d+\/\d+$/.test(word);
  return { state: isPassing ? 'warn' : 'bad', word };
}
