import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { networkPeers, networkPorts } from '#kinds/parts/network-peer.ts';
import { type Infer, list, optionalList, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { type Draft, group, type Item, inline, note, value } from './description.ts';
import { metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';

const NetworkPolicy = part({
  spec: part({
    podSelector: labelSelector,
    policyTypes: optionalList(text),
    ingress: list(part({ from: networkPeers, ports: networkPorts })),
    egress: list(part({ to: networkPeers, ports: networkPorts })),
  }),
});

interface Rule {
  readonly peers: Infer<typeof networkPeers>;
  readonly ports: Infer<typeof networkPorts>;
}

/** How kubectl speaks of each direction. */
const directions = {
  Ingress: { word: 'ingress', peer: 'From', by: 'source' },
  Egress: { word: 'egress', peer: 'To', by: 'destination' },
} as const;
type Direction = (typeof directions)[keyof typeof directions];

/** Selectors and ports in words, direction by direction. */
export const describeNetworkPolicy: Describer = ({ entry: { object } }) => {
  const { spec } = NetworkPolicy.read(object) ?? {};
  const types = spec?.policyTypes ?? [];
  const selector = formatSelector(spec?.podSelector);
  const rules = {
    Ingress: (spec?.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports })),
    Egress: (spec?.egress ?? []).map(({ to, ports }) => ({ peers: to, ports })),
  };
  const directionItem = (type: keyof typeof directions) =>
    types.includes(type)
      ? allowedItem(rules[type], directions[type])
      : note(`Not affecting ${directions[type].word} traffic`);
  const everything = '<none> (Allowing the specific traffic to all pods in this namespace)';
  return [
    nameItem(object),
    namespaceItem(object),
    value('Created on', goTime(object.metadata.creationTimestamp)),
    ...metadataItems(object),
    group('Spec', [
      inline('PodSelector', selector || everything),
      directionItem('Ingress'),
      directionItem('Egress'),
      inline('Policy Types', types.join(', ') || '<none>'),
    ]),
  ];
};

/** `2026-11-22 10:13:46 +0000 UTC`: a time as Go prints it where nobody chose a form. */
function goTime(time: string | null | undefined): string {
  const at = new Date(time ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return '<nil>';
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}

function allowedItem(rules: readonly Rule[], direction: Direction): Item {
  const { word } = direction;
  const none = note(`<none> (Selected pods are isolated for ${word} connectivity)`);
  return group(
    `Allowing ${word} traffic`,
    rules.length === 0
      ? [none]
      : rules.flatMap((rule, i) => [
          i === 0 ? undefined : note('----------'),
          ...ruleItems(rule, direction),
        ]),
  );
}

function ruleItems({ peers, ports }: Rule, { peer, by }: Direction): Draft {
  return [
    ...(ports.length === 0
      ? [inline('To Port', '<any> (traffic allowed to all ports)')]
      : ports.map(portItem)),
    ...(peers.length === 0
      ? [inline(peer, `<any> (traffic not restricted by ${by})`)]
      : peers.map((each) => group(peer, peerItems(each)))),
  ];
}

function portItem({ port = '<nil>', endPort, protocol = 'TCP' }: Rule['ports'][number]): Item {
  return endPort === undefined
    ? inline('To Port', `${port}/${protocol}`)
    : inline('To Port Range', `${port}-${endPort}/${protocol}`);
}

function peerItems({ podSelector, namespaceSelector, ipBlock }: Rule['peers'][number]): Draft {
  const selector = (label: string, of: typeof podSelector) =>
    of && inline(label, formatSelector(of) || '<none>');
  const selectors = [
    selector('NamespaceSelector', namespaceSelector),
    selector('PodSelector', podSelector),
  ];
  if (podSelector !== undefined || namespaceSelector !== undefined) return selectors;
  if (ipBlock === undefined) return [];
  return [
    group('IPBlock', [
      inline('CIDR', ipBlock.cidr ?? ''),
      inline('Except', ipBlock.except.join(', ')),
    ]),
  ];
}
