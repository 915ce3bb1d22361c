import type { Redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Outcome, ResourceType } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import type { ApiClient } from './api-client.ts';
import { chooseResources, type LeftOut, type ResourceChoice } from './choice.ts';
import { discover } from './discovery.ts';
import { eachOf } from './each-of.ts';
import { type PageTaker, readPages } from './list-pages.ts';
import {
  chooseNamespaces,
  type KnownNamespaces,
  type NamespaceChoice,
} from './namespace-choice.ts';
import { type ReadOptions, readResource } from './read-resource.ts';

/** Where the objects of a cluster go: a snapshot that is being written. */
export interface Sink {
  begin(type: ResourceType): PageTaker & { end(outcome: Outcome): Promise<unknown> };
  leaveOut(type: ResourceType, outcome: Outcome): void;
}

/** What is read of a cluster, and how. */
export interface ClusterOptions extends ReadOptions, ResourceChoice {
  readonly namespaces: NamespaceChoice;
  /** Namespace of the context: the one to try where namespaces cannot be listed. */
  readonly ownNamespace?: string | undefined;
  /** Lists that are read at the same time. */
  readonly concurrency: number;
  readonly redactor: Redactor;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far reading has come. */
export interface Progress {
  readonly resources: number;
  readonly total: number;
  readonly objects: number;
}

/**
 * Reads a cluster into a sink: every resource that can be listed gets a ledger line.
 *
 * @returns What is missing though nobody asked to leave it out.
 * @throws {UserError} When the server cannot be read at all, is gone half-way, or lacks what is asked for.
 */
export async function readCluster(
  client: ApiClient,
  options: ClusterOptions,
  sink: Sink,
): Promise<readonly LeftOut[]> {
  const { resources, dead } = await discover(client);
  const { read, leftOut } = chooseResources([...resources, ...dead], options);
  const known = await knownNamespaces(client, options);
  const namespaces = chooseNamespaces(options.namespaces, known);
  const shortfalls = read.filter((type) => dead.includes(type)).map(silent);
  for (const { type, outcome } of [...leftOut, ...shortfalls]) sink.leaveOut(type, outcome);
  const alive = read.filter((type) => !dead.includes(type));
  const { redactor } = options;
  const progress = { resources: 0, total: alive.length, objects: 0 };
  let answered = 0;
  await eachOf(alive, options.concurrency, async (type) => {
    const writer = sink.begin(type);
    const add = async (objects: readonly KubeObject[]) => {
      await writer.add(objects);
      progress.objects += objects.length;
      options.onProgress?.(progress);
    };
    const taker: PageTaker = { add, restart: writer.restart };
    const reading = await readResource(type, { client, options, namespaces, redactor }, taker);
    const { outcome, shortfall } = reading;
    await writer.end(outcome);
    if (shortfall) shortfalls.push({ type, outcome });
    if (outcome.status !== 'forbidden' && outcome.status !== 'unavailable') answered++;
    progress.resources++;
    options.onProgress?.(progress);
  });
  if (answered === 0 && alive.length > 0) throw nothingRead(client, shortfalls);
  return shortfalls;
}

function silent(type: ResourceType): LeftOut {
  const message = `The API group ${type.group}/${type.version} does not answer, so its resources are not known.`;
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
      restart: async () => names.clear(),
    },
  );
  if (end.type === 'whole') return { names: [...names], all: true };
  if (ownNamespace !== undefined) names.add(ownNamespace);
  return { names: [...names], all: false };
}
