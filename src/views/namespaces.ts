import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import type { Problem } from '#model/problems/problem.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { judge } from '#model/problems/severity.ts';
import { objectId, parseObjectId } from '#snapshot/object-id.ts';
import { applicationsOf } from './applications.ts';
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
  return contents(model, model.inNamespace(name));
}

/**
 * Who says what a namespace is for, as a sentence.
 *
 * @param isNoted - Whether its page shows a note about it, which may say more.
 */
export function purposeSource(model: Model, name: string, isNoted: boolean): string {
  if (namespacePurpose(name) !== undefined) {
    return 'Known by its name: the snapshot itself does not say it.';
  }
  const namespace = model.get(objectId({ group: '', kind: 'Namespace', name }));
  if (namespace === undefined || namespace.inferred !== undefined) {
    return 'Derived from what is in it: the Namespace object was not captured.';
  }
  if (descriptionOf(namespace) !== undefined) return 'An annotation of the Namespace says so.';
  return isNoted
    ? 'Derived from what is in it. What people say of it stands in the note below.'
    : 'Derived from what is in it: no annotation of the Namespace says what it is for.';
}

/** What stands in a namespace, in a sentence. */
export function contents(model: Model, entries: readonly Entry[]): string {
  const workloads = applicationsOf(model, entries);
  const services = entries.filter(({ object }) => object.kind === 'Service').length;
  const parts = [
    ...(workloads.length > 0 ? [count(workloads.length, 'workload')] : []),
    ...(services > 0 ? [count(services, 'Service')] : []),
  ];
  if (parts.length > 0) return `Holds ${parts.join(' and ')}.`;
  if (entries.length === 0) return 'Nothing in it was captured.';
  return entries.every(isGiven)
    ? 'Holds only what every namespace gets.'
    : `Holds ${count(entries.length, 'object')}, nothing that runs.`;
}

/** Whether the controller manager makes such an object in every namespace. */
function isGiven({ object: { kind, metadata } }: Entry): boolean {
  return (
    (kind === 'ServiceAccount' && metadata.name === 'default') ||
    (kind === 'ConfigMap' && metadata.name === 'kube-root-ca.crt')
  );
}

/** Where the name of a namespace stands, if the dump holds no Namespace object of this name. */
export function inferredFrom(model: Model, name: string): string | undefined {
  return model.get(objectId({ group: '', kind: 'Namespace', name }))?.inferred;
}

/** One line of a list of namespaces. */
export interface NamespaceRow {
  readonly name: string;
  readonly href: string;
  /** The dump holds no Namespace object of this name. */
  readonly inferred: boolean;
  readonly purpose: string;
  readonly pods: number;
  readonly objects: number;
  /** Findings there of what is broken. */
  readonly broken: number;
}

/** Problems by the namespace of the object they are told at, the worst first. */
export const problemsIn = oncePerModel(
  (model): ReadonlyMap<string, readonly Problem[]> =>
    Map.groupBy(problemsOf(model).all, ({ at }) => parseObjectId(at).namespace ?? ''),
);

function isBroken(problem: Problem): boolean {
  return judge(problem).severity === 'broken';
}

/** All namespaces of a cluster. */
export function namespaceRows(model: Model, links: Links): readonly NamespaceRow[] {
  const problems = problemsIn(model);
  return model.namespaces.map((name) => {
    const entries = model.inNamespace(name);
    return {
      name,
      href: links.namespace(name),
      inferred: inferredFrom(model, name) !== undefined,
      purpose: purposeOf(model, name),
      pods: entries.filter(({ object }) => object.kind === 'Pod').length,
      objects: entries.length,
      broken: (problems.get(name) ?? []).filter(isBroken).length,
    };
  });
}
