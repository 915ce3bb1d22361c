import type { Reference } from '#kinds/reference.ts';
import type { PolicyRule } from './policy-rule.ts';
import { refer } from './refer.ts';

/**
 * Edges to the objects that rules of a role name (`resourceNames`). A right may well be for an object
 * that comes later, so one that is not there is no edge. Of a ClusterRole only names of cluster-scoped
 * kinds lead anywhere: its bindings decide in which namespaces the others are looked for.
 *
 * @param namespace Of a Role.
 */
export function namedRights(
  rules: readonly PolicyRule[],
  namespace?: string,
): readonly Reference[] {
  return rules.flatMap(({ apiGroups, resources, resourceNames, verbs }, index) =>
    resourceNames.flatMap((name) =>
      plurals(resources).flatMap((plural) =>
        apiGroups.flatMap((group) =>
          refer('rights', group === '' ? plural : `${plural}.${group}`, {
            name,
            namespace,
            path: `rules[${index}].resourceNames`,
            detail: verbs.includes('*') ? 'every verb' : verbs.join(', '),
            ifFound: true,
          }),
        ),
      ),
    ),
  );
}

/** Resources without their subresources (`pods/log`), each once. */
function plurals(resources: readonly string[]): readonly string[] {
  return [...new Set(resources.map((resource) => resource.split('/')[0] ?? ''))];
}
