import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { categorise } from './categorise.ts';
import type { FieldChange, ObjectChange } from './snapshot-diff.ts';

/** What is compared of machines that have no counterpart: which values occur among them. */
const comparedFields = [
  'status.nodeInfo.kubeletVersion',
  'status.nodeInfo.containerRuntimeVersion',
  'status.nodeInfo.osImage',
  'status.nodeInfo.kernelVersion',
  'status.nodeInfo.architecture',
  'status.capacity.cpu',
  'status.capacity.memory',
] as const;

/** The Node objects of a snapshot; none when it does not hold them. */
export function nodesOf(snapshot: Snapshot): readonly KubeObject[] {
  return (
    snapshot.lists.find(({ resource }) => resource.group === '' && resource.kind === 'Node')
      ?.objects ?? []
  );
}

function valueAt(object: KubeObject, path: string): string | undefined {
  let value: unknown = object;
  for (const field of path.split('.')) {
    value = isFields(value) ? value[field] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** Values that occur at a path, each once, sorted: `['v1.36.1', 'v1.36.2']`. */
export function valuesOf(nodes: readonly KubeObject[], path: string): readonly string[] {
  const values = nodes.map((node) => valueAt(node, path)).filter((value) => value !== undefined);
  return [...new Set(values)].sort();
}

/**
 * The machines of two clusters as two groups, when no name occurs in both: nodes come and go, so
 * "three removed, six added" says less than "v1.36.2 against v1.36.1". Nothing when names meet, or when
 * a side has no Nodes: then they are compared one by one.
 */
export function compareNodeGroups(before: Snapshot, after: Snapshot): ObjectChange | undefined {
  const [left, right] = [nodesOf(before), nodesOf(after)];
  const names = new Set(left.map(({ metadata }) => metadata.name));
  const meet = right.some(({ metadata }) => names.has(metadata.name));
  if (left.length === 0 || right.length === 0 || meet) return undefined;
  const fields: FieldChange[] = comparedFields.flatMap((path) => {
    const [was, is] = [left, right].map((nodes) => valuesOf(nodes, path).join(', '));
    return was === is ? [] : [{ path, before: was, after: is, category: categorise('Node', path) }];
  });
  if (left.length !== right.length) {
    fields.unshift({ path: '', before: left.length, after: right.length, category: 'scaling' });
  }
  return {
    change: 'modified',
    object: { group: '', kind: 'Node', name: '*' },
    category: 'versions',
    concerns: [],
    fields,
  };
}
