import { defineKind, type Read } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { createdCell } from './parts/created-cell.ts';
import { type Infer, list, part, quantities, text } from './parts/schema.ts';

const amounts = quantities;

const schema = part({
  spec: part({
    limits: list(
      part({
        type: text,
        default: amounts,
        defaultRequest: amounts,
        min: amounts,
        max: amounts,
        maxLimitRequestRatio: amounts,
      }),
    ),
  }),
});
type Range = Read<Infer<typeof schema>>;
type Limit = NonNullable<Range['spec']>['limits'][number];

export const limitRange = defineKind({
  group: '',
  kind: 'LimitRange',
  plural: 'limitranges',
  shortNames: ['limits'],
  namespaced: true,
  category: 'machine',
  glyph: 'pdb',
  role: 'Default and allowed sizes of single pods, containers and claims of a namespace.',
  breaks: 'Nothing at once; new containers that state no requests or limits then run without any.',
  schema,
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    'Default limits': facts('default'),
    'Default requests': facts('defaultRequest'),
    Minimum: facts('min'),
    Maximum: facts('max'),
    'Limit to request, at most': facts('maxLimitRequestRatio'),
  },
});

/** `Container: cpu 500m, memory 512Mi`, a line for each type of object that states the field. */
function facts(field: Exclude<keyof Limit, 'type'>) {
  return ({ spec }: Range): readonly string[] =>
    (spec?.limits ?? []).flatMap((limit) => {
      const stated = Object.entries(limit[field] ?? {});
      const amount = stated.map(([resource, value]) => `${resource} ${value}`).join(', ');
      return amount === '' ? [] : [`${limit.type}: ${amount}`];
    });
}
