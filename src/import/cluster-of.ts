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
export function clusterOf(
  objects: Iterable<KubeObject>,
  facts: DumpFacts,
): Omit<Manifest['cluster'], 'name'> {
  let uid = facts.manifest?.cluster.uid;
  const images: string[] = [];
  const kubelets: string[] = [];
  for (const object of objects) {
    const { kind, apiVersion, metadata } = object;
    if (apiVersion !== 'v1') continue;
    if (kind === 'Namespace' && metadata.name === 'kube-system') uid ??= metadata.uid;
    if (kind === 'Node') kubelets.push(kubeletVersion(object));
    if (kind === 'Pod' && metadata.name.startsWith('kube-apiserver')) images.push(...tags(object));
  }
  const version = facts.version ?? newest(images) ?? newest(kubelets);
  const { platform } = facts;
  return {
    ...(uid === undefined ? {} : { uid }),
    ...(version === undefined ? {} : { version }),
    ...(platform === undefined ? {} : { platform }),
  };
}

function kubeletVersion(node: KubeObject): string {
  return Node.safeParse(node).data?.status.nodeInfo.kubeletVersion ?? '';
}

function tags(pod: KubeObject): string[] {
  const containers = ApiServerPod.safeParse(pod).data?.spec.containers ?? [];
  return containers.flatMap(({ image }) => /kube-apiserver[^/:]*:(v[^@]+)/.exec(image)?.[1] ?? []);
}

function newest(versions: readonly string[]): string | undefined {
  return versions
    .filter((version) => /^v\d+\.\d+/.test(version))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}
