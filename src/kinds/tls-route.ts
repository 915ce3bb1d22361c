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

export const tlsRoute = defineKind({
  group: gatewayGroup,
  kind: 'TLSRoute',
  plural: 'tlsroutes',
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Sends TLS connections that arrive at a Gateway to Services by the name they ask for, without opening them.',
  breaks: 'Connections to its hosts are refused or fall to another route.',
  schema: part({
    spec: part({ ...routeSpec, rules: list(part(ruleFields)) }),
    status: routeStatus,
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    Hosts: ({ spec }) => spec?.hostnames,
    Routes: ({ spec }) => spec?.rules.map(backendsText),
    ...routeFacts,
  },
  health: routeHealth,
  references: (route) => (route.spec ? routeReferences(route, route.spec, () => undefined) : []),
});
