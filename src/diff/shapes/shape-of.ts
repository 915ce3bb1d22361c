import { extend, type Shape } from '#diff/shape.ts';
import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { aggregatedRoleShape, builtInShape, unknownShape } from './built-in.ts';
import { customShapes } from './custom.ts';

/** Finds the shape of objects: that of Kubernetes, or what the snapshots' own definitions say. */
export function shapesOf(...snapshots: readonly Snapshot[]): (object: KubeObject) => Shape {
  const custom = customShapes(...snapshots);
  const known = new Map<string, Shape>();
  return (object) => {
    if (object.kind === 'ClusterRole' && isFields(object['aggregationRule'])) {
      return aggregatedRoleShape;
    }
    const key = `${object.apiVersion} ${object.kind}`;
    const shape = known.get(key);
    if (shape !== undefined) return shape;
    const kind = groupKindKey(groupKindOf(object));
    const found = builtInShape(kind) ?? customShape(custom(kind, object.apiVersion));
    known.set(key, found);
    return found;
  };
}

/** What the server says of every object goes before what a schema says of its `metadata` and `status`. */
function customShape(fields: ReadonlyMap<string, Shape> = new Map()): Shape {
  const base = unknownShape();
  const own = [...fields].filter(([name]) => base.fields?.has(name) !== true);
  return extend(base, Object.fromEntries(own));
}
