import type { Component } from '#catalogue/components/component.ts';
import { componentById, components } from '#catalogue/components/components.ts';
import {
  type Connection,
  componentsOf,
  type Peer,
  peerOf,
} from '#catalogue/components/connection.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { Running } from '#views/chapters/cluster.ts';
import { type CardLine, code, enumerate, marked, type Prose, text } from '#views/chapters/prose.ts';
import { uncapital } from '#views/chapters/wording.ts';
import { provenApiPort } from '#views/diagrams/control-plane/survey.ts';
import { surestFirst } from './how-known.ts';
import { type CardScope, presentIn, runningAs } from './present.ts';
import { proofOf, registrationsOf, type Side, sideOf } from './proof.ts';

/** Connections that are told one by one; more of the same direction and port share a line. */
const mostAlike = 3;
/** Names on such a line before it says how many more there are. */
const mostNames = 4;

/** What a card is about. */
interface Self {
  readonly running: Running;
  readonly component: Component;
}

interface Line {
  readonly connection: Connection;
  /** Whether the component opens it. */
  readonly isOut: boolean;
  /** Whom the line is about; the component itself among its copies. */
  readonly ids: readonly string[];
  readonly name: string;
  /** It stands for several lines that differ only in who is at the other end. */
  readonly isMerged?: true;
}

const hosts = new Set(['kubelet', 'container-runtime', 'kube-apiserver', 'etcd']);

/** Components that are in the cluster: those that run, and those no pod shows. */
function isHere(scope: CardScope, id: string): boolean {
  const { running, helpers } = presentIn(scope.model);
  return running.has(id) || helpers.has(id) || hosts.has(id);
}

function nameOf(peer: Peer): string {
  return typeof peer === 'string' ? (componentById(peer)?.name ?? peer) : peer.name;
}

/** Lines of its own entry; a component that is not here is left out, a party stays. */
function ownLines(scope: CardScope, component: Component): readonly Line[] {
  return component.connections.flatMap((connection): Line[] => {
    const peer = peerOf(connection);
    if (peer === undefined) return [{ connection, isOut: true, ids: [], name: '' }];
    const ids = componentsOf(peer).filter((id) => isHere(scope, id));
    if (typeof peer === 'string' && ids.length === 0) return [];
    return [{ connection, isOut: 'to' in connection, ids, name: nameOf(peer) }];
  });
}

/** Lines of the entries of others that lead here. */
function othersLines(scope: CardScope, component: Component): readonly Line[] {
  // The other way round is another connection: the API server calls the kubelet, too.
  const told = new Set(
    ownLines(scope, component).flatMap(({ isOut, ids }) => ids.map((id) => `${isOut} ${id}`)),
  );
  return components
    .filter(({ id }) => id !== component.id && isHere(scope, id))
    .flatMap((other) =>
      other.connections.flatMap((connection): Line[] => {
        const peer = peerOf(connection);
        if (peer === undefined || !componentsOf(peer).includes(component.id)) return [];
        const isOut = 'from' in connection;
        if (told.has(`${isOut} ${other.id}`)) return [];
        return [{ connection, isOut, ids: [other.id], name: other.name }];
      }),
    );
}

function linksOf({ links }: CardScope, id: string, running: readonly Running[]): Prose[] {
  const [first] = running;
  if (first === undefined) return [code(id)];
  const children = [code(first.root.object.metadata.name)];
  const link: Prose = { type: 'link', href: links.object(first.root.id), children };
  const others = running.length - 1;
  return others === 0 ? [link] : [link, text(` and ${others} more`)];
}

/** Where a component is told that no pod shows: a Node, or the Service of the API server. */
function hostLink({ model, links }: CardScope, id: string): Prose[] {
  const service = model.get(
    objectId({ group: '', kind: 'Service', namespace: 'default', name: 'kubernetes' }),
  );
  if (id === 'kube-apiserver' && service !== undefined) {
    return [{ type: 'link', href: links.object(service.id), children: [code(id)] }];
  }
  const nodes = model.ofKind({ group: '', kind: 'Node' });
  const [node] = nodes;
  const name = `the ${uncapital(componentById(id)?.name ?? id)}`;
  if (id === 'etcd' || id === 'kube-apiserver') return [code(id)];
  if (node === undefined) return [text(name)];
  const href = nodes.length === 1 ? links.object(node.id) : links.kind('nodes');
  const label = [text(nodes.length === 1 ? name : `${name} of each node`)];
  return [{ type: 'link', href, children: label }];
}

/** What of a component is at the other end: where only some of it is shown to be, that. */
function membersOf(scope: CardScope, self: Self, line: Line, id: string): readonly Running[] {
  const all = runningAs(scope, id);
  const { port } = line.connection;
  const isShown = (one: Running) => {
    const own = { id: self.component.id, running: [self.running] };
    const other = { id, running: [one] };
    const sides = line.isOut ? { from: own, to: other } : { from: other, to: own };
    return proofOf(scope, { ...sides, port }) !== undefined;
  };
  const shown = all.length > 1 ? all.filter(isShown) : all;
  return shown.length > 0 ? shown : all;
}

function peerWords(scope: CardScope, self: Self, line: Line): Prose[] {
  const { ids, name, connection } = line;
  const isParty = typeof peerOf(connection) === 'object';
  const words = ids.map((id) => {
    const running = membersOf(scope, self, line, id);
    return running.length === 0 && hosts.has(id)
      ? hostLink(scope, id)
      : linksOf(scope, id, running);
  });
  if (ids.length === 0) return marked(name);
  const rest = words.length - mostNames;
  if (rest > 1) return enumerate([...words.slice(0, mostNames), [text(`${rest} more`)]]);
  return isParty && ids.length > 1
    ? [...marked(name), text(': '), ...enumerate(words)]
    : enumerate(words);
}

