import { PodSpec } from '#kinds/parts/pod-template.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { objectId } from '#snapshot/object-id.ts';
import { isUsers, placeOf } from './place.ts';
import { isOver } from './pod-cause.ts';

/** What Pods are made of: a Pod's own spec, or the template of what makes Pods. */
export interface Template {
  readonly entry: Entry;
  /** The object at which its problems are told. */
  readonly place: Entry;
  /** Where it stands in the object: `spec.template.spec`. */
  readonly at: string;
  readonly spec: PodSpec;
  /** How many Pods are alike, for those whose template was not captured; 1 for a template. */
  readonly copies: number;
}

const paths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

function specAt(object: KubeObject, path: readonly string[]): PodSpec | undefined {
  let value: unknown = object;
  for (const key of path) value = isFields(value) ? value[key] : undefined;
  return PodSpec.read(value);
}

/** Whether what makes these Pods is in the snapshot and has a template of its own. */
function isCopy(model: Model, { id, object }: Entry): boolean {
  const owners = model.ownerChain(id);
  const hasTemplate = ({ kind }: Entry) =>
    kind.category === 'workload' && Object.hasOwn(paths, kind.kind);
  return owners.some(hasTemplate) || deploymentOf(model, object) !== undefined;
}

/** The Deployment of a Pod whose ReplicaSet was not captured: a ReplicaSet is named after it. */
function deploymentOf(model: Model, { metadata }: KubeObject): Entry | undefined {
  const { namespace, ownerReferences = [] } = metadata;
  const set = ownerReferences.find(({ kind }) => kind === 'ReplicaSet');
  const name = set?.name.replace(/-[a-z0-9]+$/, '');
  if (name === undefined) return undefined;
  return model.get(objectId({ group: 'apps', kind: 'Deployment', namespace, name }));
}

/** A Pod that has ended or a Job that is done starts nothing any more. */
function isFinished({ context }: Model, { kind, object }: Entry): boolean {
  if (object.kind === 'Pod') return isOver(object);
  const word = object.kind === 'Job' ? kind.health(object, context)?.word : undefined;
  return word === 'Complete' || word === 'Failed';
}

/** The template of an object, if it is one and no other object of the snapshot has the same. */
function templateOf(model: Model, entry: Entry): Template | undefined {
  const { kind, object } = entry;
  const path = Object.hasOwn(paths, object.kind) ? paths[object.kind] : undefined;
  if (path === undefined || kind.category !== 'workload' || isCopy(model, entry)) return undefined;
  if (isFinished(model, entry)) return undefined;
  const spec = specAt(object, path);
  const place = placeOf(model, entry.id);
  return spec && place && { entry, place, at: path.join('.'), spec, copies: 1 };
}

/** What is the same for Pods that one object made, captured or not. */
function familyOf({ entry: { id, object } }: Template): string {
  const [owner] = object.kind === 'Pod' ? (object.metadata.ownerReferences ?? []) : [];
  return owner === undefined
    ? id
    : `${object.metadata.namespace} ${owner.kind} ${owner.name} ${owner.uid}`;
}

/**
 * The templates that users write, each once: not the ReplicaSets and Pods that a Deployment makes, and
 * nothing of Kubernetes itself. Of Pods whose maker has no template in the snapshot, the first.
 */
export const templatesOf = oncePerModel(find);

function find(model: Model): readonly Template[] {
  const templates = model.entries
    .filter(isUsers)
    .flatMap((entry) => templateOf(model, entry) ?? []);
  return [...Map.groupBy(templates, familyOf).values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => ({ ...first, copies: alike.length })),
  );
}
