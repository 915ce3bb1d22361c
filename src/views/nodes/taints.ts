/** What keeps Pods away from nodes, and who comes all the same. */
import { list, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Toleration } from '#kinds/reference.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { tolerates } from '#model/tainted.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { workloadOf } from '#views/diagrams/namespace-edges.ts';

const NodeFields = part({
  spec: part({ taints: list(part({ key: textField, value: textField, effect: textField })) }),
});
const toleration = part({
  key: textField,
  operator: textField,
  value: textField,
  effect: textField,
});
const PodFields = part({ spec: part({ tolerations: list(toleration) }) });

/** A taint of a Node. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** The taints of a Node, in its order. */
export function taintsOf({ object }: Entry): readonly Taint[] {
  const { spec } = readObject(NodeFields, object);
  return (spec?.taints ?? []).map(({ key = '', value = '', effect = '' }) => ({
    key,
    value,
    effect,
  }));
}

/** `dedicated=gpu:NoSchedule`, as kubectl prints it. */
export function taintText({ key, value, effect }: Taint): string {
  return `${key}${value === '' ? '' : `=${value}`}:${effect}`;
}

interface Known {
  /** Tolerations of each workload, by one of its Pods. */
  readonly tolerations: ReadonlyMap<ObjectId, readonly Toleration[]>;
  readonly byTaint: Map<string, readonly ObjectId[]>;
}

const knownOf = oncePerModel(
  (model): Known => ({ tolerations: tolerationsOf(model), byTaint: new Map() }),
);

/** Workloads whose Pods tolerate a taint, by the Pods of the snapshot. */
export function toleratingWorkloads(model: Model, taint: Taint): readonly ObjectId[] {
  const cache = knownOf(model);
  const text = taintText(taint);
  const found = cache.byTaint.get(text) ?? tolerating(cache, taint);
  cache.byTaint.set(text, found);
  return found;
}

function tolerating({ tolerations }: Known, taint: Taint): readonly ObjectId[] {
  return [...tolerations].flatMap(([id, each]) =>
    each.some((one) => tolerates(one, { ...taint })) ? [id] : [],
  );
}

function tolerationsOf(model: Model): Known['tolerations'] {
  const byWorkload = new Map<ObjectId, readonly Toleration[]>();
  for (const { id, object } of model.ofKind({ group: '', kind: 'Pod' })) {
    const workload = workloadOf(model, id);
    if (byWorkload.has(workload)) continue;
    byWorkload.set(workload, readObject(PodFields, object).spec?.tolerations ?? []);
  }
  return byWorkload;
}
