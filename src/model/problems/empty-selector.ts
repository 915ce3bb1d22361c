import { formatSelector } from '#kinds/parts/label-selector.ts';
import { numberOr, part, strings } from '#kinds/parts/schema.ts';
import type { LabelSelector } from '#kinds/reference.ts';
import { type LabelSearch, searchByLabel } from '#model/label-search.ts';
import type { Dangling, Entry, Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { unmatched } from './absence.ts';
import type { ProblemOf } from './problem.ts';

const labelled = part({ metadata: part({ labels: strings }) });
const readWorkload = part({
  spec: part({
    replicas: numberOr(1),
    template: labelled,
    jobTemplate: part({ spec: part({ template: labelled }) }),
  }),
});

/** An entry that carries the labels of the Pods which it would make. */
function asPod(entry: Entry): readonly Entry[] {
  const { spec } = readWorkload.read(entry.object) ?? {};
  const template = spec?.template ?? spec?.jobTemplate?.spec?.template;
  const { labels } = template?.metadata ?? {};
  if (labels === undefined) return [];
  const object: KubeObject = { ...entry.object, metadata: { ...entry.object.metadata, labels } };
  return [{ ...entry, object }];
}

/** Finds workloads of a namespace by the labels of their Pods. */
function templateSearch(model: Model): (namespace: string) => LabelSearch {
  const searches = new Map<string, LabelSearch>();
  return (namespace) => {
    const workloads = () =>
      model.inNamespace(namespace).filter(({ kind }) => kind.category === 'workload');
    const search = searches.get(namespace) ?? searchByLabel(workloads().flatMap(asPod));
    searches.set(namespace, search);
    return search;
  };
}

interface Empty {
  readonly entry: Entry;
  readonly namespace: string;
  readonly dangling: Dangling;
  readonly selector: LabelSelector;
}

/** Selectors of these kinds that match no Pod, and that no workload scaled to zero or idle would match. */
function emptySelectors(model: Model, kinds: readonly string[]): readonly Empty[] {
  const templates = templateSearch(model);
  return model.dangling.flatMap((dangling) => {
    const { from, reason, reference } = dangling;
    const { to, relation } = reference;
    const entry = model.get(from);
    const namespace = entry?.object.metadata.namespace;
    const isOwn = relation === 'selects' || relation === 'protects';
    if (reason !== 'nothing-selected' || to.by !== 'selector' || !isOwn) return [];
    if (entry === undefined || namespace === undefined || !kinds.includes(entry.object.kind))
      return [];
    if (formatSelector(to.selector) === '' || templates(namespace)(to.selector).length > 0)
      return [];
    return [{ entry, namespace, dangling, selector: to.selector }];
  });
}

function told(model: Model, { entry, namespace, dangling, selector }: Empty) {
  const value = formatSelector(selector);
  const { path } = dangling.reference;
  return {
    at: entry.id,
    selector: value,
    evidence: [
      { type: 'field' as const, object: entry.id, path, value },
      unmatched(model, { group: '', kind: 'Pod', namespace }, selector),
    ],
  };
}

/** Relations through which somebody calls a Service. */
const callers = new Set(['routes', 'calls']);

/** Services whose selector matches no Pod, running or described. */
export function emptyServices(model: Model): readonly ProblemOf<'empty-service'>[] {
  return emptySelectors(model, ['Service']).map((empty) => ({
    code: 'empty-service',
    ...told(model, empty),
    isCalled: model.edgesTo(empty.entry.id).some(({ relation }) => callers.has(relation)),
  }));
}

/** Budgets and policies that apply to no Pod, running or described. */
export function emptyPolicies(model: Model): readonly ProblemOf<'empty-policy'>[] {
  return emptySelectors(model, ['PodDisruptionBudget', 'NetworkPolicy']).map((empty) => ({
    code: 'empty-policy',
    ...told(model, empty),
  }));
}
