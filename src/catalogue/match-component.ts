import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Component } from './components/component.ts';
import { components } from './components/components.ts';
import { imagePath } from './image.ts';
import { type Workload, workloadOf } from './workload.ts';

/** A recognised component. */
export interface ComponentMatch {
  readonly component: Component;
  /** `probably`: only the name says so. */
  readonly confidence: 'certain' | 'probably';
  /** What gave it away, as noun phrases; identifiers stand between backticks. */
  readonly evidence: readonly string[];
}

/** One rule that held: how much it says, and in words. */
interface Hit {
  readonly weight: number;
  readonly text: string;
}

/** From this score on a match is certain; labels and images weigh 3, all else 1. */
const certain = 3;

// Split once: every Pod of a cluster is held against every line.
const termsOf = new Map(
  components.flatMap(({ labels = [] }) =>
    labels.map((line) => [line, line.split(',').map((term) => term.split('='))] as const),
  ),
);

function labelHit({ labels = [] }: Component, workload: Workload): Hit | undefined {
  const line = labels.find((candidate) =>
    termsOf.get(candidate)?.every(([key = '', value]) =>
      // Without a value any will do.
      value === undefined ? Object.hasOwn(workload.labels, key) : workload.labels[key] === value,
    ),
  );
  return line === undefined ? undefined : { weight: 3, text: `label \`${line}\`` };
}

function imageHit({ image }: Component, workload: Workload): Hit | undefined {
  if (image === undefined) return undefined;
  const found = workload.containers.find((container) => image.test(container.path));
  return found === undefined ? undefined : { weight: 3, text: `image \`${found.image}\`` };
}

function nameHit({ id, workload: pattern }: Component, { name }: Workload): Hit | undefined {
  const fits = pattern === undefined ? name === id : pattern.test(name);
  return fits ? { weight: 1, text: `name \`${name}\`` } : undefined;
}

function hitsOf(component: Component, workload: Workload): readonly Hit[] {
  const name = nameHit(component, workload);
  const { owner, namespace } = workload;
  const inPlace = component.namespaces?.includes(namespace) === true;
  const required = component.requires ?? [];
  // A Job beside a component wears its labels, or its image, and does something else once.
  if (owner === 'Job' && !component.owners.includes('Job')) return [];
  if (required.includes('name') && name === undefined) return [];
  if (required.includes('namespace') && !inPlace) return [];
  const says = [labelHit(component, workload), imageHit(component, workload), name].filter(
    (hit) => hit !== undefined,
  );
  // Where it runs and who owns it support a match; alone they say nothing.
  if (says.length === 0) return [];
  const owned = owner !== undefined && component.owners.includes(owner);
  return [
    ...says,
    ...(inPlace ? [{ weight: 1, text: `namespace \`${namespace}\`` }] : []),
    ...(owned ? [{ weight: 1, text: `kind ${owner}` }] : []),
  ];
}

// An entry made for sidecars never explains a whole workload.
const workloadComponents = components.filter(({ owners }) => !owners.includes('sidecar'));

/**
 * The component that a Pod or workload is, if the catalogue knows it: the entry with the highest score,
 * the earlier one on a tie. `among` narrows the search to some entries.
 */
export function matchComponent(
  object: KubeObject,
  among: readonly Component[] = workloadComponents,
): ComponentMatch | undefined {
  if (among !== workloadComponents) return bestMatch(object, among);
  if (!matches.has(object)) matches.set(object, bestMatch(object, among));
  return matches.get(object);
}

// Its own page, its namespace, the map and the chapters all ask what a workload is.
const matches = new WeakMap<KubeObject, ComponentMatch | undefined>();

function bestMatch(object: KubeObject, among: readonly Component[]): ComponentMatch | undefined {
  const workload = workloadOf(object);
  if (workload === undefined) return undefined;
  let best: { readonly score: number; readonly match: ComponentMatch } | undefined;
  for (const component of among) {
    const hits = hitsOf(component, workload);
    const score = hits.reduce((sum, { weight }) => sum + weight, 0);
    if (score === 0 || score <= (best?.score ?? 0)) continue;
    const confidence = hits.some(({ weight }) => weight >= certain) ? 'certain' : 'probably';
    best = { score, match: { component, confidence, evidence: hits.map(({ text }) => text) } };
  }
  return best?.match.confidence === 'certain' ? best.match : (loneHelper(workload) ?? best?.match);
}

// Longhorn and others run the helpers of CSI as workloads of their own, beside no driver.
const csiHelpers = components.filter(
  ({ owners, category }) => owners.includes('sidecar') && category === 'storage',
);

function loneHelper({ containers }: Workload): ComponentMatch | undefined {
  const [only, ...others] = containers;
  if (only === undefined || others.length > 0) return undefined;
  const component = csiHelpers.find(({ image }) => image?.test(only.path) === true);
  const evidence = [`image \`${only.image}\``];
  return component && { component, confidence: 'certain', evidence };
}

/** The component of a single container, by its image: also the helpers that live in other pods. */
export function matchContainer(image: string): Component | undefined {
  const path = imagePath(image);
  return components.find((component) => component.image?.test(path) === true);
}
