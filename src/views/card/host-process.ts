import { componentById } from '#catalogue/components/components.ts';
import type { Model } from '#model/model.ts';
import type { Running } from '#views/chapters/cluster.ts';
import { readNode } from '#views/chapters/read.ts';

/** Fields of `status.nodeInfo` in which a Node tells of its host processes. */
export const hostProcessFields = {
  kubelet: 'kubeletVersion',
  'container-runtime': 'containerRuntimeVersion',
} as const;

/** Whether a component is a process of each node, which no pod shows. */
export function isHostProcess(id: string): id is keyof typeof hostProcessFields {
  return Object.hasOwn(hostProcessFields, id);
}

/**
 * A process of the nodes as something that runs: the first Node that tells of it stands for all. Nothing
 * where no Node was captured.
 */
export function hostProcess(model: Model, id: keyof typeof hostProcessFields): Running | undefined {
  const component = componentById(id);
  const field = hostProcessFields[id];
  const root = model
    .ofKind({ group: '', kind: 'Node' })
    .find((node) => readNode(node).status?.nodeInfo?.[field] !== undefined);
  if (component === undefined || root === undefined) return undefined;
  return { root, pods: [], match: { component, confidence: 'certain', evidence: [] } };
}