function portWords(scope: CardScope, line: Line): string | undefined {
  const { connection, isOut, ids } = line;
  if (connection.port !== undefined) return `:${connection.port}`;
  const isApi = isOut && ids[0] === 'kube-apiserver';
  const port = isApi ? provenApiPort(scope.model)?.port : undefined;
  return port === undefined ? undefined : `:${port}`;
}

function sayOf(scope: CardScope, self: Self, line: Line, parts: number): Prose[] {
  const { connection, isOut, isMerged } = line;
  const isAmong = 'among' in connection;
  const among = parts === 1 ? 'Among its copies' : 'Among its parts';
  const start = isAmong ? [text(among)] : [text(isOut ? 'To ' : 'From ')];
  const port = portWords(scope, line);
  const { over, only } = connection;
  const how = over === undefined || isMerged === true ? '' : ` (${over})`;
  const what = isMerged === true ? 'watch objects and write them' : connection.for;
  return [
    ...start,
    ...(isAmong ? [] : peerWords(scope, self, line)),
    ...(port === undefined ? [] : [text(' at '), code(port)]),
    ...marked(`: ${what}${only === undefined ? '' : `, ${only}`}${how}.`),
  ];
}

function sidesOf(scope: CardScope, self: Self, line: Line): { from: Side; to: Side } {
  const own = { id: self.component.id, running: [self.running] };
  const [id] = line.ids;
  const other = id === undefined ? { name: line.name, running: [] } : sideOf(scope, id);
  return line.isOut ? { from: own, to: other } : { from: other, to: own };
}

function evidenceOf(
  scope: CardScope,
  self: Self,
  line: Line,
): Pick<CardLine, 'evidence' | 'proof'> {
  const { port } = line.connection;
  const isAmong = 'among' in line.connection;
  // One that stands for several is as well shown as each of them.
  const each = line.isMerged ? line.ids.map((id) => ({ ...line, ids: [id] })) : [line];
  const sides = each.map((one) => sidesOf(scope, self, one));
  const proofs = isAmong
    ? []
    : sides.slice(0, mostAlike).flatMap((side) => {
        const proof = proofOf(scope, { ...side, port });
        return proof === undefined ? [] : [proof];
      });
  if (proofs.length > 0) return { evidence: 'proven', proof: enumerate(proofs) };
  // The API server of a hidden control plane is called all the same; nobody saw it.
  const isHidden = sides
    .flatMap(({ from, to }) => [from, to])
    .some(({ id, running }) => (id === 'kube-apiserver' || id === 'etcd') && running.length === 0);
  return { evidence: isHidden ? 'unseen' : 'typical' };
}

/** Whether another workload of the same component is the one that the snapshot shows doing it. */
function isOfAnother(scope: CardScope, self: Self, line: Line): boolean {
  const all = runningAs(scope, self.component.id);
  if (all.length === 1 || evidenceOf(scope, self, line).evidence === 'proven') return false;
  return all.some((running) => evidenceOf(scope, { ...self, running }, line).evidence === 'proven');
}

/** Copies that are not there do not talk among each other. */
function isAlone(scope: CardScope, { component }: Self, { connection }: Line): boolean {
  const pods = runningAs(scope, component.id).flatMap((running) => running.pods);
  return 'among' in connection && pods.length === 1;
}

/** The API server calls nobody of a party that is known to have no member. */
function isEmpty(scope: CardScope, { name }: Line): boolean {
  const { model } = scope;
  const kinds = [
    'APIService.apiregistration',
    'MutatingWebhookConfiguration.admissionregistration',
  ];
  const isWhole = kinds.every((kind) => {
    const [name = '', group] = kind.split('.');
    return model.holdsAll({ group: `${group}.k8s.io`, kind: name }, undefined);
  });
  return isWhole && registrationsOf(scope, name)?.length === 0;
}

/** Lines of the same direction, port and evidence, if they are many, become one. */
function merged(lines: readonly Line[], scope: CardScope, self: Self): readonly Line[] {
  const key = (line: Line) =>
    `${line.isOut} ${line.connection.port} ${evidenceOf(scope, self, line).evidence}`;
  return [...Map.groupBy(lines, key).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length <= mostAlike) return alike;
    return [{ ...first, ids: [...new Set(alike.flatMap(({ ids }) => ids))], isMerged: true }];
  });
}

/**
 * Who something that runs talks to and who to it, what the snapshot shows first. Components of the
 * catalogue that are not in the cluster are left out, and so is what another workload of the same
 * component is seen to do.
 */
export function talksTo(
  scope: CardScope,
  running: Running,
  component: Component,
): readonly CardLine[] {
  const self = { running, component };
  const lines = [
    ...ownLines(scope, component),
    ...merged(othersLines(scope, component), scope, self),
  ].filter(
    (line) =>
      !isAlone(scope, self, line) && !isOfAnother(scope, self, line) && !isEmpty(scope, line),
  );
  const parts = runningAs(scope, component.id).length;
  return surestFirst(
    lines.map((line) => ({
      says: sayOf(scope, self, line, parts),
      ...evidenceOf(scope, self, line),
    })),
  );
}
