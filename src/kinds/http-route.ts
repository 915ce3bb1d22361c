import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, number, optionalList, part, text } from './parts/schema.ts';
import type { Reference, Relation } from './reference.ts';

const gatewayGroup = 'gateway.networking.k8s.io';

const target = { group: text, kind: text, name: text, namespace: text };
const Parent = part({ ...target, sectionName: text, port: number });
const Backend = part({ ...target, port: number, weight: number });

const Rule = part({
  matches: list(part({ path: part({ type: text, value: text }), method: text })),
  backendRefs: list(Backend),
  filters: list(
    part({
      type: text,
      requestMirror: part({ backendRef: Backend }),
      extensionRef: part(target),
    }),
  ),
});
type Rule = Infer<typeof Rule>;

const RouteFields = part({
  spec: part({
    hostnames: optionalList(text),
    parentRefs: list(Parent),
    rules: list(Rule),
  }),
  status: part({ parents: list(part({ conditions })) }),
});
type RouteFields = Read<Infer<typeof RouteFields>>;

export const httpRoute = defineKind({
  group: gatewayGroup,
  kind: 'HTTPRoute',
  plural: 'httproutes',
  namespaced: true,
  category: 'network',
  glyph: 'ingress',
  role: 'Sends HTTP requests that arrive at a Gateway to Services, by host, path and header.',
  breaks: 'Requests for its hosts and paths get an error or fall to another route.',
  schema: RouteFields,
  columns: {
    Name: nameCell,
    // The column shows the list as JSON; without the field it is empty.
    Hostnames: ({ spec }) => (spec?.hostnames ? JSON.stringify(spec.hostnames) : ''),
    Age: ageCell,
  },
  facts: {
    Hosts: ({ spec }) => spec?.hostnames,
    Routes: ({ spec }) => spec?.rules.map(ruleLine),
    Conditions: ({ status }) =>
      status?.parents.flatMap((parent) => parent.conditions.map(conditionLine)),
  },
  health: healthOf,
  references: ({ metadata: { namespace }, spec }) => [
    ...(spec?.parentRefs ?? []).flatMap(
      ({ group = gatewayGroup, kind = 'Gateway', sectionName, ...parent }) =>
        refer('attachesTo', groupKindKey({ group, kind }), {
          name: parent.name,
          namespace: parent.namespace ?? namespace,
          path: `spec.parentRefs[name=${parent.name}].name`,
          detail: sectionName && `listener ${sectionName}`,
        }),
    ),
    ...(spec?.rules ?? []).flatMap((rule, i) =>
      ruleReferences(rule, `spec.rules[${i}]`, namespace),
    ),
  ],
});

function ruleReferences(rule: Rule, at: string, namespace: string | undefined) {
  const to = (relation: Relation, ref: Infer<typeof Backend>, path: string, detail: string) => {
    const { group = '', kind = 'Service', name } = ref;
    const home = ref.namespace ?? namespace;
    return refer(relation, groupKindKey({ group, kind }), { name, namespace: home, path, detail });
  };
  const backends = rule.backendRefs.flatMap((backend): readonly Reference[] => {
    const path = `${at}.backendRefs[name=${backend.name}].name`;
    return to('routes', backend, path, [matchText(rule), backendDetail(backend)].join(', '));
  });
  const filters = rule.filters.flatMap(({ requestMirror, extensionRef }, i) => [
    ...to(
      'routes',
      requestMirror?.backendRef ?? {},
      `${at}.filters[${i}].requestMirror.backendRef.name`,
      'a copy of each request',
    ),
    ...to('policy', extensionRef ?? {}, `${at}.filters[${i}].extensionRef.name`, 'filter'),
  ]);
  return [...backends, ...filters];
}

function backendDetail({ port, weight }: Infer<typeof Backend>): string {
  return [port === undefined ? '' : `port ${port}`, weight === undefined ? '' : `weight ${weight}`]
    .filter((word) => word !== '')
    .join(', ');
}

/** `path /api, path /v1`, or `any path` when the rule asks for none. */
function matchText({ matches }: Rule): string {
  const paths = matches.flatMap(({ path, method }) =>
    path?.value === undefined ? [] : [`${method ? `${method} ` : ''}path ${path.value}`],
  );
  return paths.length === 0 ? 'any path' : paths.join(', ');
}

function ruleLine(rule: Rule): string {
  const backends = rule.backendRefs.map((backend) => `${backend.name} (${backendDetail(backend)})`);
  return `${matchText(rule)} to ${backends.join(', ') || 'no Service'}`;
}

// Each Gateway reports for itself whether it accepts the route and could resolve its backends.
function healthOf({ status }: RouteFields): Health | undefined {
  const parents = status?.parents ?? [];
  if (parents.length === 0) return undefined;
  for (const type of ['Accepted', 'ResolvedRefs']) {
    const refused = parents
      .map((parent) => findCondition(parent.conditions, type))
      .find((condition) => condition?.status === 'False');
    if (refused !== undefined) return { state: 'bad', word: refused.reason || `Not ${type}` };
  }
  return { state: 'ok', word: 'Accepted' };
}
