import { countOfKind } from '#model/count-of-kind.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { capital } from '#views/chapters/wording.ts';
import { contents } from '#views/namespaces.ts';
import {
  columnOf,
  linkTo,
  namedAll,
  type Says,
  say,
  type Telling,
  usedBy,
  uses,
} from '#views/telling.ts';
import { count } from '#views/words.ts';

function factOf({ model, entry }: Telling, wanted: string): string {
  const value = entry.kind
    .facts(entry.object, model.context)
    .find(({ label }) => label === wanted)?.value;
  return typeof value === 'string' ? value : '';
}

function node(telling: Telling): readonly Prose[] {
  const { model, entry } = telling;
  const pods = model.edgesTo(entry.id).filter(({ relation }) => relation === 'node').length;
  const roles = columnOf(telling, 'ROLES').split(',').filter(Boolean);
  const version = columnOf(telling, 'VERSION');
  const kubelet = version === '' ? [] : say` with kubelet ${code(version)}`;
  const what = roles.length === 0 ? 'A node' : `A ${roles.join(' and ')} node`;
  const runs = model.holdsAll({ group: '', kind: 'Pod' }, undefined)
    ? `, running ${count(pods, 'Pod')}`
    : '';
  return say`${what}${kubelet}${runs}.`;
}

function namespace({ model, entry }: Telling): readonly Prose[] {
  return [text(contents(model, model.inNamespace(entry.object.metadata.name)))];
}

function event(telling: Telling): readonly Prose[] | undefined {
  const message = columnOf(telling, 'MESSAGE');
  if (message === '') return undefined;
  const [about] = telling.model
    .edgesFrom(telling.entry.id)
    .filter(({ relation }) => relation === 'about');
  const object = columnOf(telling, 'OBJECT');
  // A folded object leads to its place on its owner's page; the words are of the object itself.
  const whom = about === undefined ? code(object) : linkTo(telling, about.to);
  const end = /[.!?]$/.test(message) ? '' : '.';
  const kind = object.slice(0, Math.max(0, object.indexOf('/')));
  return about === undefined
    ? say`${message}${end} Said of ${whom}.`
    : say`${message}${end} Said of ${kind} ${whom}.`;
}

function definition(telling: Telling): readonly Prose[] | undefined {
  const { model, links } = telling;
  const [kind, group] = [factOf(telling, 'Kind'), factOf(telling, 'API group')];
  if (kind === '') return undefined;
  const defined = { group, kind };
  const resource = model.resourceOf(defined);
  const total = countOfKind(model, defined);
  const what = say`Defines ${code(kind)} of group ${code(group)}`;
  if (total > 0 && resource !== undefined) {
    const href = links.kind(resourceKey(resource));
    const all: Prose = { type: 'link', href, children: [text(total.toLocaleString('en'))] };
    return say`${what}; this snapshot holds ${all}.`;
  }
  return model.holdsAll(defined, undefined)
    ? say`${what}; there are none.`
    : say`${what}, of which none were captured.`;
}

function apiService(telling: Telling): readonly Prose[] {
  const version = factOf(telling, 'Version');
  const group = factOf(telling, 'API group');
  const what = code(group === 'core' ? version : `${group}/${version}`);
  const services = uses(telling, 'routes');
  if (services.length > 0) return say`${namedAll(telling, services)} answers for ${what}.`;
  const service = columnOf(telling, 'SERVICE');
  return service === 'Local'
    ? say`The API server itself answers for ${what}.`
    : say`Service ${code(service)}, which is not here, is to answer for ${what}.`;
}

function lease(telling: Telling): readonly Prose[] | undefined {
  const purpose = capital(factOf(telling, 'Used for'));
  const nodes = uses(telling, 'heartbeat');
  if (nodes.length > 0) return say`The heartbeat of ${namedAll(telling, nodes)}.`;
  const holder = columnOf(telling, 'HOLDER');
  return holder === '' || purpose === '' ? undefined : say`${purpose}, held by ${code(holder)}.`;
}

function priority(telling: Telling): readonly Prose[] | undefined {
  const value = columnOf(telling, 'VALUE');
  const takers = usedBy(telling, 'priority');
  const whose = takers.length === 0 ? say`no Pod here` : namedAll(telling, takers);
  return value === '' ? undefined : say`Priority ${code(value)}, taken by ${whose}.`;
}

/** See {@link Says}, by kind. */
export const clusterLeads: Readonly<Record<string, Says>> = {
  Node: node,
  Namespace: namespace,
  Event: event,
  CustomResourceDefinition: definition,
  APIService: apiService,
  Lease: lease,
  PriorityClass: priority,
};
