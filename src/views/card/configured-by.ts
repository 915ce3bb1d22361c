import type { Component } from '#catalogue/components/component.ts';
import type { Configuration } from '#catalogue/components/configuration.ts';
import { detectDistribution } from '#catalogue/detect-distribution.ts';
import { parseFlags } from '#catalogue/flags/command-line.ts';
import type { Entry } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { all, type Running } from '#views/chapters/cluster.ts';
import { type CardLine, code, enumerate, marked, type Prose, text } from '#views/chapters/prose.ts';
import { uncapital } from '#views/chapters/wording.ts';
import { pluralKind } from '#views/kind-name.ts';
import { surestFirst } from './how-known.ts';
import type { CardScope } from './present.ts';
import { commandWords, containersOf, mainContainerOf, mountedBy } from './workload-words.ts';

type In<Place extends Configuration['in']> = Extract<Configuration, { in: Place }>;

/** ConfigMaps that the cluster itself puts into every namespace. */
const inEveryNamespace = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt']);

/** Objects of one place that are told by name. */
const mostObjects = 3;
/** Flags or variables that are told by name. */
const mostNames = 5;

function isOne({ name, namespace }: In<'object'>, { object }: Entry, home: string | undefined) {
  const { metadata } = object;
  const isThere = metadata.namespace === undefined || metadata.namespace === (namespace ?? home);
  return isThere && (typeof name === 'string' ? metadata.name === name : name.test(metadata.name));
}

function link({ links }: CardScope, { id, object }: Entry): Prose {
  return { type: 'link', href: links.object(id), children: [code(object.metadata.name)] };
}

function keysOf({ keys = [] }: In<'object'>, { object }: Entry): Prose[] {
  const data = { ...(object['data'] as object | undefined) };
  const here = keys.filter((key) => Object.hasOwn(data, key)).map((key) => [code(key)]);
  if (here.length === 0) return [];
  return [text(here.length === 1 ? ', key ' : ', keys '), ...enumerate(here)];
}

/** A pattern that a chart's own name may begin, so that it fits objects of others too. */
function isLoose({ kind, name }: In<'object'>): boolean {
  return (
    ['ConfigMap', 'Secret'].includes(kind) &&
    name instanceof RegExp &&
    !/^\^\(?[a-z]/.test(name.source)
  );
}

/** Of objects that fit a pattern: what it mounts, else what fits for sure or its command line names. */
function meant(
  place: In<'object'>,
  running: Running,
  found: readonly Entry[],
  own: readonly Entry[],
): readonly Entry[] {
  if (typeof place.name === 'string') return found;
  if (own.length > 0) return own;
  if (!isLoose(place)) return found;
  const words = commandWords(running);
  return found.filter(({ object }) => words.some((word) => word.endsWith(object.metadata.name)));
}

function objectLines(scope: CardScope, running: Running, place: In<'object'>): readonly CardLine[] {
  const home = running.root.object.metadata.namespace;
  const found = all(scope, place.kind).filter((entry) => isOne(place, entry, home));
  const mounted = new Set([
    ...mountedBy(scope.model, running, 'ConfigMap'),
    ...mountedBy(scope.model, running, 'Secret'),
  ]);
  const own = found.filter((entry) => mounted.has(entry));
  const shown = meant(place, running, found, own);
  return shown.slice(0, mostObjects).map((entry) => {
    const isMounted = mounted.has(entry);
    const says = [
      text(`${entry.object.kind} `),
      link(scope, entry),
      ...keysOf(place, entry),
      text(': '),
      ...marked(uncapital(place.holds)),
    ];
    return isMounted
      ? { says, evidence: 'proven', proof: [text('its spec')] }
      : { says, evidence: 'here' };
  });
}

/** The kind may exist where nobody read it: then the place is usual, and no more. */
function typicalObject(scope: CardScope, running: Running, place: In<'object'>): CardLine[] {
  const dot = place.kind.indexOf('.');
  const [kind, group] =
    dot === -1 ? [place.kind, ''] : [place.kind.slice(0, dot), place.kind.slice(dot + 1)];
  const namespace = place.namespace ?? running.root.object.metadata.namespace;
  const isAbsent = scope.model.holdsAll({ group, kind }, namespace);
  if (isAbsent || typeof place.name !== 'string') return [];
  const says = [
    text(`${kind} `),
    code(place.name),
    text(', which this snapshot does not hold: '),
    ...marked(uncapital(place.holds)),
  ];
  return [{ says, evidence: 'typical' }];
}

function resourceLine(scope: CardScope, place: In<'resources'>): readonly CardLine[] {
  const resources = scope.model.snapshot.manifest.resources.filter(
    ({ group, kind, count }) =>
      count > 0 &&
      group === place.group &&
      (place.kinds.length === 0 || place.kinds.includes(kind)),
  );
  if (resources.length === 0) return [];
  const kinds = resources.slice(0, mostObjects).map(({ kind, plural, group, count }): Prose[] => {
    const label = `${count.toLocaleString('en')} ${count === 1 ? kind : pluralKind(kind, plural)}`;
    return [
      { type: 'link', href: scope.links.kind(`${plural}.${group}`), children: [text(label)] },
    ];
  });
  const rest = resources.length - kinds.length;
  const words = rest > 0 ? [...kinds, [text(`${rest} more kinds`)]] : kinds;
  const says = [...enumerate(words), text(' of '), code(place.group), text(': ')];
  return [{ says: [...says, ...marked(uncapital(place.holds))], evidence: 'here' }];
}

function givenLine(noun: string, names: readonly string[], holds: string): readonly CardLine[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNames).map((name) => [code(name)]);
  const says = [text(`${noun}${names.length === 1 ? '' : 's'} `), ...enumerate(shown), text(': ')];
  const proof = [text('its spec')];
  return [{ says: [...says, ...marked(uncapital(holds))], evidence: 'proven', proof }];
}

