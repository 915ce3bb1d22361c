import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { type Infer, part, text } from './parts/schema.ts';

const parameters = part({
  apiGroup: text,
  kind: text,
  name: text,
  scope: text,
  namespace: text,
});
type Parameters = Infer<typeof parameters>;

const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

export const ingressClass = defineKind({
  group: 'networking.k8s.io',
  kind: 'IngressClass',
  plural: 'ingressclasses',
  namespaced: false,
  category: 'network',
  glyph: 'ingress',
  role: 'Names the controller that serves the Ingresses of this class.',
  breaks: 'Its controller ignores the Ingresses of the class, and their hosts stop answering.',
  schema: part({ spec: part({ controller: text, parameters }) }),
  columns: {
    Name: ({ metadata }) => {
      const isDefault = metadata.annotations?.[defaultAnnotation] === 'true';
      return isDefault ? `${metadata.name} (default)` : metadata.name;
    },
    Controller: ({ spec }) => spec?.controller ?? '',
    Parameters: ({ spec }) =>
      spec?.parameters ? `${kindOf(spec.parameters)}/${spec.parameters.name}` : '<none>',
    Age: ageCell,
  },
  facts: {
    Controller: ({ spec }) => spec?.controller,
    'Default class': ({ metadata }) =>
      metadata.annotations?.[defaultAnnotation] === 'true'
        ? 'yes, for Ingresses that name none'
        : 'no',
  },
  references: ({ spec }) =>
    spec?.parameters
      ? refer('parameters', kindOf(spec.parameters), {
          name: spec.parameters.name,
          namespace: spec.parameters.scope === 'Namespace' ? spec.parameters.namespace : undefined,
          path: 'spec.parameters.name',
        })
      : [],
});

function kindOf({ apiGroup = '', kind = '' }: Parameters): string {
  return groupKindKey({ group: apiGroup, kind });
}
