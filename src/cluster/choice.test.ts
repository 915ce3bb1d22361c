import { expect, test } from 'vitest';
import { builtinResources } from '#snapshot/builtin-resources.ts';
import { ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { chooseResources, type ResourceChoice } from './choice.ts';

const everything: ResourceChoice = {
  resources: [],
  exclude: [],
  includeEvents: false,
  secrets: 'keys',
};

function type(group: string, plural: string, kind: string): ResourceType {
  return ResourceType.parse({ group, version: 'v1', plural, kind, namespaced: true });
}

const types = [
  ...builtinResources,
  type('extensions', 'ingresses', 'Ingress'),
  type('metrics.k8s.io', 'pods', 'PodMetrics'),
];

/** Resources that a choice leaves out, with the reason. */
function leftOut(choice: Partial<ResourceChoice>): string[] {
  const chosen = chooseResources(types, { ...everything, ...choice });
  return chosen.leftOut.map((each) => `${resourceKey(each.type)}: ${each.outcome.message}`);
}

test('by default Events, measurements and legacy copies are left out', () => {
  expect(leftOut({})).toEqual([
    "componentstatuses: Deprecated since 1.19, and wrong where the control plane is not on the same machine; --resource '*' reads them.",
    'events: Events are gone within the hour; --include-events reads them.',
    'events.events.k8s.io: Events are gone within the hour; --include-events reads them.',
    "pods.metrics.k8s.io: Measurements of a moment, no part of the cluster; --resource '*' reads them.",
    'ingresses.extensions: The same objects as in networking.k8s.io, where they are kept once.',
  ]);
});

test('what is asked for by name is read, a legacy copy too if it is the only one', () => {
  const resources = ['*.metrics.k8s.io', '*.extensions', 'events.*'];
  const { read } = chooseResources(types, { ...everything, resources });
  expect(read.map(resourceKey)).toEqual([
    'events.events.k8s.io',
    'ingresses.extensions',
    'pods.metrics.k8s.io',
  ]);
});

test('--exclude-resource and --secrets skip win over --resource', () => {
  const resources = ['secrets', 'pods', 'nodes'];
  const choice = { ...everything, resources, exclude: ['nod*'], secrets: 'skip' } as const;
  expect(chooseResources(types, choice).read.map(resourceKey)).toEqual(['pods']);
});

test('a resource the cluster lacks is an error with what was meant', () => {
  expect(() => leftOut({ resources: ['netpol'] })).toThrow(
    expect.objectContaining({ hint: 'Did you mean networkpolicies.networking.k8s.io?' }),
  );
});
