import { defineKind } from './kind.ts';
import { ageCell, count, nameCell } from './parts/columns.ts';
import { flag, number, part, text } from './parts/schema.ts';

export const priorityClass = defineKind({
  group: 'scheduling.k8s.io',
  kind: 'PriorityClass',
  plural: 'priorityclasses',
  shortNames: ['pc'],
  namespaced: false,
  category: 'machine',
  glyph: 'priorityclass',
  role: 'A name for how important pods are: when room runs short, a higher value is scheduled first.',
  breaks: 'New pods that name it are refused; pods that run keep the value they got.',
  schema: part({
    value: number,
    globalDefault: flag,
    preemptionPolicy: text,
    description: text,
  }),
  columns: {
    Name: nameCell,
    Value: ({ value }) => count(value),
    'Global-Default': ({ globalDefault }) => String(globalDefault ?? false),
    Age: ageCell,
    PreemptionPolicy: ({ preemptionPolicy }) => preemptionPolicy ?? '',
  },
  facts: {
    Description: ({ description }) => description,
    'For pods that name none': ({ globalDefault }) =>
      globalDefault === true ? 'this one' : undefined,
    'When no node has room': ({ preemptionPolicy }) =>
      preemptionPolicy === 'Never'
        ? 'its pods wait'
        : 'its pods may push out pods of a lower value',
  },
});
