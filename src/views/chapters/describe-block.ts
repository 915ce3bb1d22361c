import type { BlockDirective } from '#markdown/vocabulary.ts';
import type { Entry } from '#model/model.ts';
import { describeObject } from '#views/describe/describe.ts';
import { descriptionText } from '#views/describe/description-text.ts';
import { all, type Cluster, find } from './cluster.ts';
import { capturedOf, objectNamed, typeNamed } from './coverage.ts';
import { endpointsBehind } from './endpoints.ts';
import { type ChapterBlock, type ExplainedItem, marked, text } from './prose.ts';
import { readService } from './read.ts';

const none = '<none>';

/** What the lines of `kubectl describe service` mean. */
const meanings: Readonly<Record<string, string>> = {
  Labels: 'Selectors of other objects could look for these.',
  Annotations: 'Notes for programs. kubectl shows `<none>` where there are none.',
  Selector: 'Labels of the pods it stands for. Without a selector no controller looks for pods.',
  Type: 'Who can reach it. A `ClusterIP` answers inside the cluster only.',
  'IP Family Policy': 'Whether it has an address of one IP family or of both.',
  'IP Families': 'The families it has, the main one first.',
  IP: 'The cluster IP. It never changes while the Service exists.',
  IPs: 'The same for each family.',
  Port: 'Its name, and the port that clients connect to.',
  TargetPort: 'The port behind it, of a pod.',
  NodePort: 'The port that every node opens for it.',
  Endpoints: 'The real addresses, from the EndpointSlices of the Service.',
  'Session Affinity': 'Whether a client is sent to the same endpoint every time.',
  'External Traffic Policy': 'Whether traffic from outside may go to endpoints of other nodes.',
  'Internal Traffic Policy': 'Whether traffic from inside may go to endpoints of other nodes.',
  Events: 'What happened to it lately. Old events are deleted.',
};

function pairs(map: Readonly<Record<string, string>> | undefined, sign: string): string[] {
  const lines = Object.entries(map ?? {}).map(([key, value]) => `${key}${sign}${value}`);
  return lines.length === 0 ? [none] : lines.toSorted();
}

/** What kubectl would print it does only from EndpointSlices and Endpoints; of others nothing is known. */
function endsOf(cluster: Cluster, entry: Entry, port: number | string | undefined): string {
  const known = endpointsBehind(cluster, entry);
  if (known === undefined) {
    const { namespace } = entry.object.metadata;
    const isRead = ['endpointslices.discovery.k8s.io', 'endpoints'].some(
      (name) => capturedOf(cluster, name, namespace) === 'complete',
    );
    return isRead ? none : 'not captured';
  }
  if (known.from === 'selector' || known.from === 'api-servers') return 'not captured';
  const addresses = new Set(known.list.map(({ address }) => address.replace(/:\d*$/, '')));
  return [...addresses].map((address) => `${address}:${port}`).join(',');
}

function portLines(cluster: Cluster, entry: Entry): [string, string[]][] {
  return (readService(entry).spec?.ports ?? []).flatMap((port): [string, string[]][] => {
    const { name = '<unset>', port: number, targetPort, protocol = 'TCP', nodePort } = port;
    return [
      ['Port', [`${name}  ${number}/${protocol}`]],
      ['TargetPort', [`${targetPort ?? number}/${protocol}`]],
      ...(nodePort
        ? [['NodePort', [`${name}  ${nodePort}/${protocol}`]] as [string, string[]]]
        : []),
      ['Endpoints', [endsOf(cluster, entry, targetPort ?? number)]],
    ];
  });
}

