import { compareCodePoints } from '#snapshot/json.ts';
import { defineKind, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, part, quantities, text } from './parts/schema.ts';

const amounts = quantities;

const schema = part({
  spec: part({
    scopes: list(text),
    scopeSelector: part({
      matchExpressions: list(part({ scopeName: text, operator: text, values: list(text) })),
    }),
  }),
  status: part({ hard: amounts, used: amounts }),
});
type Quota = Read<Infer<typeof schema>>;

export const resourceQuota = defineKind({
  group: '',
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  shortNames: ['quota'],
  namespaced: true,
  category: 'machine',
  glyph: 'pdb',
  role: 'Upper bounds on what all objects of a namespace may use together.',
  breaks: 'Nothing at once; the namespace may then take as much of the cluster as it asks for.',
  schema,
  columns: {
    Name: nameCell,
    Request: (object) => lines(object).filter(isRequest).join(', '),
    Limit: (object) =>
      lines(object)
        .filter((line) => !isRequest(line))
        .join(', '),
    Age: ageCell,
  },
  facts: {
    'Used of allowed': lines,
    Scopes: ({ spec }) => spec?.scopes,
    'Only for': ({ spec }) =>
      spec?.scopeSelector?.matchExpressions.map(({ scopeName, operator, values }) =>
        [scopeName, operator, values.join(', ')].filter(Boolean).join(' '),
      ),
  },
  references: ({ spec }) =>
    (spec?.scopeSelector?.matchExpressions ?? []).flatMap(({ scopeName, values }, index) =>
      (scopeName === 'PriorityClass' ? values : []).flatMap((name) =>
        refer('selects', 'PriorityClass.scheduling.k8s.io', {
          name,
          path: `spec.scopeSelector.matchExpressions[${index}].values`,
          detail: 'counts pods of this priority',
        }),
      ),
    ),
});

/** `requests.cpu: 3790m/40`, sorted by resource. */
function lines({ status }: Quota): readonly string[] {
  const { hard = {}, used = {} } = status ?? {};
  return Object.keys(hard)
    .sort(compareCodePoints)
    .map(
      (resource) =>
        `${resource}: ${(Object.hasOwn(used, resource) && used[resource]) || 0}/${hard[resource]}`,
    );
}

function isRequest(line: string): boolean {
  return !line.startsWith('limits.');
}
