import type { Reference, Relation, Toleration } from '#kinds/reference.ts';
import { termReferences } from './node-selector.ts';
import type { affinity } from './placement.ts';
import type { LinkedPodSpec, PodSite } from './pod-template.ts';
import { referBySelector } from './refer.ts';
import type { Infer } from './schema.ts';

type Affinity = Infer<typeof affinity>;
type PodTerm = NonNullable<
  Affinity['podAffinity']
>['requiredDuringSchedulingIgnoredDuringExecution'][number];

/**
 * Edges to the Nodes that a template's pods ask for and put up with, and to the pods they want near or
 * keep away from.
 *
 * Only templates write them, and Pods that have no Node yet: a Pod that runs names its Node, and edges
 * from each of a thousand Pods to each of the others would drown a model.
 */
export function placementReferences(
  spec: LinkedPodSpec,
  site: PodSite,
  { isWaiting = false }: { readonly isWaiting?: boolean } = {},
): readonly Reference[] {
  return [
    ...nodeReferences(spec, site, isWaiting),
    ...tolerationReferences(spec.tolerations, site),
    ...neighbourReferences('near', 'podAffinity', spec, site),
    ...neighbourReferences('apart', 'podAntiAffinity', spec, site),
    ...spec.topologySpreadConstraints.flatMap(
      ({ topologyKey, whenUnsatisfiable, labelSelector }, index) =>
        referBySelector('spreads', 'Pod', {
          selector: labelSelector,
          namespace: site.namespace,
          path: `${site.at}.topologySpreadConstraints[${index}].labelSelector`,
          detail: `over ${topologyKey}`,
          optional: whenUnsatisfiable === 'ScheduleAnyway',
          ifFound: true,
        }),
    ),
  ];
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/**
 * A Node must have the labels of `nodeSelector` and match one term of the affinity. That none does is
 * why a Pod waits; a template may well be for Nodes that come later, or for none at all.
 */
function nodeReferences(
  { nodeSelector, affinity }: LinkedPodSpec,
  { at }: PodSite,
  isWaiting: boolean,
): readonly Reference[] {
  const terms = affinity?.nodeAffinity?.[required]?.nodeSelectorTerms ?? [];
  const must =
    terms.length === 0
      ? termReferences('asks', anyNode, {
          path: `${at}.nodeSelector`,
          labels: nodeSelector,
          isWaiting,
        })
      : terms.flatMap((term, index) =>
          termReferences('asks', term, {
            path: `${at}.affinity.nodeAffinity.${required}.nodeSelectorTerms[${index}]`,
            labels: nodeSelector,
            isWaiting,
          }),
        );
  const may = (affinity?.nodeAffinity?.[preferred] ?? []).flatMap(({ weight, preference }, index) =>
    termReferences('asks', preference ?? anyNode, {
      path: `${at}.affinity.nodeAffinity.${preferred}[${index}].preference`,
      optional: true,
      detail: `preferred, weight ${weight}`,
    }),
  );
  return [...must, ...may];
}

const anyNode = { labels: {}, names: [] };

function tolerationReferences(tolerations: readonly Toleration[], { at }: PodSite) {
  if (tolerations.length === 0) return [];
  return referBySelector('tolerates', 'Node', {
    selector: {},
    tolerations,
    path: `${at}.tolerations`,
    ifFound: true,
  });
}

function neighbourReferences(
  relation: Relation,
  field: 'podAffinity' | 'podAntiAffinity',
  { affinity }: LinkedPodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  const written = affinity?.[field];
  const must = (written?.[required] ?? []).flatMap((term, index) =>
    podTermReferences(relation, term, {
      at: `${at}.affinity.${field}.${required}[${index}]`,
      namespace,
    }),
  );
  const may = (written?.[preferred] ?? []).flatMap(({ weight, podAffinityTerm }, index) =>
    podTermReferences(
      relation,
      podAffinityTerm,
      { at: `${at}.affinity.${field}.${preferred}[${index}].podAffinityTerm`, namespace },
      `preferred, weight ${weight}`,
    ),
  );
  return [...must, ...may];
}

/** Without a word on namespaces, a term means those of the pod's own. */
function podTermReferences(
  relation: Relation,
  term: PodTerm | undefined,
  { at, namespace }: PodSite,
  preference?: string,
): readonly Reference[] {
  if (term === undefined) return [];
  const { labelSelector, topologyKey, namespaces = [], namespaceSelector } = term;
  const written = {
    selector: labelSelector,
    path: `${at}.labelSelector`,
    detail: [`by ${topologyKey}`, preference].filter(Boolean).join(', '),
    optional: preference !== undefined,
    ifFound: true,
  };
  const own = namespaces.length === 0 && namespaceSelector === undefined ? [namespace] : namespaces;
  return [
    ...own.flatMap((each) => referBySelector(relation, 'Pod', { ...written, namespace: each })),
    ...(namespaceSelector === undefined
      ? []
      : referBySelector(relation, 'Pod', { ...written, namespaces: namespaceSelector })),
  ];
}
