/** What a cluster is, in one paragraph. */
import type { ComponentCategory } from '#catalogue/components/component.ts';
import { matchComponent } from '#catalogue/match-component.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import { part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { applicationsOf } from './applications.ts';
import { code, enumerate, type Prose, text } from './chapters/prose.ts';
import { countSeverities } from './findings/findings-summary.ts';
import { hostPortEntrances } from './host-ports.ts';
import type { Links } from './links.ts';
import { count } from './words.ts';

/** The people's namespaces, the add-ons, the ways in, the data, the health: a sentence each, where it is known. */
export function clusterSummary(model: Model, links: Links): readonly Prose[] {
  const sentences = [
    ownSays(model, links),
    addOnSays(model),
    entranceSays(model, links),
    dataSays(model, links),
    healthSays(model, links),
  ].filter(({ length }) => length > 0);
  return sentences.flatMap((says, i) => (i === 0 ? says : [text(' '), ...says]));
}

const maxNames = 3;

/** `9 namespaces are its users' own, with 23 workloads: shop, search and 7 more.` */
function ownSays(model: Model, links: Links): readonly Prose[] {
  const own = model.namespaces
    .filter((name) => namespacePurpose(name) === undefined)
    .map((name) => ({ name, runs: applicationsOf(model, model.inNamespace(name)).length }))
    .filter(({ runs }) => runs > 0)
    .toSorted((a, b) => b.runs - a.runs);
  if (own.length === 0) return [];
  const total = own.reduce((sum, { runs }) => sum + runs, 0);
  const names = namesOf(own.map(({ name }) => nameLink(name, links.namespace(name))));
  const whose = own.length === 1 ? "namespace is its users'" : "namespaces are its users'";
  return [
    text(`${own.length.toLocaleString('en')} ${whose} own, with ${count(total, 'workload')}: `),
    ...names,
    text('.'),
  ];
}

function nameLink(name: string, href: string): readonly Prose[] {
  return [{ type: 'link', href, children: [code(name)] }];
}

/** The first few, and how many more. */
function namesOf(items: readonly (readonly Prose[])[]): readonly Prose[] {
  const rest = items.length - maxNames;
  const shown = rest > 1 ? items.slice(0, maxNames) : items;
  return enumerate(rest > 1 ? [...shown, [text(`${rest} more`)]] : shown);
}

/** What every cluster has, and so says nothing of this one. */
const everywhere: ReadonlySet<ComponentCategory> = new Set<ComponentCategory>([
  'control-plane',
  'node',
  'dns',
]);

/** `It runs Argo CD, cert-manager and 4 other known add-ons.` */
function addOnSays(model: Model): readonly Prose[] {
  const found = new Map<string, ComponentCategory>();
  for (const entry of applicationsOf(model, model.entries)) {
    const match = matchComponent(entry.object);
    if (match?.confidence !== 'certain' || everywhere.has(match.component.category)) continue;
    found.set(match.component.name, match.component.category);
  }
  if (found.size === 0) return [];
  const place = (category: ComponentCategory) => (beneath.has(category) ? 1 : 0);
  const names = [...found].toSorted(([, a], [, b]) => place(a) - place(b)).map(([name]) => name);
  const shown = names.slice(0, names.length > 6 ? 5 : 6);
  const rest = names.length - shown.length;
  const items = shown.map((name): Prose[] => [text(name)]);
  const more = rest > 0 ? [[text(`${rest} other known add-ons`)]] : [];
  return [text('It runs '), ...enumerate([...items, ...more]), text('.')];
}

/** What a cluster of its sort has anyway: told last. */
const beneath: ReadonlySet<ComponentCategory> = new Set<ComponentCategory>([
  'network',
  'storage',
  'security',
  'platform',
]);

const ingress: GroupKind = { group: 'networking.k8s.io', kind: 'Ingress' };
const gateway: GroupKind = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };
const route: GroupKind = { group: 'route.openshift.io', kind: 'Route' };
const service: GroupKind = { group: '', kind: 'Service' };
const Service = part({ spec: part({ type: textField }) });

/** `Requests come in through 2 Ingresses and a Gateway.` */
function entranceSays(model: Model, links: Links): readonly Prose[] {
  const kinds = [ingress, gateway, route].flatMap((kind) => {
    const found = model.ofKind(kind);
    const plural = kind.kind === 'Ingress' ? 'Ingresses' : `${kind.kind}s`;
    return found.length === 0
      ? []
      : [kindLink(links, found, count(found.length, kind.kind, plural))];
  });
  const balanced = model
    .ofKind(service)
    .filter(({ object }) => readObject(Service, object).spec?.type === 'LoadBalancer');
  const open = hostPortEntrances(model).length;
  const ways = [
    ...kinds,
    ...(balanced.length > 0
      ? [kindLink(links, balanced, count(balanced.length, 'LoadBalancer Service'))]
      : []),
    ...(open > 0
      ? [[text(count(open, 'workload on ports of its nodes', 'workloads on ports of their nodes'))]]
      : []),
  ];
  if (ways.length > 0) return [text('Requests come in through '), ...enumerate(ways), text('.')];
  const isKnown = [ingress, service].every((kind) => model.holdsAll(kind, undefined));
  return isKnown && model.ofKind(service).length > 0
    ? [text('No Ingress, Gateway or LoadBalancer lets requests in.')]
    : [];
}

function kindLink(links: Links, [first]: readonly Entry[], words: string): readonly Prose[] {
  if (first === undefined) return [text(words)];
  const { plural, group } = first.resource;
  const href = links.kind(group === '' ? plural : `${plural}.${group}`);
  return [{ type: 'link', href, children: [text(words)] }];
}

const claim: GroupKind = { group: '', kind: 'PersistentVolumeClaim' };

function dataSays(model: Model, links: Links): readonly Prose[] {
  const claims = model.ofKind(claim);
  if (claims.length === 0) return [];
  const namespaces = new Set(claims.map(({ object }) => object.metadata.namespace)).size;
  const where = namespaces > 1 ? ` in ${namespaces} namespaces` : '';
  return [
    ...kindLink(links, claims, count(claims.length, 'PersistentVolumeClaim')),
    text(`${where} keep${claims.length === 1 ? 's' : ''} its data.`),
  ];
}

/** `13 things are broken, 3 risky.` */
function healthSays(model: Model, links: Links): readonly Prose[] {
  const serious = countSeverities(problemsOf(model).all).filter(
    ({ severity }) => severity !== 'untidy',
  );
  if (serious.length === 0) return [];
  const [first, ...others] = serious;
  if (first === undefined) return [];
  const is = first.count === 1 ? 'thing is' : 'things are';
  const head = `${first.count.toLocaleString('en')} ${is} ${first.severity}`;
  const rest = others.map((other) => `${other.count.toLocaleString('en')} ${other.severity}`);
  return [
    { type: 'link', href: links.findings(), children: [text([head, ...rest].join(', '))] },
    text('.'),
  ];
}
