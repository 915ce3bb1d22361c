import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** What turns an object as an old version wrote it into one of today's. */
export type Upgrade = (object: KubeObject) => KubeObject;

/** The same for a part of an object. */
export type Step = (part: Fields) => Fields;

/** An upgrade of nothing but the `spec`. */
export function ofSpec(step: Step): Upgrade {
  return (object) =>
    isFields(object['spec']) ? { ...object, spec: step(object['spec']) } : object;
}

/** Every object of a list passed through a step; anything else is as it was. */
export function eachOf(value: unknown, step: Step): unknown {
  return Array.isArray(value)
    ? value.map((item: unknown) => (isFields(item) ? step(item) : item))
    : value;
}

/** Those of the fields that are there. */
export function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
