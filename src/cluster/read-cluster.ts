import type { Redactor } from '#redact/redact.ts';
import type { Outcome, ResourceType } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import type { ApiClient } from './api-client.ts';
import { chooseResources, type LeftOut, type ResourceChoice, restrictionOf } from './choice.ts';
import { discover } from './discovery.ts';
import { eachOf } from './each-of.ts';
import { type ListTaker, readPages } from './list-pages.ts';
import { namespaceAccess } from './namespace-access.ts';
import {
  chooseNamespaces,
  type KnownNamespaces,
  type NamespaceChoice,
} from './namespace-choice.ts';
import { type ReadOptions, readResource } from './read-resource.ts';
import { type RedactionTally, redactionTally } from './redaction-tally.ts';

/** Where the objects of a cluster go: a snapshot that is being written. */
export interface Sink {
  begin(type: ResourceType): ListTaker & { end(outcome: Outcome): Promise<unknown> };
  leaveOut(type: ResourceType, outcome: Outcome): void;
}

/** What is read of a cluster, and how. */
export interface ClusterOptions extends ReadOptions, ResourceChoice {
  readonly namespaces: NamespaceChoice;
  /** Namespace of the context: the one to try where namespaces cannot be listed. */
  readonly ownNamespace?: string | undefined;
  /** Lists that are read at the same time. */
  readonly concurrency: number;
  /** Makes a redactor that counts from nothing; each list has its own. */
  readonly newRedactor: () => Redactor;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far reading has come. */
export interface Progress {
  readonly resources: number;
  readonly total: number;
  readonly objects: number;
}

/** What was read of a cluster, besides what went into the sink. */
export interface ClusterReading {
  /** What is missing though nobody asked to leave it out. */
  readonly shortfalls: readonly LeftOut[];
  /** Values taken out of the objects that stayed, by rule id. */
  readonly redactions: Readonly<Record<string, number>>;
}

/**
 * Reads a cluster into a sink: every resource that can be listed gets a ledger line.
 *
 * @throws {UserError} When the server cannot be read at all, is gone half-way, or lacks what is asked for.
 */
export async function readCluster(
  client: ApiClient,
  options: ClusterOptions,
  sink: Sink,
): Promise<ClusterReading> {
  const { resources, dead, doubtful } = await discover(client);
  const { read, leftOut } = chooseResources([...resources, ...dead], options);
  const known = await knownNamespaces(client, options);
  const namespaces = chooseNamespaces(options.namespaces, known);
  const access = namespaceAccess(client, options.ownNamespace ? [options.ownNamespace] : []);
  const shortfalls = read.filter((type) => dead.includes(type)).map(silent);
  for (const { type, outcome } of [...leftOut, ...shortfalls]) sink.leaveOut(type, outcome);
  const alive = read.filter((type) => !dead.includes(type));
  const progress = { resources: 0, total: alive.length, objects: 0 };
  const redactions = new Map<string, number>();
  let answered = 0;
  const silentGroups = new Set<string>();
  await eachOf(alive, options.concurrency, async (type) => {
    const group = `${type.group}/${type.version}`;
    if (silentGroups.has(group)) {
      const line = silent(type);
      sink.leaveOut(line.type, line.outcome);
      shortfalls.push(line);
      progress.resources++;
      return;
    }
    const tally = redactionTally(options.newRedactor());
    const restriction = restrictionOf(type, options);
    const context = { client, options, namespaces, access, restriction, tally };
    const writer = sink.begin(type);
    const taker = counting(writer, tally, progress, options.onProgress);
    const { outcome, shortfall } = await readResource(type, context, taker);
    await writer.end(outcome);
    tally.addTo(redactions);
    if (shortfall) shortfalls.push({ type, outcome });
    if (outcome.status !== 'forbidden' && outcome.status !== 'unavailable') answered++;
    // A server that was silent and still is has no answer for its other resources either.
    if (outcome.status === 'unavailable' && doubtful.has(group)) silentGroups.add(group);
    progress.resources++;
    options.onProgress?.(progress);
  });
  if (answered === 0 && alive.length > 0) throw nothingRead(client, shortfalls);
  return { shortfalls, redactions: Object.fromEntries([...redactions].sort()) };
}

/** The taker, which also tells how many objects have come to stay. */
function counting(
  taker: ListTaker,
  tally: RedactionTally,
  progress: { objects: number },
  onProgress: ClusterOptions['onProgress'],
): ListTaker {
  let stayed = 0;
  let came = 0;
  const settle = (objects: number) => {
    progress.objects += objects - stayed;
    stayed = objects;
    came = objects;
    onProgress?.(progress as Progress);
  };
  return {
    async add(objects) {
      came += objects.length;
      await taker.add(objects);
    },
    async commit() {
      await taker.commit();
      settle(came);
    },
    async rollback() {
      await taker.rollback();
      came = stayed;
    },
    async restart() {
      tally.restart();
      await taker.restart();
      settle(0);
    },
  };
}

function silent(type: ResourceType): LeftOut {
  const message = `The API group ${type.group}/${type.version} does not answer${type.plural === 'unknown' ? ', so its resources are not known' : ''}.`;
  return { type, outcome: { status: 'unavailable', message } };
}

/** A cluster of which nothing may be read would make a snapshot that replaces a real one. */
function nothingRead({ address }: ApiClient, shortfalls: readonly LeftOut[]): UserError {
  const message = shortfalls.at(-1)?.outcome.message ?? '';
  return new UserError(`Nothing of ${address} could be read: ${message}`, {
    hint: 'Use a context whose user may list resources; the role "view" is enough for most.',
  });
}

const namespaceType: ResourceType = {
  group: '',
  version: 'v1',
  plural: 'namespaces',
  kind: 'Namespace',
  singular: 'namespace',
  shortNames: [],
  categories: [],
  namespaced: false,
};

async function knownNamespaces(
  client: ApiClient,
  { pageSize, ownNamespace }: ClusterOptions,
): Promise<KnownNamespaces> {
  const names = new Set<string>();
  const end = await readPages(
    client,
    namespaceType,
    { pageSize, metadataOnly: true },
    {
      add: async (objects) => {
        for (const { metadata } of objects) names.add(metadata.name);
      },
      commit: async () => undefined,
      rollback: async () => undefined,
      restart: async () => names.clear(),
    },
  );
  if (end.type === 'whole') return { names: [...names], all: true };
  if (ownNamespace !== undefined) names.add(ownNamespace);
  return { names: [...names], all: false };
}
