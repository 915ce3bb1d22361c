import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import {
  backendsText,
  gatewayGroup,
  routeFacts,
  routeHealth,
  routeReferences,
  routeSpec,
  routeStatus,
  ruleFields,
} from './parts/gateway-route.ts';
import { list, part } from './parts/schema.ts';

export const tcpRoute = defineKind({
  group: gatewayGroup,
  kind: 'TCPRoute',
  plural: 'tcproutes',
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Sends TCP connections that arrive at a listener of a Gateway to Services.',
  breaks: 'Connections to its listener are refused.',
  schema: part({
    spec: part({ ...routeSpec, rules: list(part(ruleFields)) }),
    status: routeStatus,
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    Routes: ({ spec }) => spec?.rules.map(backendsText),
    ...routeFacts,
  },
  health: routeHealth,
  references: (route) => (route.spec ? routeReferences(route, route.spec, () => undefined) : []),
});
