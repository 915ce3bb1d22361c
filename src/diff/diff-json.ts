import { z } from 'zod';
import { CoverageStatus } from '#snapshot/manifest.ts';
import { changeCategories } from './categorise.ts';
import { concernKinds } from './concerns.ts';

/** `group` is empty for the core group; a cluster-scoped object has no `namespace`. */
const ObjectNameJson = z.strictObject({
  group: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});

const Side = z.enum(['before', 'after']);

const WriterJson = z.strictObject({
  /** `metadata.managedFields[].manager`. */
  manager: z.string(),
  /** RFC 3339. */
  time: z.string().optional(),
});

const WritersJson = z.strictObject({
  before: WriterJson.optional(),
  after: WriterJson.optional(),
});

const FieldJson = z.strictObject({
  /** `spec.template.spec.containers[name=web].image`; `data["app.yaml"].log.level` inside a document. */
  path: z.string(),
  /** Absent where that side lacks the field. An integer has all its digits, however long. */
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  /** Where an item that only the after side has stands in its list, from 0, if the order says something. */
  at: z.int().optional(),
  category: z.enum(changeCategories),
  /** Who last wrote the field, on each side whose `managedFields` say so. */
  writtenBy: WritersJson.optional(),
});

const ChangeJson = z.strictObject({
  /** `renamed` is a guess, see `similarity`. */
  change: z.enum(['added', 'removed', 'modified', 'renamed']),
  /** As the after side calls it, or would call it. */
  object: ObjectNameJson,
  renamedFrom: ObjectNameJson.optional(),
  /** From 0 to 1, for `renamed` only. */
  similarity: z.number().optional(),
  category: z.enum(changeCategories),
  /** Why it ranks first, if it does, and the side that has more of it. */
  concerns: z.array(z.strictObject({ what: z.enum(concernKinds), side: Side })),
  /** Empty for an object that one side has. */
  fields: z.array(FieldJson),
  /** Who last wrote an object that one side has, where its `managedFields` say so. */
  writtenBy: WritersJson.optional(),
});

/**
 * What `clusterbook diff --format json` prints, stable from version 1 on: keys may be added, none is
 * renamed, removed or given another meaning. Changes come in the order of their rank.
 */
export const DiffJson = z.strictObject({
  /** Ids of the snapshots. */
  before: z.string(),
  after: z.string(),
  changes: z.array(ChangeJson),
  /** What one side did not read: nobody knows whether it is there. */
  notComparable: z.array(
    z.strictObject({
      /** `pods`, `deployments.apps`. */
      resource: z.string(),
      /** Where only this namespace could not be read. */
      namespace: z.string().optional(),
      side: Side,
      status: z.union([CoverageStatus, z.literal('unknown')]),
      /** The server's own words. */
      message: z.string().optional(),
      /** Objects that the other side has. */
      count: z.int(),
    }),
  ),
  /** Differences that the rules expect. */
  expected: z.array(ChangeJson.extend({ reason: z.string() })),
  /** Pairs that are the same. */
  same: z.int(),
  /** Redacted values on both sides that nobody can compare without digests, and where they are. */
  undecided: z.int(),
  undecidedIn: z.array(ObjectNameJson),
  /** What matters, in a few words each, the most consequential first. */
  headline: z.array(z.string()),
  /** Names that were declared to mean the same. */
  mapped: z.array(
    z.strictObject({
      sort: z.enum(['namespace', 'name', 'host', 'registry', 'value']),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Rules that did nothing: their day is over, or nothing that they expect differs. */
  idleRules: z.array(
    z.strictObject({ why: z.enum(['expired', 'unused']), rule: z.string(), reason: z.string() }),
  ),
});
export type DiffJson = z.infer<typeof DiffJson>;
