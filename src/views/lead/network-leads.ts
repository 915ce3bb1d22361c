import { countOfKind } from '#model/count-of-kind.ts';
import { code, type Prose } from '#views/chapters/prose.ts';
import { type EndpointCount, endpointCount } from '#views/endpoints.ts';
import {
  codes,
  columnOf,
  namedAll,
  type Says,
  say,
  type Telling,
  usedBy,
  uses,
} from '#views/telling.ts';
import { count } from '#views/words.ts';

function endpointWords({ total, ready }: EndpointCount): string {
  if (ready === total) return total === 1 ? 'one endpoint, ready' : `${total} endpoints, all ready`;
  return `${ready} of ${count(total, 'endpoint')} ready`;
}

function service(telling: Telling): readonly Prose[] | undefined {
  const type = columnOf(telling, 'TYPE');
  const outside = columnOf(telling, 'EXTERNAL-IP');
  if (type === 'ExternalName') return say`Another name for ${code(outside)}, outside the cluster.`;
  const address = columnOf(telling, 'CLUSTER-IP');
  const isHeadless = address === 'None' || address === '';
  const also = outside === '' ? [] : say`, from outside at ${codes(outside.split(','))}`;
  const at = isHeadless
    ? say` by name only, without an address of its own`
    : say` at ${code(address)}`;
  const targets = uses(telling, 'selects');
  const endpoints = endpointCount(telling.model, telling.entry);
  if (endpoints?.total === 0) {
    return isHeadless
      ? say`Has no endpoint: its name resolves to nothing.`
      : say`Has no endpoint: nothing answers${at}.`;
  }
  const state = endpoints === undefined ? '' : `: ${endpointWords(endpoints)}`;
  return targets.length === 0
    ? say`Leads${at}${also} to endpoints that somebody else maintains${state}.`
    : say`Reaches ${namedAll(telling, targets)}${at}${also}${state}.`;
}

function ingress(telling: Telling): readonly Prose[] | undefined {
  const hosts = columnOf(telling, 'HOSTS');
  const targets = uses(telling, 'routes');
  if (targets.length === 0) return undefined;
  const from = hosts === '*' || hosts === '' ? 'every host' : codes(hosts.split(','));
  return say`Sends requests for ${from} to ${namedAll(telling, targets)}.`;
}

function route(telling: Telling): readonly Prose[] | undefined {
  const parents = uses(telling, 'attachesTo');
  const targets = uses(telling, 'routes');
  if (parents.length === 0 || targets.length === 0) return undefined;
  return say`Sends what arrives at ${namedAll(telling, parents)} to ${namedAll(telling, targets)}.`;
}

function ingressClass(telling: Telling): readonly Prose[] | undefined {
  const controller = columnOf(telling, 'CONTROLLER');
  const served = usedBy(telling, 'class');
  const whom = served.length === 0 ? say`no Ingress here` : namedAll(telling, served);
  return controller === '' ? undefined : say`Controller ${code(controller)} serves ${whom}.`;
}

function policy(telling: Telling): readonly Prose[] | undefined {
  const { model, entry } = telling;
  const restricted = uses(telling, 'selects');
  const facts = entry.kind.facts(entry.object, model.context);
  const ways = [facts.find(({ label }) => label === 'Restricts')?.value ?? []].flat();
  if (restricted.length === 0) return undefined;
  return say`Restricts ${ways.join(' and ').toLowerCase()} of ${namedAll(telling, restricted)}.`;
}

function address(telling: Telling): readonly Prose[] | undefined {
  const owners = uses(telling, 'address');
  return owners.length === 0 ? undefined : say`Taken by ${namedAll(telling, owners)}.`;
}

function range(telling: Telling): readonly Prose[] | undefined {
  const ranges = columnOf(telling, 'CIDRS').split(',').filter(Boolean);
  const kind = { group: 'networking.k8s.io', kind: 'IPAddress' };
  const taken = countOfKind(telling.model, kind);
  if (ranges.length === 0) return undefined;
  return telling.model.holdsAll(kind, undefined)
    ? say`Services get their addresses from ${codes(ranges)}; ${count(taken, 'is', 'are')} taken.`
    : say`Services get their addresses from ${codes(ranges)}.`;
}

/** See {@link Says}, by kind. */
export const networkLeads: Readonly<Record<string, Says>> = {
  Service: service,
  Ingress: ingress,
  HTTPRoute: route,
  IngressClass: ingressClass,
  NetworkPolicy: policy,
  IPAddress: address,
  ServiceCIDR: range,
};