function flagsLine(running: Running, component: Component, place: In<'flags'>) {
  const main = mainContainerOf(running, component);
  const given = parseFlags([...(main?.command ?? []), ...(main?.args ?? [])]);
  const names = place.names.filter((name) => given.some((flag) => flag.name === name));
  return givenLine(
    'Flag',
    names.map((name) => `--${name}`),
    place.holds,
  );
}

function environmentLine(running: Running, place: In<'environment'>) {
  const given = new Set(containersOf(running).flatMap(({ env }) => env.map(({ name }) => name)));
  const names = place.names.filter((name) => given.has(name));
  return givenLine('Variable', names, place.holds);
}

function linesOf(
  scope: CardScope,
  running: Running,
  component: Component,
  place: Configuration,
): readonly CardLine[] {
  switch (place.in) {
    case 'object':
      return objectLines(scope, running, place);
    case 'resources':
      return resourceLine(scope, place);
    case 'flags':
      return flagsLine(running, component, place);
    case 'environment':
      return environmentLine(running, place);
    case 'file':
      return isOn(scope, place) ? [fileLine(place)] : [];
    case 'nothing':
      return [{ says: marked(place.because), evidence: 'typical' }];
  }
}

function fileLine({ path, holds }: In<'file'>): CardLine {
  const says = [text('File '), code(path), text(': '), ...marked(uncapital(holds))];
  return { says, evidence: 'typical' };
}

/** Whether the cluster is of the distribution that puts a file there. */
function isOn({ model }: CardScope, { on }: In<'file'>): boolean {
  return on === undefined || facetsOf(model).some(({ id }) => id === on);
}

const facetsOf = oncePerModel(({ snapshot }) => detectDistribution(snapshot).facets);

/** ConfigMaps that its pods read and the catalogue does not name. */
function besides(scope: CardScope, running: Running, component: Component): readonly CardLine[] {
  const home = running.root.object.metadata.namespace;
  const places = component.configuration.filter((place) => place.in === 'object');
  const others = mountedBy(scope.model, running, 'ConfigMap').filter(
    (entry) =>
      !inEveryNamespace.has(entry.object.metadata.name) &&
      !places.some((place) => place.kind === 'ConfigMap' && isOne(place, entry, home)),
  );
  if (others.length === 0) return [];
  const shown = others.slice(0, mostObjects).map((entry) => [link(scope, entry)]);
  const rest = others.length - shown.length;
  const names = enumerate(rest > 0 ? [...shown, [text(`${rest} more`)]] : shown);
  const says = [text(others.length === 1 ? 'ConfigMap ' : 'ConfigMaps '), ...names, text('.')];
  return [{ says, evidence: 'proven', proof: [text('its spec')] }];
}

/**
 * Where the settings of a component live: objects and flags that this cluster has, then what is usual
 * and no snapshot shows. Objects that are known not to be there are left out.
 */
export function configuredBy(
  scope: CardScope,
  running: Running,
  component: Component,
): readonly CardLine[] {
  const places = component.configuration;
  const here = [
    ...places.flatMap((place) => linesOf(scope, running, component, place)),
    ...besides(scope, running, component),
  ];
  if (here.some(({ evidence }) => evidence !== 'typical')) {
    return surestFirst(here);
  }
  const [usual] = places.flatMap((place) =>
    place.in === 'object' ? typicalObject(scope, running, place) : [],
  );
  return usual === undefined ? here : [usual, ...here];
}
