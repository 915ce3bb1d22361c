/**
 * The catalogue against the notes it was made from: every component and ConfigMap that they name is here
 * with what they say of it. Where the notes were wrong, or a source said more, the difference is listed
 * below with its reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { knowledgeFolder as folder, yamlBlocks } from '#tests/fixtures/knowledge.ts';
import type { Component, Owner } from './components/component.ts';
import { componentById } from './components/components.ts';
import type { Configuration } from './components/configuration.ts';
import { componentsOf, peerOf } from './components/connection.ts';
import { knownConfigMap } from './config-maps.ts';

/** One entry of `components.md`. */
interface Note {
  readonly id: string;
  readonly cat: string;
  readonly owner?: readonly string[];
  readonly ns?: readonly string[];
  readonly labels?: readonly string[];
  readonly image?: string;
  readonly name?: string;
  readonly requires?: readonly string[];
  readonly edges?: readonly string[];
  readonly config?: string;
  readonly docs?: string;
}

/** What differs from the notes on purpose: `id what` → why. */
const differences: Readonly<Record<string, string>> = {
  'olm image': 'the pattern of the notes also fits Velero and Volcano',
  'ama-logs image': 'the pattern of the notes fits any image with ama in its name',
  'contour docs': 'the manual of the project says more than the list of controllers',
  'envoy-gateway docs': 'the manual of the project says more than the page on the API',
  'nginx-gateway-fabric docs': 'the manual of the project says more than the page on the API',
  'karpenter docs': 'the manual of the project says more than the page on autoscaling',
};

const isKept = (fault: string) => differences[fault] === undefined;

function notes(): readonly Note[] {
  const [block] = yamlBlocks('components.md') as readonly { readonly components: Note[] }[];
  return block?.components ?? [];
}

const ownerNames: Readonly<Record<string, Owner>> = {
  'static-pod': 'static pod',
  'bare-pod': 'bare pod',
  'container-of-other': 'sidecar',
  'host-process': 'host process',
};

function missingRules(note: Note, component: Component): readonly string[] {
  const owners: readonly string[] = component.owners;
  const listed: readonly string[] = [...(component.labels ?? []), ...(component.namespaces ?? [])];
  const wanted = [...(note.labels ?? []), ...(note.ns ?? [])];
  const requires = note.requires?.map((rule) => (rule === 'ns' ? 'namespace' : rule)) ?? [];
  return [
    ...(component.category === note.cat ? [] : [`category ${note.cat}`]),
    ...(note.owner ?? [])
      .map((owner) => ownerNames[owner] ?? owner)
      .filter((owner) => !owners.includes(owner)),
    ...wanted.filter((rule) => !listed.includes(rule)),
    ...((note.image ?? '') === (component.image?.source.replaceAll('\\/', '/') ?? '')
      ? []
      : ['image']),
    ...(note.name === component.workload?.source ? [] : ['name']),
    ...requires.filter((rule) => !component.requires?.some((one) => one === rule)),
  ];
}

/** Ports of the API server, which differ from cluster to cluster. */
const apiPorts = new Set([443, 6443, 8443, 16443]);

/** Ports in the words of an edge: `2380/tcp`, `80,443/tcp`, `8080 health`. */
function portsIn(words: string): readonly number[] {
  const withoutAddresses = words.replace(/\d+\.\d+\.\d+\.\d+/g, '').replace(/APIService.*/, '');
  return [...withoutAddresses.matchAll(/\b\d{2,5}\b/g)].map(([digits]) => Number(digits));
}

function knownPorts(component: Component): ReadonlySet<number> {
  const peers = component.connections.flatMap((one) => {
    const peer = peerOf(one);
    return peer === undefined ? [] : componentsOf(peer).flatMap((id) => componentById(id) ?? []);
  });
  return new Set([
    ...[component, ...peers].flatMap(({ ports = [] }) => ports.map(({ number }) => number)),
    ...component.connections.flatMap(({ port }) => (port === undefined ? [] : [port])),
    ...component.connections.flatMap(({ over = '' }) => portsIn(over)),
  ]);
}

