import { defineKind, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { type Infer, number, part, text } from './parts/schema.ts';

const shares = { nominalConcurrencyShares: number, lendablePercent: number };

const LevelFields = part({
  spec: part({
    type: text,
    limited: part({
      ...shares,
      borrowingLimitPercent: number,
      limitResponse: part({
        type: text,
        queuing: part({ queues: number, handSize: number, queueLengthLimit: number }),
      }),
    }),
    exempt: part(shares),
  }),
});
type LevelFields = Read<Infer<typeof LevelFields>>;

export const priorityLevelConfiguration = defineKind({
  group: 'flowcontrol.apiserver.k8s.io',
  kind: 'PriorityLevelConfiguration',
  plural: 'prioritylevelconfigurations',
  namespaced: false,
  category: 'machine',
  glyph: 'priorityclass',
  role: 'A share of what the API server can do at once, and what happens to requests beyond it.',
  breaks:
    'FlowSchemas that name it stop matching, and their requests fall to others. The API server restores its own levels.',
  schema: LevelFields,
  columns: {
    Name: nameCell,
    Type: ({ spec }) => spec?.type ?? '',
    NominalConcurrencyShares: ({ spec }) => numberCell(spec?.limited?.nominalConcurrencyShares),
    Queues: (level) => numberCell(queuing(level)?.queues),
    HandSize: (level) => numberCell(queuing(level)?.handSize),
    QueueLengthLimit: (level) => numberCell(queuing(level)?.queueLengthLimit),
    Age: ageCell,
  },
  facts: {
    'Requests beyond its share': ({ spec }) =>
      beyond[spec?.limited?.limitResponse?.type ?? spec?.type ?? ''],
    'Lends to others': ({ spec }) => percent((spec?.limited ?? spec?.exempt)?.lendablePercent),
    'Borrows from others': ({ spec }) =>
      spec?.limited === undefined
        ? undefined
        : (percent(spec.limited.borrowingLimitPercent) ?? 'without limit'),
  },
});

const beyond: Readonly<Record<string, string>> = {
  Exempt: 'are served at once, without limit',
  Queue: 'wait in queues, and are refused when those are full',
  Reject: 'are refused with 429 Too Many Requests',
};

function queuing({ spec }: LevelFields) {
  return spec?.limited?.limitResponse?.queuing;
}

function numberCell(value: number | undefined): string {
  return value === undefined ? '<none>' : String(value);
}

function percent(value: number | undefined): string | undefined {
  if (value === 0) return 'nothing';
  return value === undefined ? undefined : `${value} % of its share`;
}
