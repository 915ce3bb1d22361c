import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import type { DumpFacts } from './facts.ts';

const ApiServerPod = z.object({
  spec: z.object({ containers: z.array(z.object({ image: z.string() })) }),
});
const Node = z.object({
  status: z.object({ nodeInfo: z.object({ kubeletVersion: z.string() }) }),
});

/**
 * The cluster a dump was taken of. The server's version is what the dump says of itself; else the tag of
 * the kube-apiserver's image; else the newest kubelet, which is never newer than its server.
 */
export class ClusterEvidence {
  readonly #uids = new Set<string>();
  #image: string | undefined;
  #kubelet: string | undefined;

  see(object: KubeObject): void {
    const { kind, apiVersion, metadata } = object;
    if (apiVersion !== 'v1') return;
    if (kind === 'Namespace' && metadata.name === 'kube-system' && metadata.uid !== undefined) {
      this.#uids.add(metadata.uid);
    }
    if (kind === 'Node') this.#kubelet = newest([this.#kubelet, kubeletVersion(object)]);
    if (kind === 'Pod' && metadata.name.startsWith('kube-apiserver')) {
      this.#image = newest([this.#image, ...tags(object)]);
    }
  }

  conclude(facts: DumpFacts): Omit<Manifest['cluster'], 'name'> {
    const uid = facts.manifest?.cluster.uid ?? [...this.#uids].sort()[0];
    const version = facts.version ?? this.#image ?? this.#kubelet;
    const { platform } = facts;
    return {
      ...(uid === undefined ? {} : { uid }),
      ...(version === undefined ? {} : { version }),
      ...(platform === undefined ? {} : { platform }),
    };
  }
}

function kubeletVersion(node: KubeObject): string {
  return Node.safeParse(node).data?.status.nodeInfo.kubeletVersion ?? '';
}

function tags(pod: KubeObject): string[] {
  const containers = ApiServerPod.safeParse(pod).data?.spec.containers ?? [];
  return containers.flatMap(({ image }) => /kube-apiserver[^/:]*:(v[^@]+)/.exec(image)?.[1] ?? []);
}

function newest(versions: readonly (string | undefined)[]): string | undefined {
  return versions
    .filter((version) => version !== undefined)
    .filter((version) => /^v\d+\.\d+/.test(version))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}
