import { defineKind } from './kind.ts';
import { ageCell, count, nameCell, orNone } from './parts/columns.ts';
import { conditions, findCondition } from './parts/condition.ts';
import { PolicyRule, ruleLine } from './parts/policy-rule.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';

const Subject = part({
  kind: text,
  user: part({ name: text }),
  group: part({ name: text }),
  serviceAccount: part({ namespace: text, name: text }),
});
type Subject = Infer<typeof Subject>;

export const flowSchema = defineKind({
  group: 'flowcontrol.apiserver.k8s.io',
  kind: 'FlowSchema',
  plural: 'flowschemas',
  namespaced: false,
  category: 'machine',
  glyph: 'apiserver',
  role: 'Sorts requests to the API server: who asks for what goes to which priority level.',
  breaks:
    'Its requests fall to the next schema that matches, in the end to catch-all with its small share. The API server restores its own schemas.',
  schema: part({
    spec: part({
      priorityLevelConfiguration: part({ name: text }),
      matchingPrecedence: number,
      distinguisherMethod: part({ type: text }),
      rules: list(
        part({
          subjects: list(Subject),
          resourceRules: list(PolicyRule),
          nonResourceRules: list(PolicyRule),
        }),
      ),
    }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    PriorityLevel: ({ spec }) => orNone(spec?.priorityLevelConfiguration?.name),
    MatchingPrecedence: ({ spec }) => count(spec?.matchingPrecedence),
    DistinguisherMethod: ({ spec }) => orNone(spec?.distinguisherMethod?.type),
    Age: ageCell,
    MissingPL: ({ status }) => findCondition(status?.conditions, 'Dangling')?.status ?? '?',
  },
  facts: {
    'Requests of': ({ spec }) =>
      unique(spec?.rules.flatMap(({ subjects }) => subjects.map(subjectLine))),
    'That are': ({ spec }) =>
      unique(
        spec?.rules.flatMap(({ resourceRules, nonResourceRules }) =>
          [...resourceRules, ...nonResourceRules].map(ruleLine),
        ),
      ),
    'Told apart': ({ spec }) => flows[spec?.distinguisherMethod?.type ?? ''],
  },
  health: ({ status }) =>
    findCondition(status?.conditions, 'Dangling')?.status === 'True'
      ? { state: 'bad', word: 'Priority level missing' }
      : undefined,
  references: ({ spec }) => [
    ...refer('priority', 'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io', {
      name: spec?.priorityLevelConfiguration?.name,
      path: 'spec.priorityLevelConfiguration.name',
    }),
    ...(spec?.rules ?? []).flatMap(({ subjects }, i) =>
      subjects.flatMap(({ serviceAccount }) =>
        // `*` stands for every ServiceAccount of the namespace.
        serviceAccount?.name === '*'
          ? []
          : refer('selects', 'ServiceAccount', {
              name: serviceAccount?.name,
              namespace: serviceAccount?.namespace,
              path: `spec.rules[${i}].subjects[name=${serviceAccount?.name}].serviceAccount.name`,
              detail: 'requests of',
              optional: true,
            }),
      ),
    ),
  ],
});

const flows: Readonly<Record<string, string>> = {
  ByUser: "by user: one user's flood does not drown the others",
  ByNamespace: "by namespace: one namespace's flood does not drown the others",
};

function subjectLine({ kind = '', user, group, serviceAccount }: Subject): string {
  if (serviceAccount !== undefined) {
    return `${kind} ${serviceAccount.namespace}/${serviceAccount.name}`;
  }
  return `${kind} ${user?.name ?? group?.name ?? ''}`;
}

function unique(lines: readonly string[] | undefined): readonly string[] {
  return [...new Set(lines)];
}
