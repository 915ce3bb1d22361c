import { kindOf } from '#kinds/index.ts';
import type { Manifest, Resource } from '#snapshot/manifest.ts';

/**
 * The resource that a word of the command line means, as kubectl reads it: `deployments`, `deployment`,
 * `deploy`, `Deployment`, `deployments.apps`, `deployments.v1.apps`. Of several groups the one that comes
 * first in kubectl's order counts: the core group, then Kubernetes' own, then the others.
 */
export function resourceNamed({ resources }: Manifest, word: string): Resource | undefined {
  const wanted = word.toLowerCase();
  return resources
    .filter((resource) => namesOf(resource).has(wanted))
    .toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

/** Every word for a resource: names alone, and with the group, or with version and group, behind them. */
function namesOf({ kind, group, version, ...resource }: Resource): ReadonlySet<string> {
  const singular = resource.singular || kind.toLowerCase();
  // A dump does not say the short names; those of known kinds are known.
  const known = kindOf({ group, kind })?.shortNames ?? [];
  const names = [resource.plural, singular, kind.toLowerCase()];
  return new Set([
    ...names,
    ...resource.shortNames,
    ...known,
    ...names.flatMap((name) => [`${name}.${group}`, `${name}.${version}.${group}`]),
  ]);
}

function rankOf({ group, kind }: Resource): number {
  if (group === '') return 0;
  return kindOf({ group, kind }) === undefined ? 2 : 1;
}
