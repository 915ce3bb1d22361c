import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import {
  backendsText,
  gatewayGroup,
  hostnamesCell,
  routeFacts,
  routeHealth,
  routeReferences,
  routeSpec,
  routeStatus,
  ruleFields,
} from './parts/gateway-route.ts';
import { type Infer, list, part, text } from './parts/schema.ts';

const Rule = part({
  ...ruleFields,
  matches: list(part({ method: part({ service: text, method: text }) })),
});
type Rule = Infer<typeof Rule>;

export const grpcRoute = defineKind({
  group: gatewayGroup,
  kind: 'GRPCRoute',
  plural: 'grpcroutes',
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Sends gRPC calls that arrive at a Gateway to Services, by host, service and method.',
  breaks: 'Calls to its hosts and methods get an error or fall to another route.',
  schema: part({ spec: part({ ...routeSpec, rules: list(Rule) }), status: routeStatus }),
  columns: { Name: nameCell, Hostnames: hostnamesCell, Age: ageCell },
  facts: {
    Hosts: ({ spec }) => spec?.hostnames,
    Routes: ({ spec }) => spec?.rules.map((rule) => `${matchText(rule)} to ${backendsText(rule)}`),
    ...routeFacts,
  },
  health: routeHealth,
  references: (route) => (route.spec ? routeReferences(route, route.spec, matchText) : []),
});

/** `shop.Cart/Add`, or `any method` when the rule asks for none. */
function matchText({ matches }: Rule): string {
  const methods = matches.flatMap(({ method }) =>
    method === undefined ? [] : [`${method.service ?? '*'}/${method.method ?? '*'}`],
  );
  return methods.length === 0 ? 'any method' : methods.join(', ');
}
