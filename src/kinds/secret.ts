import { parseRedactionMark } from '#snapshot/redaction.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { keyLine } from './parts/key-line.ts';
import { refer } from './parts/refer.ts';
import { flag, part, record, text } from './parts/schema.ts';

const accountAnnotation = 'kubernetes.io/service-account.name';

export const secret = defineKind({
  group: '',
  kind: 'Secret',
  plural: 'secrets',
  namespaced: true,
  category: 'config',
  glyph: 'secret',
  role: 'Like a ConfigMap, for passwords, tokens and keys; this book holds the key names and never the values.',
  breaks:
    'Pods that run keep what they read; new ones that need it do not start, and an Ingress falls back to the certificate of its controller.',
  schema: part({ type: text, data: record, stringData: record, immutable: flag }),
  columns: {
    Name: nameCell,
    Type: ({ type }) => type ?? '',
    Data: ({ data = {} }) => String(Object.keys(data).length),
    Age: ageCell,
  },
  facts: {
    Keys: ({ data = {}, stringData = {} }) =>
      [...Object.entries(data), ...Object.entries(stringData)].map(line),
    Immutable: ({ immutable }) => (immutable === true ? 'yes' : undefined),
    'Service account': ({ metadata }) => metadata.annotations?.[accountAnnotation],
  },
  references: ({ metadata, type }) =>
    refer('token', 'ServiceAccount', {
      name:
        type === 'kubernetes.io/service-account-token'
          ? metadata.annotations?.[accountAnnotation]
          : undefined,
      namespace: metadata.namespace,
      path: `metadata.annotations["${accountAnnotation}"]`,
    }),
});

/** The key, and how long its value was if the mark in its place says so. Of the value itself nothing. */
function line([key, value]: readonly [string, unknown]): string {
  return keyLine(key, parseRedactionMark(String(value))?.bytes);
}
