import { ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import { aggregatedDiscovery, aggregatedGroups } from './aggregated-discovery.ts';
import type { Answer } from './answer.ts';
import type { JsonClient } from './api-client.ts';
import { legacyGroups } from './legacy-discovery.ts';

/** One version of an API group, as far as discovery tells. */
export interface GroupVersion {
  /** `''` is the core group. */
  readonly group: string;
  readonly version: string;
  /** Whether whoever serves it answers; an aggregated API whose server is down does not. */
  readonly alive: boolean;
  readonly resources: readonly DiscoveredResource[];
}

/** A resource without its subresources. */
export interface DiscoveredResource extends ResourceType {
  readonly verbs: readonly string[];
}

/** The resources of a cluster that can be listed. */
export interface Discovery {
  /** Each once, in the version its group prefers. */
  readonly resources: readonly ResourceType[];
  /** A stand-in for each group of which nobody can say what resources it has. */
  readonly dead: readonly ResourceType[];
  /** `group/version` of those whose resources are known from earlier, but whose server was silent lately. */
  readonly doubtful: ReadonlySet<string>;
}

/**
 * Asks an API server for everything it can list.
 *
 * @throws {UserError} When it cannot be reached, refuses, or is no API server.
 */
export async function discover(client: JsonClient): Promise<Discovery> {
  const options = { accept: aggregatedDiscovery };
  const core = discoveryJson(client, await client.get('/api', options));
  const others = discoveryJson(client, await client.get('/apis', options));
  const versions = [
    ...(aggregatedGroups(core) ?? (await legacyGroups(client, core))),
    ...(aggregatedGroups(others) ?? (await legacyGroups(client, others))),
  ];
  return {
    resources: listableOf(versions),
    dead: deadOf(versions),
    doubtful: new Set(
      versions.filter(({ alive }) => !alive).map(({ group, version }) => `${group}/${version}`),
    ),
  };
}

function discoveryJson({ address }: JsonClient, answer: Answer): unknown {
  if (answer.type === 'ok') return answer.value;
  if (answer.type === 'broken') throw answer.error;
  throw new UserError(`${address} does not say what it serves: ${answer.message}.`, {
    hint: 'Check that the kubeconfig names an API server and a user that may read it.',
  });
}

/** Versions stand in the group's order, the preferred first; some resources only a later one has. */
function listableOf(versions: readonly GroupVersion[]): ResourceType[] {
  const byKey = new Map<string, ResourceType>();
  for (const { verbs, ...type } of versions.flatMap(({ resources }) => resources)) {
    const key = resourceKey(type);
    // Group and plural become folder and file: no server may choose a path.
    if (verbs.includes('list') && !byKey.has(key)) byKey.set(key, ResourceType.parse(type));
  }
  return [...byKey.values()];
}

/** A ledger line needs names: these stand for those that the group's own server would tell. */
function deadOf(versions: readonly GroupVersion[]): ResourceType[] {
  const silent = versions.filter(({ alive, resources }) => !alive && resources.length === 0);
  const byGroup = new Map(silent.map(({ group, version }) => [group, version]));
  return [...byGroup].map(([group, version]) =>
    ResourceType.parse({ group, version, plural: 'unknown', kind: 'Unknown', namespaced: false }),
  );
}
