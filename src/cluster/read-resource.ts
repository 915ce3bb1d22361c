import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Outcome, ResourceType } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import type { ApiClient } from './api-client.ts';
import { isSecrets, type Restriction, type SecretChoice } from './choice.ts';
import { type ListEnd, type ListOptions, type ListTaker, readPages } from './list-pages.ts';
import { closedNamespace, type NamespaceAccess } from './namespace-access.ts';
import type { Namespaces } from './namespace-choice.ts';
import {
  outcomeOfCut,
  outcomeOfNamespaces,
  outcomeOfWhole,
  type Reading,
  type Remark,
} from './outcome.ts';
import type { RedactionTally } from './redaction-tally.ts';

/** How resources are read. */
export interface ReadOptions {
  /** Objects asked for at once. */
  readonly pageSize: number;
  /** Label selector over all resources. */
  readonly selector?: string | undefined;
  readonly secrets: SecretChoice;
  /** Leave out who wrote which field. */
  readonly dropManagedFields: boolean;
}

/** What reading a resource needs besides where its objects go. */
export interface ReadContext {
  readonly client: ApiClient;
  readonly options: ReadOptions;
  readonly namespaces: Namespaces;
  readonly access: NamespaceAccess;
  /** Namespaces that alone are read of this resource. */
  readonly restriction: Restriction | undefined;
  /** Counts for this resource alone. */
  readonly tally: RedactionTally;
}

/**
 * Reads all objects of a resource, redacted, into `taker`. A list over all namespaces that is forbidden
 * is tried namespace by namespace.
 *
 * @throws {UserError} When the server is gone, or does not understand the selector.
 */
export async function readResource(
  type: ResourceType,
  context: ReadContext,
  taker: ListTaker,
): Promise<Reading> {
  const { namespaces } = context;
  const chosen = type.namespaced ? chosenNamespaces(context) : undefined;
  if (chosen !== undefined) {
    const { names, message, elsewhere } = chosen;
    const readings = await readEach(names, type, context, taker);
    return outcomeOfNamespaces(readings, { message, asAsked: true, all: false, elsewhere });
  }
  const end = await readList(type, undefined, context, taker);
  if (end.type === 'whole') return wholeOf(end, type, context);
  const cut = cutOf(end, context);
  if (cut.status !== 'forbidden' || !type.namespaced || namespaces.known.length === 0) {
    return { outcome: cut, shortfall: true };
  }
  const readings = await readEach(namespaces.known, type, context, taker, context.access);
  const all = namespaces.all && namespaces.excluded.length === 0;
  return outcomeOfNamespaces(readings, { message: cut.message ?? '', asAsked: false, all });
}

/** The namespaces to read a resource in, when these are not all; in the order an API server lists them. */
function chosenNamespaces({ namespaces, restriction }: ReadContext) {
  const only = namespaces.only?.toSorted();
  if (restriction === undefined) {
    const message = `Only in the namespaces ${namespaces.only?.join(', ')}, as asked.`;
    return only && { names: only, message, elsewhere: undefined };
  }
  const names = restriction.namespaces.filter((name) => only?.includes(name) ?? true);
  return {
    names: names.filter((name) => !namespaces.excludes(name)),
    message: restriction.message,
    elsewhere: 'skipped' as const,
  };
}

async function readEach(
  names: readonly string[],
  type: ResourceType,
  context: ReadContext,
  taker: ListTaker,
  access?: NamespaceAccess,
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const name of names) {
    readings.set(
      name,
      access === undefined || (await access.isOpen(name))
        ? await readNamespace(name, type, context, taker)
        : { outcome: { status: 'forbidden', message: closedNamespace }, shortfall: true },
    );
  }
  return readings;
}

async function readNamespace(
  name: string,
  type: ResourceType,
  context: ReadContext,
  taker: ListTaker,
): Promise<Reading> {
  let again = false;
  // Starting anew would drop what other namespaces gave; objects that come twice are written once.
  const restart = async () => {
    again = true;
  };
  const end = await readList(type, name, context, { ...taker, restart });
  if (end.type === 'cut') return { outcome: cutOf(end, context), shortfall: true };
  const inconsistent = end.inconsistent || again;
  return outcomeOfWhole({ ...end, inconsistent }, wishesOf(type, context.options));
}

