/** What a Node says of itself, read for tables and sentences. */
import { nodeRoles } from '#kinds/node.ts';
import { part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';

const Node = part({ status: part({ nodeInfo: part({ kubeletVersion: textField }) }) });

/** Roles by the labels of a Node, `no role` without one. */
export function roleOf({ object }: Entry): string {
  return nodeRoles(object.metadata.labels).join(', ') || 'no role';
}

/** The first of some labels that a Node has. */
export function labelOf({ object }: Entry, ...keys: readonly string[]): string | undefined {
  const { labels = {} } = object.metadata;
  return keys.map((key) => (Object.hasOwn(labels, key) ? labels[key] : undefined)).find(Boolean);
}

/** The zone a Node's cloud says it is in. */
export function zoneOf(node: Entry): string | undefined {
  return labelOf(node, 'topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone');
}

/** The version of a Node's kubelet. */
export function versionOf({ object }: Entry): string | undefined {
  return readObject(Node, object).status?.nodeInfo?.kubeletVersion || undefined;
}