/** Whether one of two components tells of a connection between them. */
function isTold(from: string, to: string): boolean {
  const leadsTo = (id: string, other: string, end: 'to' | 'from') =>
    componentById(id)?.connections.some((one) => {
      const peer = peerOf(one);
      return end in one && peer !== undefined && componentsOf(peer).includes(other);
    }) === true;
  return leadsTo(from, to, 'to') || leadsTo(to, from, 'from');
}

function missingEdge(component: Component, edge: string): readonly string[] {
  const [ends = '', ...words] = edge.split(' : ');
  const missing = portsIn(words.join(' ')).filter(
    (port) => !knownPorts(component).has(port) && !apiPorts.has(port),
  );
  const ports = missing.map((port) => `port ${port}`);
  const sides = ends.split(' > ').map((side) => (side === 'self' ? component.id : side));
  const [from = '', to] = sides;
  if (to === undefined) return ports;
  const isQuoted = (side: string) => side.startsWith("'");
  const has = (end: 'to' | 'from' | 'among') =>
    component.connections.some((one) => end in one && typeof peerOf(one) !== 'string');
  const isThere =
    isQuoted(from) && isQuoted(to)
      ? has('among') || has('from') || has('to')
      : isQuoted(from)
        ? has('from')
        : isQuoted(to)
          ? has('to')
          : from === to
            ? has('among')
            : isTold(from, to);
  return [...(isThere ? [] : [`edge ${ends}`]), ...ports];
}

/** Whether a name of the notes stands anywhere in the places of configuration. */
function isNamed(name: string, places: readonly Configuration[]): boolean {
  return places.some((place) => {
    if (place.in === 'object' && place.name instanceof RegExp && place.name.test(name)) return true;
    // A CustomResourceDefinition is named after its plural and its group.
    if (place.in === 'resources' && name.endsWith(`.${place.group}`)) return true;
    return JSON.stringify(place).includes(name);
  });
}

function missingConfig({ config }: Note, { configuration }: Component): readonly string[] {
  if (config === undefined) return [];
  // Flags, names with a namespace before them, API groups and keys.
  const names = [
    ...[...config.matchAll(/--([a-z][a-z0-9-]+)/g)].map(([, name = '']) => name),
    ...[...config.matchAll(/[a-z-]+\/([a-z][a-z0-9-]+)/g)].map(([, name = '']) => name),
    ...[...config.matchAll(/\b[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+\b/g)].map(([name]) => name),
  ];
  return names.filter((name) => !isNamed(name, configuration)).map((name) => `config ${name}`);
}

function missingDocs({ docs = '' }: Note, component: Component): readonly string[] {
  const [title = '', path] = docs.split('|');
  const isTitle = component.docs.title === title;
  const isPath = path === undefined || component.docs.href === `https://kubernetes.io${path}`;
  return isTitle && isPath ? [] : ['docs'];
}

function missingOf(note: Note): readonly string[] {
  const component = componentById(note.id);
  if (component === undefined) return [`${note.id} is missing`];
  return [
    ...missingRules(note, component),
    ...(note.edges ?? []).flatMap((edge) => missingEdge(component, edge)),
    ...missingConfig(note, component),
    ...missingDocs(note, component),
  ].map((fault) => `${note.id} ${fault}`);
}

describe.skipIf(!existsSync(folder))('the notes (folder ../shared/knowledge)', () => {
  test('tell of 123 components, and all are here with what they say', () => {
    expect(notes()).toHaveLength(123);
    expect(notes().flatMap(missingOf).filter(isKept)).toEqual([]);
  });

  test('tell of ConfigMaps, and all are explained', () => {
    const text = readFileSync(`${folder}/components.md`, 'utf8');
    const [, table = ''] = text.split('## 5. ');
    const cells = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell.trim());
    const names = cells
      .filter((cell) => cell.startsWith('kube-'))
      .flatMap((cell) => cell.split(', '))
      .map((name) => name.replace(/ \(.*/, '').replace(/.*\//, ''));
    expect(names.length).toBeGreaterThan(12);
    expect(names.filter((name) => knownConfigMap(name) === undefined)).toEqual([]);
  });
});
