import { kindOf } from '#kinds/index.ts';
import { objectOf } from '#snapshot/inferred.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { idOf } from '#snapshot/object-id.ts';
import type { Entry } from './model.ts';

/**
 * Namespaces and Nodes that a dump does not hold and its objects name. They are entries like others, so that
 * links lead to them, and carry the mark that nobody read them. No list of the snapshot has them.
 */
export function inferredEntries({
  inferred,
  resources,
}: Manifest): readonly Omit<Entry, 'place'>[] {
  const { namespaces = [], nodes = [] } = inferred ?? {};
  return [
    ...namespaces.map((each) => ({ each, kind: 'Namespace' as const })),
    ...nodes.map((each) => ({ each, kind: 'Node' as const })),
  ].flatMap(({ each, kind }) => {
    const object = objectOf(kind, each);
    const known = kindOf({ group: '', kind });
    // An import writes a line for every built-in kind.
    const resource = resources.find((line) => line.group === '' && line.kind === kind);
    if (known === undefined || resource === undefined) return [];
    return [{ id: idOf(object), object, kind: known, resource, inferred: each.from }];
  });
}
