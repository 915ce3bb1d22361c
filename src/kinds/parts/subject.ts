import type { z } from 'zod';
import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';
import { item, list, text } from './schema.ts';

/** `subjects` of a RoleBinding or a ClusterRoleBinding. */
export const subjects = list(item({ kind: text, name: text, namespace: text }));
export type Subjects = z.infer<typeof subjects>;

/** Names of the subjects of a kind, in their order; ServiceAccounts as `namespace/name`. */
export function subjectNames(
  all: Subjects,
  wanted: 'User' | 'Group' | 'ServiceAccount',
): readonly string[] {
  return all
    .filter(({ kind }) => kind === wanted)
    .map(({ namespace = '', name = '' }) =>
      wanted === 'ServiceAccount' ? `${namespace}/${name}` : name,
    );
}

/**
 * Edges to the ServiceAccounts among the subjects. Users and groups are no objects of the API: who
 * they are is known to whatever authenticates them.
 */
export function subjectReferences(all: Subjects): readonly Reference[] {
  return all.flatMap(({ kind, name, namespace }) =>
    kind !== 'ServiceAccount'
      ? []
      : refer('subject', 'ServiceAccount', {
          name,
          namespace,
          path: `subjects[name=${name}].name`,
        }),
  );
}
