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
  matches: list(part({ path: part({ type: text, value: text }), method: text })),
});
type Rule = Infer<typeof Rule>;

export const httpRoute = defineKind({
  group: gatewayGroup,
  kind: 'HTTPRoute',
  plural: 'httproutes',
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Sends HTTP requests that arrive at a Gateway to Services, by host, path and header.',
  breaks: 'Requests for its hosts and paths get an error or fall to another route.',
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

/** `path /api, path /v1`, or `any path` when the rule asks for none. */
function matchText({ matches }: Rule): string {
  const paths = matches.flatMap(({ path, method }) =>
    path?.value === undefined ? [] : [`${method ? `${method} ` : ''}path ${path.value}`],
  );
  return paths.length === 0 ? 'any path' : paths.join(', ');
}
