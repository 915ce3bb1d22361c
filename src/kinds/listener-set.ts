import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions, findCondition } from './parts/condition.ts';
import { listenerLine, listenerReferences, listeners } from './parts/gateway-listener.ts';
import { gatewayGroup } from './parts/gateway-route.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const listenerSet = defineKind({
  group: gatewayGroup,
  kind: 'ListenerSet',
  plural: 'listenersets',
  shortNames: ['lset'],
  namespaced: true,
  category: 'network',
  glyph: 'gateway',
  role: 'More listeners for a Gateway that somebody else runs, with hosts and certificates of their own.',
  breaks: 'The Gateway no longer answers for its hosts.',
  schema: part({
    spec: part({
      parentRef: part({ group: text, kind: text, name: text, namespace: text }),
      listeners,
    }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    Accepted: ({ status }) => findCondition(status?.conditions, 'Accepted')?.status ?? '',
    Programmed: ({ status }) => findCondition(status?.conditions, 'Programmed')?.status ?? '',
    Age: ageCell,
  },
  facts: {
    Listeners: ({ spec }) => spec?.listeners.map(listenerLine),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => conditionHealth(status?.conditions, 'Programmed'),
  references: ({ metadata: { namespace }, spec }) => {
    const { group = gatewayGroup, kind = 'Gateway', ...parent } = spec?.parentRef ?? {};
    return [
      ...refer('attachesTo', groupKindKey({ group, kind }), {
        name: parent.name,
        namespace: parent.namespace ?? namespace,
        path: 'spec.parentRef.name',
      }),
      ...listenerReferences(spec?.listeners ?? [], namespace),
    ];
  },
});
