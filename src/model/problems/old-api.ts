import { apiRemovalOf } from '#catalogue/api-removals.ts';
import { minorOf } from '#catalogue/versions.ts';
import type { Entry, Model } from '#model/model.ts';
import { writersOf } from '#model/provenance/writers.ts';
import { isFields } from '#snapshot/fields.ts';
import { isMade, isUsers } from './place.ts';
import type { Evidence, ProblemOf } from './problem.ts';

type Problem = ProblemOf<'removed-api'> | ProblemOf<'deprecated-api'>;

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** A version in which an object was written, and by whom. */
interface Written {
  readonly apiVersion: string;
  readonly manager: string;
  readonly path: string;
}

/** The manifest that `kubectl apply` sent last names its version. */
function applied({ object }: Entry): readonly Written[] {
  const text = object.metadata.annotations?.[lastApplied];
  const apiVersion = text === undefined ? undefined : versionIn(text);
  if (apiVersion === undefined) return [];
  const path = `metadata.annotations["${lastApplied}"]`;
  return [{ apiVersion, manager: 'kubectl apply', path }];
}

function versionIn(text: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    const version = isFields(manifest) ? manifest.apiVersion : undefined;
    return typeof version === 'string' ? version : undefined;
  } catch {
    // A redacted manifest may be no JSON any more.
    return undefined;
  }
}

/** Programs of Kubernetes itself move on with the cluster; what they once wrote is no manifest. */
const itself = /^(kube-|kubelet|api-priority-and-fairness|clusterrole-aggregation|kubernetes-)/;

/**
 * Every version in which people or their tools wrote the object, kubectl's manifest first: its manager
 * entry says the same.
 */
function versionsOf(entry: Entry): readonly Written[] {
  const managed = writersOf(entry.object)
    .filter(({ manager, subresource }) => subresource === '' && !itself.test(manager))
    .map(({ manager, apiVersion, index }) => ({
      apiVersion,
      manager,
      path: `metadata.managedFields[${index}].apiVersion`,
    }));
  const all = Map.groupBy([...applied(entry), ...managed], ({ apiVersion }) => apiVersion);
  return [...all.values()].flatMap(([first]) => first ?? []);
}

function problemOf(entry: Entry, written: Written, server: number): readonly Problem[] {
  const { apiVersion, manager, path } = written;
  const removal = apiRemovalOf(apiVersion, entry.object.kind);
  if (removal === undefined) return [];
  const isGone = removal.removedIn <= server;
  // A version is only old once the server knows a newer one.
  if (!isGone && (removal.instead?.since ?? 0) > server) return [];
  const evidence: Evidence = { type: 'field', object: entry.id, path, value: apiVersion };
  return [
    {
      code: isGone ? 'removed-api' : 'deprecated-api',
      at: entry.id,
      apiVersion,
      kind: entry.object.kind,
      removedIn: `1.${removal.removedIn}`,
      instead: removal.instead?.apiVersion,
      manager,
      evidence: [evidence],
    },
  ];
}

/**
 * Objects that were last written in an API version which the server does not serve, or which a later one
 * will not. Nothing where the version of the server is not known.
 */
export function oldApis(model: Model): readonly Problem[] {
  const server = minorOf(model.snapshot.manifest.cluster.version);
  if (server === undefined) return [];
  return model.entries
    .filter((entry) => entry.kind.folded !== true && isUsers(entry) && !isMade(model, entry))
    .flatMap((entry) => versionsOf(entry).flatMap((written) => problemOf(entry, written, server)));
}