/** The last applied configuration is long and says what the other lines say; kubectl leaves it out too. */
function shownAnnotations(entry: Entry): Readonly<Record<string, string>> {
  const annotations = Object.entries(entry.object.metadata.annotations ?? {});
  return Object.fromEntries(
    annotations.filter(([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration'),
  );
}

/** The lines that `kubectl describe service` prints, in its order. */
export function describeService(cluster: Cluster, entry: Entry): readonly [string, string[]][] {
  const { name, namespace = '', labels } = entry.object.metadata;
  const spec = readService(entry).spec;
  const ips = spec?.clusterIPs ?? [];
  const lines: [string, string[] | undefined][] = [
    ['Name', [name]],
    ['Namespace', [namespace]],
    ['Labels', pairs(labels, '=')],
    ['Annotations', pairs(shownAnnotations(entry), ': ')],
    ['Selector', [pairs(spec?.selector, '=').join(',')]],
    ['Type', spec?.type ? [spec.type] : undefined],
    ['IP Family Policy', spec?.ipFamilyPolicy ? [spec.ipFamilyPolicy] : undefined],
    ['IP Families', spec?.ipFamilies.length ? [spec.ipFamilies.join(',')] : undefined],
    ['IP', [ips[0] ?? spec?.clusterIP ?? 'None']],
    ['IPs', ips.length > 0 ? [ips.join(',')] : undefined],
    ...portLines(cluster, entry),
    ['Session Affinity', spec?.sessionAffinity ? [spec.sessionAffinity] : undefined],
    [
      'External Traffic Policy',
      spec?.externalTrafficPolicy ? [spec.externalTrafficPolicy] : undefined,
    ],
    [
      'Internal Traffic Policy',
      spec?.internalTrafficPolicy ? [spec.internalTrafficPolicy] : undefined,
    ],
    ['Events', eventsLine(cluster, entry)],
  ];
  return lines.flatMap(([label, values]): [string, string[]][] =>
    values === undefined ? [] : [[label, values]],
  );
}

function eventsLine(cluster: Cluster, entry: Entry): string[] | undefined {
  const about = all(cluster, 'Event').some(({ id }) =>
    cluster.model.edgesFrom(id).some(({ to }) => to === entry.id),
  );
  return about || capturedOf(cluster, 'events') !== 'complete' ? undefined : [none];
}

/** A `::describe`: what kubectl prints; of a Service each line with what it means. */
export function describeBlock(
  { service, kind = 'services', name, namespace }: Extract<BlockDirective, { type: 'describe' }>,
  cluster: Cluster,
): ChapterBlock {
  return service === undefined
    ? describedObject(cluster, { kind, namespace, name: name ?? '' })
    : explainedService(cluster, service, namespace ?? 'default');
}

interface Target {
  readonly kind: string;
  readonly namespace?: string | undefined;
  readonly name: string;
}

function describedObject(cluster: Cluster, target: Target): ChapterBlock {
  const { kind, namespace, name } = target;
  const entry = objectNamed(cluster, target);
  if (entry === undefined) {
    const what = typeNamed(cluster, kind)?.kind ?? kind;
    return { type: 'empty', children: [text(`${what} ${name} is not in this snapshot.`)] };
  }
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  const described = descriptionText(describeObject(cluster.model, entry, { events: true }));
  return {
    type: 'code',
    text: `$ kubectl describe ${kind} ${name}${where}\n\n${described.trimEnd()}`,
  };
}

/** Service `kubernetes` is the API server's own, down to its labels. */
function meaningOf(label: string, { object: { metadata } }: Entry): string | undefined {
  const isOfServer = metadata.name === 'kubernetes' && metadata.namespace === 'default';
  if (isOfServer && label === 'Labels') {
    return '`component` and `provider` are what the API server writes on it. Selectors of other objects could look for any.';
  }
  if (isOfServer && label === 'TargetPort') return 'The port at which the API server listens.';
  return meanings[label];
}

function explainedService(cluster: Cluster, service: string, namespace: string): ChapterBlock {
  const entry = find(cluster, 'Service', namespace, service);
  if (entry === undefined) {
    return { type: 'empty', children: [text(`Service ${service} is not in this snapshot.`)] };
  }
  const items = describeService(cluster, entry).map(([label, values]): ExplainedItem => {
    const meaning = meaningOf(label, entry);
    return {
      label,
      sign: ':',
      values,
      meaning: meaning === undefined ? undefined : marked(meaning),
    };
  });
  return {
    type: 'explained',
    command: `kubectl describe service/${service} -n ${namespace}`,
    groups: [{ items }],
  };
}
