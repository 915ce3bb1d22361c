import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import type { DumpFacts } from './facts.ts';

/** The cluster a dump was taken of, as far as something says it outright. */
export class ClusterEvidence {
  readonly #uids = new Set<string>();

  see({ kind, apiVersion, metadata }: KubeObject): void {
    const isSystem = apiVersion === 'v1' && kind === 'Namespace' && metadata.name === 'kube-system';
    if (isSystem && metadata.uid !== undefined) this.#uids.add(metadata.uid);
  }

  /** @param version Of the server, inferred. What the dump says itself goes first. */
  conclude(facts: DumpFacts, version: string | undefined): Omit<Manifest['cluster'], 'name'> {
    const cluster = {
      uid: facts.manifest?.cluster.uid ?? [...this.#uids].sort()[0],
      version: facts.version ?? version,
      platform: facts.platform,
    };
    return Object.fromEntries(Object.entries(cluster).filter(([, value]) => value !== undefined));
  }
}
