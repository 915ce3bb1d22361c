import { z } from 'zod';
import { Manifest } from '#snapshot/manifest.ts';

/** What a dump says of itself and its cluster, in documents that are no objects. */
export interface DumpFacts {
  /** `gitVersion` of the API server. */
  readonly version?: string | undefined;
  readonly platform?: string | undefined;
  /** RFC 3339. */
  readonly takenAt?: string | undefined;
  /** The manifest, where the dump is a snapshot of ours. */
  readonly manifest?: Manifest | undefined;
}

const Version = z.object({ gitVersion: z.string(), platform: z.string().optional() });

/** A document that is no object and tells of the dump. */
const documents = [
  // Answer of an API server's /version.
  z
    .looseObject(Version.shape)
    .transform(({ gitVersion, platform }) => ({ version: gitVersion, platform })),
  // `kubectl version -o json`, and what support bundles keep of it.
  z
    .looseObject({ serverVersion: Version })
    .transform(({ serverVersion: { gitVersion, platform } }) => ({
      version: gitVersion,
      platform,
    })),
  z
    .looseObject({ info: Version, string: z.string() })
    .transform(({ info: { gitVersion, platform } }) => ({ version: gitVersion, platform })),
  // Index of a recording of raw lists.
  z
    .looseObject({
      recordedAt: z.iso.datetime(),
      serverVersion: z.string(),
      resources: z.array(z.unknown()),
    })
    .transform(({ recordedAt, serverVersion }) => ({
      takenAt: recordedAt,
      version: serverVersion,
    })),
  Manifest.transform((manifest) => ({
    manifest,
    takenAt: manifest.takenAt,
    version: manifest.cluster.version,
    platform: manifest.cluster.platform,
  })),
];

/** What a document tells of its dump, or `undefined` when it tells nothing or is an object. */
export function factsIn(value: object): DumpFacts | undefined {
  if ('kind' in value) return undefined;
  for (const document of documents) {
    const parsed = document.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
