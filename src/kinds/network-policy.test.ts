import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { networkPolicy } from './network-policy.ts';

function policyOf(spec: object) {
  return object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/web', { spec });
}

/** One line an edge: relation, target, where it is selected, what is allowed. */
function lines(spec: object): readonly string[] {
  return networkPolicy.references(policyOf(spec)).map(({ relation, to, path, detail }) => {
    const { selector, namespaces } = to.by === 'selector' ? to : {};
    const where = namespaces ? JSON.stringify(namespaces.matchLabels) : (to.namespace ?? 'any');
    const labels = JSON.stringify(selector?.matchLabels);
    return `${relation} ${to.kind} ${labels} in ${where} @ ${path} (${detail})`;
  });
}

const web = { matchLabels: { app: 'web' } };
const named = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
const peerOf = (peer: object) => lines({ podSelector: web, ingress: [{ from: [peer] }] }).slice(1);

test('an empty pod selector is every pod of the namespace', () => {
  expect(lines({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })).toEqual([
    'selects Pod {} in shop @ spec.podSelector (restricts ingress and egress)',
  ]);
});

test('a policy that does not say so is about ingress, and about egress if it has rules for it', () => {
  expect(lines({ podSelector: web })).toEqual([
    'selects Pod {"app":"web"} in shop @ spec.podSelector (restricts ingress)',
  ]);
  const to = [{ podSelector: web }];
  expect(
    lines({ podSelector: {}, egress: [{ to, ports: [{ port: 53, protocol: 'UDP' }] }] }),
  ).toEqual([
    'selects Pod {} in shop @ spec.podSelector (restricts ingress and egress)',
    'allows Pod {"app":"web"} in shop @ spec.egress[0].to[0].podSelector (egress, 53/UDP)',
  ]);
});

test.each<[string, object, readonly string[]]>([
  [
    'pods of its own namespace',
    { podSelector: web },
    [
      'allows Pod {"app":"web"} in shop @ spec.ingress[0].from[0].podSelector (ingress, every port)',
    ],
  ],
  [
    'whole namespaces',
    { namespaceSelector: { matchLabels: { team: 'data' } } },
    [
      'allows Namespace {"team":"data"} in any @ spec.ingress[0].from[0].namespaceSelector (ingress, every port)',
    ],
  ],
  [
    'pods of a namespace it names',
    { podSelector: web, namespaceSelector: named('edge') },
    [
      'allows Pod {"app":"web"} in {"kubernetes.io/metadata.name":"edge"} @ spec.ingress[0].from[0].podSelector (ingress, every port)',
    ],
  ],
  [
    'pods of every namespace',
    { podSelector: web, namespaceSelector: {} },
    ['allows Pod {"app":"web"} in {} @ spec.ingress[0].from[0].podSelector (ingress, every port)'],
  ],
  [
    'pods of namespaces that only their labels tell',
    { podSelector: web, namespaceSelector: { matchLabels: { team: 'data' } } },
    [
      'allows Pod {"app":"web"} in {"team":"data"} @ spec.ingress[0].from[0].podSelector (ingress, every port)',
    ],
  ],
  ['addresses, which are no objects', { ipBlock: { cidr: '10.0.0.0/8' } }, []],
])('a rule may allow %s', (_, peer, allowed) => {
  expect(peerOf(peer)).toEqual(allowed);
});

test('facts say who may talk on which ports, and that nobody may', () => {
  const spec = {
    podSelector: web,
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      {
        to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
        ports: [{ port: 5432 }],
      },
      { ports: [{ port: 9000, endPort: 9010, protocol: 'TCP' }] },
    ],
  };
  expect(networkPolicy.facts(policyOf(spec), { now: 0 })).toEqual([
    { label: 'Applies to', value: 'app=web' },
    { label: 'Restricts', value: ['Ingress', 'Egress'] },
    { label: 'Ingress from', value: 'nobody' },
    {
      label: 'Egress to',
      value: ['10.0.0.0/8 except 10.1.0.0/16, on 5432/TCP', 'anybody, on 9000–9010/TCP'],
    },
  ]);
});
