/** The catalogue's data holds together: what one entry says of another, that one says too. */
import { expect, test } from 'vitest';
import type { Component } from './component.ts';
import { componentById, components } from './components.ts';
import { type Connection, componentsOf, peerOf } from './connection.ts';
import type { Source } from './source.ts';

/** What is wrong in any entry, a line each. */
function everywhere(find: (component: Component) => readonly string[]): readonly string[] {
  return components.flatMap((component) =>
    find(component).map((fault) => `${component.id}: ${fault}`),
  );
}

const portsOf = ({ ports = [] }: Component) => ports.map(({ number }) => number);

test('every component has an id of its own', () => {
  expect(new Set(components.map(({ id }) => id)).size).toBe(components.length);
});

test('a connection leads to a component that exists, and not to its own', () => {
  const faults = everywhere(({ id, connections }) =>
    connections.flatMap((connection) => {
      const peer = peerOf(connection);
      const ids = peer === undefined ? [] : componentsOf(peer);
      return ids.filter((other) => componentById(other) === undefined || other === id);
    }),
  );
  expect(faults).toEqual([]);
});

/** The component that answers at the port of a connection; nothing for a party without an entry. */
function called(component: Component, connection: Connection): Component | undefined {
  if (!('to' in connection)) return component;
  return typeof connection.to === 'string' ? componentById(connection.to) : undefined;
}

test('the port of a connection is one where the called component listens', () => {
  const faults = everywhere((component) =>
    component.connections.flatMap((connection) => {
      const server = called(component, connection);
      if (connection.port === undefined || server === undefined) return [];
      return portsOf(server).includes(connection.port) ? [] : [`${server.id} ${connection.port}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('no port of the API server is stated: each cluster has its own', () => {
  const faults = everywhere(({ connections }) =>
    connections.flatMap((one) =>
      peerOf(one) === 'kube-apiserver' && 'to' in one && one.port !== undefined ? [one.for] : [],
    ),
  );
  expect(faults).toEqual([]);
});

test('two entries that tell of one connection agree on its port', () => {
  const faults = everywhere(({ id, connections }) =>
    connections.flatMap((one) => {
      if (!('to' in one) || typeof one.to !== 'string') return [];
      const told = componentById(one.to)?.connections ?? [];
      const same = told.filter((other) => 'from' in other && other.from === id);
      return same.length > 0 && same.every(({ port }) => port !== one.port) ? [one.to] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test('everything can be recognised, but for what no pod shows', () => {
  const faults = everywhere(({ owners, labels = [], image, workload }) => {
    const isHost = owners.includes('host process');
    const isKnown = labels.length > 0 || image !== undefined || workload !== undefined;
    return isHost === isKnown ? ['match rules'] : [];
  });
  expect(faults).toEqual([]);
});

test('every entry tells of connections, of its settings, and where to read on', () => {
  const faults = everywhere(({ connections, configuration, docs, role }) => [
    ...(connections.length === 0 ? ['no connection'] : []),
    ...(configuration.length === 0 ? ['no configuration'] : []),
    ...(role.endsWith('.') ? [] : ['a role is a sentence']),
    ...(URL.canParse(docs.href) && docs.href.startsWith('https://') ? [] : [docs.href]),
  ]);
  expect(faults).toEqual([]);
});

function faultsOf({ certainty, at }: Source): readonly string[] {
  const [first, ...rest] = at;
  switch (certainty) {
    case 'general':
      return at.length === 0 ? [] : ['general knowledge has no address'];
    case 'seen':
      return first === undefined || first.startsWith('https://') ? ['seen where?'] : badLinks(rest);
    case 'verified':
      return first === undefined ? ['verified where?'] : badLinks(at);
  }
}

const badLinks = (links: readonly string[]) =>
  links.filter((link) => !URL.canParse(link) || !link.startsWith('https://'));

test('every fact has a source, and nothing as a whole is general knowledge', () => {
  const faults = everywhere(({ source, ports = [], connections, configuration }) => [
    ...faultsOf(source),
    ...(source.certainty === 'general' ? ['nobody looked it up'] : []),
    ...[...ports, ...connections, ...configuration].flatMap((fact) =>
      fact.source === undefined ? [] : faultsOf(fact.source),
    ),
  ]);
  expect(faults).toEqual([]);
});

test('what a port or a connection is for is a phrase, what a setting holds a sentence', () => {
  const faults = everywhere(({ ports = [], connections, configuration }) => [
    ...[...ports, ...connections].flatMap(({ for: what }) =>
      what === '' || what.endsWith('.') ? [`"${what}"`] : [],
    ),
    ...configuration.flatMap((place) => {
      const sentence = place.in === 'nothing' ? place.because : place.holds;
      return sentence.endsWith('.') ? [] : [`"${sentence}"`];
    }),
  ]);
  expect(faults).toEqual([]);
});
