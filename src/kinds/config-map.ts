import { parseRedactionMark } from '#snapshot/redaction.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { keyLine } from './parts/key-line.ts';
import { flag, part, record } from './parts/schema.ts';

export const configMap = defineKind({
  group: '',
  kind: 'ConfigMap',
  plural: 'configmaps',
  shortNames: ['cm'],
  namespaced: true,
  category: 'config',
  glyph: 'configmap',
  role: 'Settings as keys and values, or whole files, that pods read from their environment or from a mount.',
  breaks:
    'Pods that run keep what they read; new ones that need it wait in ContainerCreating or CreateContainerConfigError.',
  schema: part({ data: record, binaryData: record, immutable: flag }),
  columns: {
    Name: nameCell,
    Data: ({ data = {}, binaryData = {} }) =>
      String(Object.keys(data).length + Object.keys(binaryData).length),
    Age: ageCell,
  },
  facts: {
    Keys: ({ data = {} }) => Object.entries(data).map(line),
    'Binary keys': ({ binaryData = {} }) => Object.keys(binaryData),
    Immutable: ({ immutable }) => (immutable === true ? 'yes' : undefined),
  },
});

const encoder = new TextEncoder();

function line([key, value]: readonly [string, unknown]): string {
  if (typeof value !== 'string') return key;
  return keyLine(key, parseRedactionMark(value)?.bytes ?? encoder.encode(value).length);
}
