/** What a reader compares between two pod specs, the same for Pods and for everything that makes them. */
import type { FactValue } from '#kinds/kind.ts';
import { formatLabels } from './label-selector.ts';
import { allContainers, type Container, isSidecar, type PodSpec } from './pod-template.ts';

type SpecFact = (spec: PodSpec | undefined) => FactValue;

const facts = {
  Images: (spec) => allContainers(spec).map(({ name = '', image = '' }) => `${name}: ${image}`),
  'Init containers': (spec) => spec?.initContainers.map(initContainer),
  Requests: (spec) => amounts(spec, 'requests'),
  Limits: (spec) => amounts(spec, 'limits'),
  'Service account': (spec) => spec?.serviceAccountName || spec?.serviceAccount,
  'Priority class': (spec) => spec?.priorityClassName,
  'Node selector': (spec) => spec?.nodeSelector && formatLabels(spec.nodeSelector),
  'Host access': hostAccess,
} as const satisfies Record<string, SpecFact>;

/** Facts of a pod spec by label, in the site's order, for objects that have one at `specOf`. */
export function podFacts<Shape>(
  specOf: (object: Shape) => PodSpec | undefined,
): Readonly<Record<string, (object: Shape) => FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).map(([label, fact]) => [label, (object) => fact(specOf(object))]),
  );
}

function initContainer(container: Container): string {
  return isSidecar(container) ? `${container.name} (sidecar)` : `${container.name}`;
}

/** `web: cpu 100m, memory 128Mi`, a line for each container that states any. */
function amounts(spec: PodSpec | undefined, field: 'requests' | 'limits'): readonly string[] {
  return allContainers(spec).flatMap(({ name, resources }) => {
    const stated = Object.entries(resources?.[field] ?? {});
    if (stated.length === 0) return [];
    return [`${name}: ${stated.map(([resource, amount]) => `${resource} ${amount}`).join(', ')}`];
  });
}

function hostAccess(spec: PodSpec | undefined): readonly string[] {
  const shared = [
    spec?.hostNetwork === true ? "the node's network" : '',
    spec?.hostPID === true ? "the node's processes" : '',
    spec?.hostIPC === true ? "the node's shared memory" : '',
  ];
  const paths = (spec?.volumes ?? []).map(({ hostPath }) => hostPath?.path ?? '');
  return [...shared, ...paths].filter((line) => line !== '');
}

/** {@link podFacts} of workloads, whose pod spec is in `spec.template`. */
export const templateFacts = podFacts<{
  readonly spec?:
    | { readonly template?: { readonly spec?: PodSpec | undefined } | undefined }
    | undefined;
}>(({ spec }) => spec?.template?.spec);
