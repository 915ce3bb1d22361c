import { clientLine } from '#kinds/parts/client-config.ts';
import { humanDuration } from '#kinds/parts/duration.ts';
import { formatSelector } from '#kinds/parts/label-selector.ts';
import { resourceRuleLine } from '#kinds/parts/resource-rule.ts';
import { list, number, part, readObject, text as textSchema } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { type AdmissionWebhook, admissionWebhooks } from '#views/chapters/admission.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { linkTo } from '#views/chapters/wording.ts';
import { type Cell, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

function narrowing({ fields }: AdmissionWebhook): readonly Prose[] {
  const parts: Prose[][] = [];
  const namespaces = formatSelector(fields.namespaceSelector);
  const objects = formatSelector(fields.objectSelector);
  if (namespaces !== '') parts.push([text('namespaces with '), code(namespaces)]);
  if (objects !== '') parts.push([text('objects with '), code(objects)]);
  if (parts.length === 0) return [];
  return [
    text('; only '),
    ...parts.flatMap((words, index) => (index === 0 ? words : [text(', '), ...words])),
  ];
}

function unanswered({ fields }: AdmissionWebhook): string {
  const { failurePolicy, timeoutSeconds = 10 } = fields;
  const then = failurePolicy === 'Ignore' ? 'the request goes through' : 'the request is refused';
  return `${then} after ${timeoutSeconds} s`;
}

/** The Service a webhook calls, as a link where the snapshot holds it; an address as it is. */
function answerer(cluster: Cluster, { configuration, fields }: AdmissionWebhook): Cell {
  const path = `webhooks[name=${fields.name}].clientConfig`;
  const edge = cluster.model
    .edgesFrom(configuration.id)
    .find((one) => one.relation === 'calls' && one.path.startsWith(path));
  const service = edge && cluster.model.get(edge.to);
  return service === undefined
    ? [code(clientLine(fields.clientConfig))]
    : refCell(cluster, service);
}

/** Every webhook that the API server asks, and what happens when it does not answer. */
const webhooks: Panel = (cluster) =>
  grid(
    ['Webhook', 'May', 'Asked about', 'Answered by', 'If it does not answer'],
    admissionWebhooks(cluster)
      .slice(0, longList)
      .map((webhook): Cell[] => [
        [
          {
            type: 'link',
            href: cluster.links.object(webhook.configuration.id),
            children: [code(webhook.fields.name ?? webhook.configuration.object.metadata.name)],
          },
        ],
        textCell(webhook.step === 'mutating' ? 'change and refuse' : 'refuse'),
        [text(webhook.fields.rules.map(resourceRuleLine).join('; ')), ...narrowing(webhook)],
        answerer(cluster, webhook),
        textCell(unanswered(webhook)),
      ]),
  );

const PodTimes = part({
  spec: part({ nodeName: textSchema }),
  status: part({
    conditions: list(
      part({ type: textSchema, status: textSchema, lastTransitionTime: textSchema }),
    ),
    containerStatuses: list(
      part({ restartCount: number, state: part({ running: part({ startedAt: textSchema }) }) }),
    ),
  }),
});
const Writers = part({
  metadata: part({
    managedFields: list(part({ manager: textSchema, time: textSchema, subresource: textSchema })),
  }),
});

/** A Deployment with the ReplicaSet and the Pod that came of it. */
interface Chain {
  readonly deployment: Entry;
  readonly replicaSet: Entry;
  readonly pod: Entry;
}

function madeAt({ object }: Entry): number {
  return Date.parse(object.metadata.creationTimestamp ?? '');
}

/** Chains of which every object is from the same minute: the first rollout, seen from end to end. */
function chains(cluster: Cluster): readonly Chain[] {
  const { model } = cluster;
  return all(cluster, 'Deployment.apps').flatMap((deployment): Chain[] => {
    const [replicaSet] = model.owned(deployment.id).toSorted((a, b) => madeAt(a) - madeAt(b));
    const [pod] =
      replicaSet === undefined
        ? []
        : model.owned(replicaSet.id).toSorted((a, b) => madeAt(a) - madeAt(b));
    if (replicaSet === undefined || pod === undefined) return [];
    return madeAt(pod) - madeAt(deployment) <= 60_000 ? [{ deployment, replicaSet, pod }] : [];
  });
}

function transition(pod: Entry, type: string): string | undefined {
  const { status } = readObject(PodTimes, pod.object);
  return status?.conditions.find((one) => one.type === type && one.status === 'True')
    ?.lastTransitionTime;
}

function startedAt(pod: Entry): string | undefined {
  const { status } = readObject(PodTimes, pod.object);
  const times = (status?.containerStatuses ?? []).flatMap(
    ({ state }) => state?.running?.startedAt ?? [],
  );
  return times.toSorted().at(-1);
}

/** Times in the status of a pod are those of its last start: only without restarts it was the first. */
function isFresh({ pod }: Chain): boolean {
  const { status } = readObject(PodTimes, pod.object);
  return (
    transition(pod, 'Ready') !== undefined &&
    (status?.containerStatuses ?? []).every(({ restartCount = 0 }) => restartCount === 0)
  );
}

/** The chain that tells most: its pod is ready and never restarted; of those the one made last. */
function tellingChain(cluster: Cluster): Chain | undefined {
  const found = chains(cluster).filter(isFresh);
  return found.toSorted((a, b) => madeAt(b.deployment) - madeAt(a.deployment))[0];
}

/** Who wrote the object first, as its managed fields tell. */
function writer({ object }: Entry): string | undefined {
  const { metadata } = readObject(Writers, object);
  return metadata?.managedFields
    .filter(({ subresource }) => subresource === undefined || subresource === '')
    .toSorted((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1))[0]?.manager;
}

/** What one Deployment of the cluster went through, with its times. */
const example: Panel = (cluster) => {
  const chain = tellingChain(cluster);
  if (chain === undefined) return [];
  return grid(
    ['What happened', 'Who did it', 'When', 'Where it stands'],
    [...madeRows(cluster, chain), ...startRows(cluster, chain)],
  );
};

/** When something happened, counted from when the Deployment was stored. */
function after({ deployment }: Chain, time: string | null | undefined): Cell {
  const passed = Date.parse(time ?? '') - madeAt(deployment);
  if (Number.isNaN(passed)) return [text('not captured')];
  return [text(passed <= 0 ? 'the same second' : `${humanDuration(passed)} later`)];
}

/** The objects that were written, each with its author. */
function madeRows(cluster: Cluster, chain: Chain): readonly (readonly Cell[])[] {
  const { deployment, replicaSet, pod } = chain;
  const made = [
    [deployment, ' was stored'],
    [replicaSet, ' was made'],
    [pod, ' was made'],
  ] as const;
  return made.map(([entry, happened]): Cell[] => {
    const { kind, metadata } = entry.object;
    const name = writer(entry);
    return [
      [text(`${kind} `), linkTo(cluster, entry), text(happened)],
      [name === undefined ? text('not captured') : code(name)],
      entry === deployment
        ? [code(metadata.creationTimestamp ?? '')]
        : after(chain, metadata.creationTimestamp),
      [code('metadata.creationTimestamp')],
    ];
  });
}

/** What the pod then went through, as its status tells. */
function startRows(cluster: Cluster, chain: Chain): readonly (readonly Cell[])[] {
  const { pod } = chain;
  const href = cluster.links.object(pod.id);
  const it: Prose = { type: 'link', href, children: [text('that pod')] };
  const node = readObject(PodTimes, pod.object).spec?.nodeName ?? '';
  return [
    [
      [text('Then '), it, text(' was given node '), code(node)],
      textCell('the scheduler'),
      after(chain, transition(pod, 'PodScheduled')),
      [code('status.conditions'), text(', PodScheduled')],
    ],
    [
      [text('The containers of '), it, text(' were started')],
      textCell('the kubelet of that node'),
      after(chain, startedAt(pod)),
      [code('status.containerStatuses'), text(', startedAt')],
    ],
    [
      [text('And '), it, text(' became ready')],
      textCell('the kubelet, after the readiness probes'),
      after(chain, transition(pod, 'Ready')),
      [code('status.conditions'), text(', Ready')],
    ],
  ];
}

export const applyPanels = { webhooks, 'apply-example': example };
