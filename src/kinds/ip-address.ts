import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const ipAddress = defineKind({
  group: 'networking.k8s.io',
  kind: 'IPAddress',
  plural: 'ipaddresses',
  shortNames: ['ip'],
  namespaced: false,
  category: 'network',
  glyph: 'service',
  role: 'Records that one cluster IP is taken, and by which Service.',
  breaks:
    'The address could be given to a second Service; the API server writes the record again before long.',
  schema: part({
    spec: part({ parentRef: part({ group: text, resource: text, namespace: text, name: text }) }),
  }),
  columns: {
    Name: nameCell,
    ParentRef: ({ spec }) => {
      if (spec?.parentRef === undefined) return '<none>';
      const { group, resource = '', namespace, name = '' } = spec.parentRef;
      const type = group ? `${resource}.${group}` : resource;
      return [type, namespace, name].filter(Boolean).join('/');
    },
  },
  facts: {
    'Handed out by': ({ metadata }) => metadata.labels?.['ipaddress.kubernetes.io/managed-by'],
    'IP family': ({ metadata }) => metadata.labels?.['ipaddress.kubernetes.io/ip-family'],
  },
  references: ({ spec }) => {
    const { group, resource, namespace, name } = spec?.parentRef ?? {};
    // A resource name, not a kind: Services are the only parents there are.
    if (group || resource !== 'services') return [];
    return refer('address', 'Service', { name, namespace, path: 'spec.parentRef.name' });
  },
});
