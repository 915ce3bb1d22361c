import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { mapLines } from './parts/map-lines.ts';
import { list, part, text } from './parts/schema.ts';

const podSecurity = 'pod-security.kubernetes.io/';

export const namespace = defineKind({
  group: '',
  kind: 'Namespace',
  plural: 'namespaces',
  shortNames: ['ns'],
  namespaced: false,
  category: 'machine',
  glyph: 'namespace',
  role: 'A scope for names: what is in it is named, granted and limited apart from other namespaces.',
  breaks:
    'Everything in it is deleted with it: its workloads stop, its Services stop answering, its claims give up their volumes.',
  schema: part({
    spec: part({ finalizers: list(text) }),
    status: part({ phase: text, conditions }),
  }),
  columns: {
    Name: nameCell,
    Status: ({ status }) => status?.phase ?? '',
    Age: ageCell,
  },
  observed: ['Status'],
  facts: {
    'Pod security': ({ metadata }) =>
      labelLines(metadata.labels, (key) => key.startsWith(podSecurity)).map((line) =>
        line.slice(podSecurity.length),
      ),
    Labels: ({ metadata }) =>
      labelLines(
        metadata.labels,
        // The API server sets this one on every namespace.
        (key) => key !== 'kubernetes.io/metadata.name' && !key.startsWith(podSecurity),
      ),
    // Every namespace has this one.
    Finalizers: ({ spec }) => spec?.finalizers.filter((name) => name !== 'kubernetes'),
    Deletion: ({ metadata }) => metadata.deletionTimestamp && `began ${metadata.deletionTimestamp}`,
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => {
    if (status?.phase === undefined) return undefined;
    return { state: status.phase === 'Active' ? 'ok' : 'warn', word: status.phase };
  },
});

function labelLines(
  labels: Readonly<Record<string, string>> | undefined,
  wanted: (key: string) => boolean,
): readonly string[] {
  return mapLines(Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => wanted(key))));
}
