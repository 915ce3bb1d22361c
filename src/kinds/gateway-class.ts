import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions, findCondition } from './parts/condition.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const gatewayClass = defineKind({
  group: 'gateway.networking.k8s.io',
  kind: 'GatewayClass',
  plural: 'gatewayclasses',
  shortNames: ['gc'],
  namespaced: false,
  category: 'network',
  glyph: 'gateway',
  role: 'Names the controller that makes Gateways of this class work.',
  breaks: 'No controller looks after Gateways of this class, so new ones get no address.',
  schema: part({
    spec: part({
      controllerName: text,
      description: text,
      parametersRef: part({ group: text, kind: text, name: text, namespace: text }),
    }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    Controller: ({ spec }) => spec?.controllerName ?? '',
    Accepted: ({ status }) => findCondition(status?.conditions, 'Accepted')?.status ?? '',
    Age: ageCell,
  },
  wide: { Description: ({ spec }) => spec?.description ?? '' },
  facts: {
    Description: ({ spec }) => spec?.description,
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => conditionHealth(status?.conditions, 'Accepted'),
  references: ({ spec }) => {
    const { group = '', kind = '', name, namespace } = spec?.parametersRef ?? {};
    return refer('parameters', groupKindKey({ group, kind }), {
      name,
      namespace,
      path: 'spec.parametersRef.name',
    });
  },
});
