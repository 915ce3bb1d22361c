import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { gatewayGroup } from './parts/gateway-route.ts';
import { refer } from './parts/refer.ts';
import { list, part, text } from './parts/schema.ts';

export const referenceGrant = defineKind({
  group: gatewayGroup,
  kind: 'ReferenceGrant',
  plural: 'referencegrants',
  shortNames: ['refgrant'],
  namespaced: true,
  category: 'network',
  glyph: 'role',
  role: 'Lets objects of other namespaces refer to objects of this one, for example a route to a Service.',
  breaks: 'What other namespaces refer to here no longer counts: their routes lead nowhere.',
  schema: part({
    spec: part({
      from: list(part({ group: text, kind: text, namespace: text })),
      to: list(part({ group: text, kind: text, name: text })),
    }),
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    From: ({ spec }) =>
      spec?.from.map(({ kind = '', namespace = '' }) => `${kind} of namespace ${namespace}`),
    To: ({ spec }) =>
      spec?.to.map(({ kind = '', name }) => (name ? `${kind} ${name}` : `every ${kind} here`)),
  },
  references: ({ metadata, spec }) => [
    ...(spec?.from ?? []).flatMap(({ kind, namespace }, index) =>
      refer('permits', 'Namespace', {
        name: namespace,
        path: `spec.from[${index}].namespace`,
        detail: `every ${kind} there`,
        optional: true,
      }),
    ),
    ...(spec?.to ?? []).flatMap(({ group = '', kind = '', name }, index) =>
      refer('permits', groupKindKey({ group, kind }), {
        name,
        namespace: metadata.namespace,
        path: `spec.to[${index}].name`,
        detail: 'may be referred to from elsewhere',
        optional: true,
      }),
    ),
  ],
});
