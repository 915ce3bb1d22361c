import type { KubeObject } from '#snapshot/kube-object.ts';
import { deliveryRules } from './delivery.ts';
import { type Maker, marksOf } from './maker.ts';
import { platformRules } from './platform.ts';

/** Every tool that left a mark on an object, what drives another tool before that tool. */
export function makersOf(object: KubeObject): readonly Maker[] {
  const marks = marksOf(object);
  return [...deliveryRules, ...platformRules].flatMap((rule) => rule(marks) ?? []);
}
