import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry, Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { descriptionOf } from './documentation.ts';
import type { Links } from './links.ts';
import { count } from './words.ts';

/** What a namespace is for: from the catalogue, from its own description, or from what is in it. */
export function purposeOf(model: Model, name: string): string {
  const known = namespacePurpose(name);
  if (known !== undefined) return known.purpose;
  const namespace = model.get(objectId({ group: '', kind: 'Namespace', name }));
  const described = namespace && descriptionOf(namespace);
  if (described !== undefined) return described;
  return contents(model.inNamespace(name));
}

/** What stands in a namespace, in a sentence. */
export function contents(entries: readonly Entry[]): string {
  const workloads = entries.filter(({ kind }) => kind.category === 'workload' && !kind.folded);
  const services = entries.filter(({ object }) => object.kind === 'Service').length;
  const parts = [
    ...(workloads.length > 0 ? [count(workloads.length, 'workload')] : []),
    ...(services > 0 ? [count(services, 'Service')] : []),
  ];
  if (parts.length > 0) return `Holds ${parts.join(' and ')}.`;
  return entries.length === 0
    ? 'Nothing in it was captured.'
    : `Holds ${count(entries.length, 'object')}, nothing that runs.`;
}

/** One line of a list of namespaces. */
export interface NamespaceRow {
  readonly name: string;
  readonly href: string;
  readonly purpose: string;
  readonly pods: number;
  readonly objects: number;
  /** Objects there that were not well. */
  readonly ill: number;
}

/** All namespaces of a cluster. */
export function namespaceRows(
  model: Model,
  links: Links,
  ill: readonly Entry[],
): readonly NamespaceRow[] {
  const illIn = Map.groupBy(ill, ({ object }) => object.metadata.namespace ?? '');
  return model.namespaces.map((name) => {
    const entries = model.inNamespace(name);
    return {
      name,
      href: links.namespace(name),
      purpose: purposeOf(model, name),
      pods: entries.filter(({ object }) => object.kind === 'Pod').length,
      objects: entries.length,
      ill: illIn.get(name)?.length ?? 0,
    };
  });
}
