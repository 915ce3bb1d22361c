import { defineKind, type Read } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { networkPeers, networkPorts, peerReferences, ruleLines } from './parts/network-peer.ts';
import { referBySelector } from './parts/refer.ts';
import { type Infer, list, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({
    podSelector: labelSelector,
    policyTypes: list(text),
    ingress: list(part({ from: networkPeers, ports: networkPorts })),
    egress: list(part({ to: networkPeers, ports: networkPorts })),
  }),
});
type Policy = Read<Infer<typeof schema>>;

export const networkPolicy = defineKind({
  group: 'networking.k8s.io',
  kind: 'NetworkPolicy',
  plural: 'networkpolicies',
  shortNames: ['netpol'],
  namespaced: true,
  category: 'network',
  glyph: 'networkpolicy',
  role: 'Leaves the pods it selects only the traffic that it lists, where the network plugin enforces it.',
  breaks:
    'Of the pods it selects, those that another policy selects too lose the traffic it allowed; the others are open to everybody.',
  schema,
  columns: {
    Name: nameCell,
    'Pod-Selector': ({ spec }) => orNone(formatSelector(spec?.podSelector)),
    Age: ageCell,
  },
  facts: {
    'Applies to': ({ spec }) => formatSelector(spec?.podSelector) || 'every pod of the namespace',
    Restricts: (object) => directions(object),
    'Ingress from': (object) =>
      allowed(
        object,
        'Ingress',
        object.spec?.ingress.flatMap(({ from, ports }) => ruleLines(from, ports)),
      ),
    'Egress to': (object) =>
      allowed(
        object,
        'Egress',
        object.spec?.egress.flatMap(({ to, ports }) => ruleLines(to, ports)),
      ),
  },
  references: (object) => {
    const { namespace } = object.metadata;
    return [
      ...referBySelector('selects', 'Pod', {
        // Unlike in a Service, an empty selector is every pod of the namespace.
        selector: object.spec?.podSelector ?? {},
        namespace,
        path: 'spec.podSelector',
        detail: `restricts ${directions(object).join(' and ').toLowerCase()}`,
      }),
      ...(object.spec?.ingress ?? []).flatMap(({ from, ports }, index) => {
        const at = `spec.ingress[${index}].from`;
        return peerReferences({ peers: from, ports }, { at, namespace, direction: 'ingress' });
      }),
      ...(object.spec?.egress ?? []).flatMap(({ to, ports }, index) => {
        const at = `spec.egress[${index}].to`;
        return peerReferences({ peers: to, ports }, { at, namespace, direction: 'egress' });
      }),
    ];
  },
});

// The API: without policyTypes, a policy is about ingress, and about egress if it has rules for it.
function directions({ spec }: Policy): readonly string[] {
  const stated = spec?.policyTypes ?? [];
  if (stated.length > 0) return stated;
  return spec?.egress.length ? ['Ingress', 'Egress'] : ['Ingress'];
}

function allowed(policy: Policy, direction: string, lines: readonly string[] = []) {
  if (!directions(policy).includes(direction)) return undefined;
  return lines.length === 0 ? 'nobody' : lines;
}