async function readList(
  type: ResourceType,
  namespace: string | undefined,
  context: ReadContext,
  taker: ListTaker,
): Promise<ListEnd> {
  const { client, options } = context;
  const asked: ListOptions = {
    namespace,
    pageSize: options.pageSize,
    selector: options.selector,
    metadataOnly: isSecrets(type) && options.secrets === 'metadata',
  };
  const end = await readPages(client, type, asked, redacting(context, taker));
  if (end.type === 'cut') await refuseToGoOn(end, client, options);
  return end;
}

/** A taker of raw objects, which go on redacted. */
function redacting({ namespaces, options, tally }: ReadContext, taker: ListTaker): ListTaker {
  const kept = ({ metadata }: KubeObject) =>
    !metadata.namespace || !namespaces.excludes(metadata.namespace);
  return {
    add: (objects) =>
      taker.add(
        objects
          .filter(kept)
          .map((object) => tally.redact(options.dropManagedFields ? bare(object) : object)),
      ),
    async commit() {
      tally.commit();
      await taker.commit();
    },
    async rollback() {
      tally.rollback();
      await taker.rollback();
    },
    restart: () => taker.restart(),
  };
}

function bare({ metadata: { managedFields: _, ...metadata }, ...object }: KubeObject): KubeObject {
  return { ...object, metadata } as KubeObject;
}

/** One list may fail; a server that is gone, or a selector that is none, fails them all. */
async function refuseToGoOn(
  { by }: Extract<ListEnd, { type: 'cut' }>,
  client: ApiClient,
  { selector }: ReadOptions,
): Promise<void> {
  if (by.type === 'broken') {
    const answer = await client.get('/version');
    if (answer.type === 'broken') throw by.error;
  } else if (by.status === 400 && selector !== undefined) {
    throw new UserError(`The server does not understand --selector ${selector}: ${by.message}.`, {
      hint: 'Write it as for kubectl get --selector: app=web,tier!=cache.',
    });
  }
}

function wholeOf(
  end: Extract<ListEnd, { type: 'whole' }>,
  type: ResourceType,
  { namespaces, options }: ReadContext,
): Reading {
  const wishes = wishesOf(type, options);
  const { all, exclude, excluded } = namespaces;
  if (!type.namespaced || exclude.length === 0) return outcomeOfWhole(end, wishes);
  if (!all) wishes.push(asAsked(`Without the namespaces ${exclude.join(', ')}`));
  const { outcome, shortfall } = outcomeOfWhole(end, wishes);
  const status = 'skipped';
  const message = 'Left out on request (--exclude-namespace).';
  const lines = excluded.map((name) => [name, { status, message }] as const);
  return { outcome: { ...outcome, namespaces: Object.fromEntries(lines) }, shortfall };
}

function wishesOf(type: ResourceType, { selector, secrets }: ReadOptions): Remark[] {
  const metadataOnly = isSecrets(type) && secrets === 'metadata';
  return [
    ...(selector === undefined ? [] : [asAsked(`Only objects with labels ${selector}`)]),
    ...(metadataOnly ? [asAsked('Only metadata, without types, keys and sizes')] : []),
  ];
}

function asAsked(what: string): Remark {
  return { status: 'partial', message: `${what}, as asked.`, asAsked: true };
}

function cutOf(end: Extract<ListEnd, { type: 'cut' }>, { tally }: ReadContext): Outcome {
  const { by } = end;
  const words = by.type === 'broken' ? by.error.message : by.message;
  // A server may quote an object in its words, for example one that a webhook could not convert.
  const status = tally.redact({
    apiVersion: 'v1',
    kind: 'Status',
    metadata: { name: '' },
    message: words,
  });
  tally.commit();
  return outcomeOfCut(end, String(status['message']));
}
