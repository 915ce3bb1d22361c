/** What the routes of the Gateway API share: where they attach, and where they send what arrives. */
import type { Health, Read } from '#kinds/kind.ts';
import type { Reference, Relation } from '#kinds/reference.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { conditionLine, conditions, findCondition } from './condition.ts';
import { refer } from './refer.ts';
import { type Infer, list, number, optionalList, part, text } from './schema.ts';

/** The API group of Gateways and routes. */
export const gatewayGroup = 'gateway.networking.k8s.io';

const target = { group: text, kind: text, name: text, namespace: text };
const Parent = part({ ...target, sectionName: text, port: number });

/** Where a route sends requests: a Service, unless it says otherwise. */
export const Backend = part({ ...target, port: number, weight: number });
export type Backend = Infer<typeof Backend>;

const filters = list(
  part({
    type: text,
    requestMirror: part({ backendRef: Backend }),
    extensionRef: part(target),
  }),
);

/** `rules` of any route; each kind reads what it matches by besides. */
export const ruleFields = { backendRefs: list(Backend), filters };
const Rule = part(ruleFields);
type Rule = Infer<typeof Rule>;

/** Fields of `spec` besides the rules. */
export const routeSpec = { hostnames: optionalList(text), parentRefs: list(Parent) };
const Spec = part({ ...routeSpec, rules: list(Rule) });

/** Fields of `status`. */
export const routeStatus = part({ parents: list(part({ conditions })) });

type RouteFields = Read<{
  readonly spec?: Infer<typeof Spec> | undefined;
  readonly status?: Infer<typeof routeStatus> | undefined;
}>;

/** Facts that all routes have. */
export const routeFacts = {
  Conditions: ({ status }: RouteFields) =>
    status?.parents.flatMap((parent) => parent.conditions.map(conditionLine)),
};

/**
 * The Gateways (or Services) that a route attaches to, then where its rules lead.
 *
 * @param matchText What a rule is for, in a few words: `path /api`.
 */
export function routeReferences<Each extends Rule>(
  { metadata: { namespace } }: RouteFields,
  { parentRefs, rules }: { parentRefs: readonly Infer<typeof Parent>[]; rules: readonly Each[] },
  matchText: (rule: Each) => string | undefined,
): readonly Reference[] {
  return [
    ...parentRefs.flatMap(({ group = gatewayGroup, kind = 'Gateway', sectionName, ...parent }) =>
      refer('attachesTo', groupKindKey({ group, kind }), {
        name: parent.name,
        namespace: parent.namespace ?? namespace,
        path: `spec.parentRefs[name=${parent.name}].name`,
        detail: sectionName && `listener ${sectionName}`,
      }),
    ),
    ...rules.flatMap((rule, index) =>
      ruleReferences(rule, { at: `spec.rules[${index}]`, namespace }, matchText(rule)),
    ),
  ];
}

function ruleReferences(
  rule: Rule,
  { at, namespace }: { readonly at: string; readonly namespace: string | undefined },
  match: string | undefined,
): readonly Reference[] {
  const to = (relation: Relation, ref: Backend, path: string, detail: string) => {
    const { group = '', kind = 'Service', name } = ref;
    const home = ref.namespace ?? namespace;
    return refer(relation, groupKindKey({ group, kind }), { name, namespace: home, path, detail });
  };
  const backends = rule.backendRefs.flatMap((backend): readonly Reference[] => {
    const path = `${at}.backendRefs[name=${backend.name}].name`;
    const detail = [match, backendDetail(backend)].filter(Boolean).join(', ');
    return to('routes', backend, path, detail);
  });
  const filtered = rule.filters.flatMap(({ requestMirror, extensionRef }, i) => [
    ...to(
      'routes',
      requestMirror?.backendRef ?? {},
      `${at}.filters[${i}].requestMirror.backendRef.name`,
      'a copy of each request',
    ),
    ...to('policy', extensionRef ?? {}, `${at}.filters[${i}].extensionRef.name`, 'filter'),
  ]);
  return [...backends, ...filtered];
}

/** `port 80, weight 90`. */
export function backendDetail({ port, weight }: Backend): string {
  return [port === undefined ? '' : `port ${port}`, weight === undefined ? '' : `weight ${weight}`]
    .filter((word) => word !== '')
    .join(', ');
}

/** `web (port 80), api (port 8080)`, or `no Service`. */
export function backendsText({ backendRefs }: Pick<Rule, 'backendRefs'>): string {
  const backends = backendRefs.map((backend) => `${backend.name} (${backendDetail(backend)})`);
  return backends.join(', ') || 'no Service';
}

/** HOSTNAMES: the list as JSON; empty without the field. */
export function hostnamesCell({ spec }: Pick<RouteFields, 'spec'>): string {
  return spec?.hostnames ? JSON.stringify(spec.hostnames) : '';
}

/** Each Gateway reports for itself whether it accepts the route and could resolve its backends. */
export function routeHealth({ status }: RouteFields): Health | undefined {
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
