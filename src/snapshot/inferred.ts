import { z } from 'zod';
import type { KubeObject } from './kube-object.ts';

/** An object that the source does not hold and other things name. */
const InferredObject = z.strictObject({
  name: z.string().min(1),
  /** Where its name stands: `spec.nodeName of Pods`. */
  from: z.string(),
});
export type InferredObject = z.infer<typeof InferredObject>;

/** What a dump lacks and was concluded from what it holds. Never more than names: the rest is not known. */
export const Inferred = z.strictObject({
  /** Where `cluster.version` was read, if nothing said it: `the image of kube-apiserver`. */
  version: z.string().optional(),
  /** Sorted by name. */
  namespaces: z.array(InferredObject).default([]),
  /** Sorted by name. */
  nodes: z.array(InferredObject).default([]),
});
export type Inferred = z.infer<typeof Inferred>;

/** An object that stands for an inferred one: all that is known is its kind and name. */
export function objectOf(kind: 'Namespace' | 'Node', { name }: InferredObject): KubeObject {
  return { apiVersion: 'v1', kind, metadata: { name } };
}
