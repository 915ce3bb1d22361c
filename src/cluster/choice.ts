import { matchesGlob } from '#config/glob.ts';
import { keptElsewhere } from '#snapshot/kept-elsewhere.ts';
import { type Outcome, type ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { currentGroup } from '#snapshot/object-id.ts';
import { UserError } from '#user-error.ts';

/** Which resources a reader wants. */
export interface ResourceChoice {
  /** Globs over `plural.group`, or `plural` in the core group; all when empty. */
  readonly resources: readonly string[];
  readonly exclude: readonly string[];
  readonly includeEvents: boolean;
  /** How much of Secrets: their keys, nothing but metadata, or not at all. */
  readonly secrets: SecretChoice;
}

/** Values of Secrets are none of the choices. */
export type SecretChoice = 'keys' | 'metadata' | 'skip';

/** A resource that is not read, or not in full, with its ledger line. */
export interface LeftOut {
  readonly type: ResourceType;
  readonly outcome: Outcome;
}

/** What is read of a cluster, and what is not. */
export interface Chosen {
  readonly read: readonly ResourceType[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Decides for every resource whether it is read.
 *
 * @throws {UserError} When a resource is asked for that the cluster does not have.
 */
export function chooseResources(types: readonly ResourceType[], choice: ResourceChoice): Chosen {
  for (const glob of choice.resources) refuseUnknown(glob, types);
  const leftOut: LeftOut[] = [];
  const wanted: ResourceType[] = [];
  for (const type of types) {
    const message = reasonAgainst(type, choice);
    if (message === undefined) wanted.push(type);
    else leftOut.push({ type, outcome: { status: 'skipped', message } });
  }
  const kinds = new Set(wanted.map(({ group, kind }) => `${group}/${kind}`));
  const read: ResourceType[] = [];
  for (const type of wanted) {
    const today = currentGroup(type.group, type.kind);
    const twice = today !== type.group && kinds.has(`${today}/${type.kind}`);
    if (twice) leftOut.push({ type, outcome: keptElsewhere(today) });
    else read.push(type);
  }
  return { read, leftOut };
}

/** Whether a resource holds the Secrets of the core group. */
export function isSecrets(type: ResourceType): boolean {
  return resourceKey(type) === 'secrets';
}

function reasonAgainst(type: ResourceType, choice: ResourceChoice): string | undefined {
  const { resources, exclude, includeEvents, secrets } = choice;
  const matches = (glob: string) => matchesGlob(glob, resourceKey(type));
  if (exclude.some(matches)) return 'Left out on request (--exclude-resource).';
  if (isSecrets(type) && secrets === 'skip') return 'Left out on request (--secrets skip).';
  if (resources.length > 0) {
    // What is asked for by name is read, whatever is usually left out.
    return resources.some(matches) ? undefined : 'Not asked for (--resource).';
  }
  if (currentGroup(type.group, type.kind) === '' && type.kind === 'Event' && !includeEvents) {
    return 'Events are gone within the hour; --include-events reads them.';
  }
  if (type.group === 'metrics.k8s.io') {
    return `Measurements of a moment, no part of the cluster; ${readsAll}.`;
  }
  if (resourceKey(type) === 'componentstatuses') {
    return `Deprecated since 1.19, and wrong where the control plane is not on the same machine; ${readsAll}.`;
  }
  return undefined;
}

const readsAll = "--resource '*' reads them";

/** Namespaces that alone are read of a resource, unless it is asked for by name, and why. */
export interface Restriction {
  readonly namespaces: readonly string[];
  readonly message: string;
}

/** What is read of a resource by default, where that is not all. */
export function restrictionOf(
  type: ResourceType,
  { resources }: Pick<ResourceChoice, 'resources'>,
): Restriction | undefined {
  return resources.length === 0 && resourceKey(type) === 'leases.coordination.k8s.io'
    ? leases
    : undefined;
}

// Heartbeats of Nodes, and who leads the control plane; the API servers' own Leases are in kube-system, too.
const leases: Restriction = {
  namespaces: ['kube-node-lease', 'kube-system'],
  message: `Leases outside kube-node-lease and kube-system say who leads at a moment; ${readsAll}.`,
};

function refuseUnknown(glob: string, types: readonly ResourceType[]): void {
  const keys = types.map(resourceKey);
  if (keys.some((key) => matchesGlob(glob, key))) return;
  const close = types.filter(({ plural, singular, kind, shortNames }) =>
    [plural, singular, kind, ...shortNames].includes(glob),
  );
  throw new UserError(`The cluster has no resource "${glob}" that can be listed.`, {
    hint:
      close.length > 0
        ? `Did you mean ${close.map(resourceKey).join(' or ')}?`
        : 'Write plural.group as kubectl api-resources names it: pods, deployments.apps, *.cert-manager.io.',
  });
}
