import { list, part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';

const strings = list(text);
const readRole = part({
  rules: list(
    part({ apiGroups: strings, resources: strings, resourceNames: strings, verbs: strings }),
  ),
});

const reads = new Set(['get', 'list', 'watch', '*']);

/** What a role lets its subjects read by name or list: `configmaps`, `secrets`. */
function readable({ object }: Entry): readonly string[] {
  const rules = readRole.read(object)?.rules ?? [];
  return rules.flatMap(({ apiGroups, resources, resourceNames, verbs }) => {
    const isCore = apiGroups.some((group) => group === '' || group === '*');
    const isRead = verbs.some((verb) => reads.has(verb));
    if (!isCore || !isRead || resourceNames.length > 0) return [];
    return resources.includes('*') ? ['configmaps', 'secrets'] : resources;
  });
}

/** `shop configmaps` for each namespace in which a Role lets a program read all ConfigMaps. */
const readByRoles = oncePerModel((model): ReadonlySet<string> => {
  const bindings = model.ofKind({ group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' });
  const pairs = bindings.flatMap(({ id, object }) => {
    const edges = model.edgesFrom(id);
    const hasProgram = edges.some(({ relation, to }) => relation === 'subject' && model.get(to));
    const roles = edges.flatMap(({ relation, to }) =>
      relation === 'grants' ? (model.get(to) ?? []) : [],
    );
    if (!hasProgram) return [];
    return roles.flatMap(readable).map((resource) => `${object.metadata.namespace} ${resource}`);
  });
  return new Set(pairs);
});

/**
 * Whether a ServiceAccount may read every ConfigMap, or every Secret, of the object's namespace: then a
 * program may read this one without any field that names it.
 */
export function readersByApi(model: Model, { object, resource }: Entry): boolean {
  return readByRoles(model).has(`${object.metadata.namespace} ${resource.plural}`);
}
