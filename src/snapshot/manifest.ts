import { z } from 'zod';
import { Inferred } from './inferred.ts';
import { compareCodePoints } from './json.ts';
import { currentGroup } from './object-id.ts';

/** The version this program writes. Older ones are read through a step each; newer ones are refused. */
export const formatVersion = 1;

/**
 * How much of a resource the snapshot holds.
 *
 * - `complete`: every object that existed.
 * - `partial`: some objects, or none where a dump's format has no place for the kind; `message` says what is missing.
 * - `forbidden`: the server refused the list.
 * - `unavailable`: the server could not answer (a dead aggregated API, for example).
 * - `skipped`: not asked for, on purpose; `message` says why.
 * - `inconsistent`: complete, but the list spans more than one moment (an expired continue token).
 */
export const CoverageStatus = z.enum([
  'complete',
  'partial',
  'forbidden',
  'unavailable',
  'skipped',
  'inconsistent',
]);
export type CoverageStatus = z.infer<typeof CoverageStatus>;

// Group and plural name a folder and a file, so nothing in them may lead elsewhere.
const pathSegment = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'is not a name the API allows');

/** Folder of the core group, whose name is empty; no other group may have it. */
const coreFolder = 'core';

/** What discovery says of a resource type. */
export const ResourceType = z.strictObject({
  /** `''` is the core group. */
  group: z.union([z.literal(''), pathSegment.refine((group) => group !== coreFolder)]),
  version: z.string(),
  plural: pathSegment,
  kind: z.string(),
  singular: z.string().default(''),
  shortNames: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
  namespaced: z.boolean(),
});
export type ResourceType = z.infer<typeof ResourceType>;

/** What was read of a resource, before its file is counted and sealed. */
export const Outcome = z.strictObject({
  status: CoverageStatus,
  /** `metadata.resourceVersion` of the list: lists of one snapshot are not one instant. */
  resourceVersion: z.string().optional(),
  /** Why the status is not `complete`, in the server's own words where there are any. */
  message: z.string().optional(),
  /** Namespaces whose status differs from the resource's. */
  namespaces: z
    .record(z.string(), z.strictObject({ status: CoverageStatus, message: z.string().optional() }))
    .optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** One line of the coverage ledger: a resource type of the cluster and what was read of it. */
export const Resource = z.strictObject({
  ...ResourceType.shape,
  ...Outcome.shape,
  /** Objects in the file. */
  count: z.int().nonnegative(),
  /** Size of the file in bytes; 0 and no `sha256` when there is no file. */
  bytes: z.int().nonnegative(),
  /** Hex digest of the file's bytes. */
  sha256: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

/** Where a snapshot came from. Never a server address, a user or a path on somebody's machine. */
export const Source = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('api') }),
  z.strictObject({
    type: z.literal('import'),
    /** Formats found, for example `kubectl List (JSON)`. */
    formats: z.array(z.string()),
    /** Documents or objects that could not be read. */
    unreadable: z.int().nonnegative().default(0),
  }),
]);
export type Source = z.infer<typeof Source>;

/** `snapshot.json`: what the snapshot is, where it came from, and what it does not hold. */
export const Manifest = z.strictObject({
  formatVersion: z.literal(formatVersion),
  /** Name of the folder; see `snapshot-id.ts`. */
  id: z.string(),
  cluster: z.strictObject({
    name: z.string(),
    /** uid of the namespace kube-system: the customary identity of a cluster. */
    uid: z.string().optional(),
    /** `gitVersion` of the API server, `v1.36.2`. */
    version: z.string().optional(),
    /** `platform` of the API server, `linux/amd64`. */
    platform: z.string().optional(),
  }),
  /** RFC 3339 in UTC. Ages on the site count from here, never from the build. */
  takenAt: z.iso.datetime(),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  source: Source,
  /** Made for demonstration: left out of a build as soon as there is a snapshot that is none. */
  sample: z.boolean().optional(),
  resources: z.array(Resource),
  /** What a dump does not hold and its objects show all the same; no file holds it. */
  inferred: Inferred.optional(),
  /** Values removed, by the id of the redaction rule. */
  redactions: z.record(z.string(), z.int().nonnegative()),
});
export type Manifest = z.infer<typeof Manifest>;

/** `deployments.apps`, `pods`: how kubectl and our addresses write a resource. */
export function resourceKey({ plural, group }: Pick<Resource, 'plural' | 'group'>): string {
  return group === '' ? plural : `${plural}.${group}`;
}

/** The order of the ledger: by group, the core group first, then by plural. */
export function compareResources(a: ResourceType, b: ResourceType): number {
  return compareCodePoints(a.group, b.group) || compareCodePoints(a.plural, b.plural);
}

/** Path of a resource's file below the snapshot's folder: `core/pods.json`. */
export function resourceFile({ plural, group }: Pick<Resource, 'plural' | 'group'>): string {
  return `${group === '' ? coreFolder : group}/${plural}.json`;
}

/** How many resources a snapshot holds, of those the cluster has. */
export interface CoverageCounts {
  readonly complete: number;
  /** Held as far as the source goes: all kinds of a dump, which never says that it is whole. */
  readonly partial: number;
  readonly total: number;
}

/** Resources without those that are a second address of objects which another group holds whole: Events. */
export function withoutSecondAddresses(resources: readonly Resource[]): readonly Resource[] {
  const whole = resources.filter(
    ({ status }) => status === 'complete' || status === 'inconsistent',
  );
  const isHeldElsewhere = ({ group, kind }: Resource) => {
    const current = currentGroup(group, kind);
    return group !== current && whole.some((one) => one.kind === kind && one.group === current);
  };
  return resources.filter((resource) => whole.includes(resource) || !isHeldElsewhere(resource));
}

/** `{ complete: 58, partial: 1, total: 61 }`. What two groups serve counts once. */
export function coverageCounts(resources: readonly Resource[]): CoverageCounts {
  const counted = (wanted: CoverageStatus) =>
    resources.filter(({ status }) => status === wanted).length;
  // Of a kind that a dump's format has no place for nothing is held.
  const held = resources.filter(({ status, count }) => status === 'partial' && count > 0).length;
  return {
    complete: counted('complete'),
    partial: held + counted('inconsistent'),
    total: withoutSecondAddresses(resources).length,
  };
}

/** `58 of 61 resources captured, 1 of them in part`. */
export function coverageText({ complete, partial, total }: CoverageCounts): string {
  const held = `${complete + partial} of ${total} ${total === 1 ? 'resource' : 'resources'} captured`;
  if (partial === 0) return held;
  return complete === 0 ? `${held}, none known to be whole` : `${held}, ${partial} of them in part`;
}
