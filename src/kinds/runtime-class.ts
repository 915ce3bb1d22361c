import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { mapLines } from './parts/map-lines.ts';
import { list, part, quantities, strings, text } from './parts/schema.ts';

export const runtimeClass = defineKind({
  group: 'node.k8s.io',
  kind: 'RuntimeClass',
  plural: 'runtimeclasses',
  namespaced: false,
  category: 'machine',
  glyph: 'runtime',
  role: 'A named way to run containers, such as in a sandbox: the handler that the container runtime of a node uses.',
  breaks: 'New pods that name it are refused; pods that run go on.',
  schema: part({
    handler: text,
    overhead: part({ podFixed: quantities }),
    scheduling: part({
      nodeSelector: strings,
      tolerations: list(part({ key: text, value: text, effect: text })),
    }),
  }),
  columns: { Name: nameCell, Handler: ({ handler }) => handler ?? '', Age: ageCell },
  facts: {
    'Added to each pod': ({ overhead }) => mapLines(overhead?.podFixed),
    'Only on nodes with': ({ scheduling }) => mapLines(scheduling?.nodeSelector),
    'Tolerates taints': ({ scheduling }) =>
      scheduling?.tolerations.map(({ key = '', effect = '' }) => `${key} ${effect}`.trim()),
  },
});
