import type { Health } from '#kinds/kind.ts';
import { part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { unhealthy } from '#model/unhealthy.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { placeOf } from './place.ts';
import { isOver, type PodCause, podCause } from './pod-cause.ts';

/** Something that was not well, with all of its own that was not. */
export interface Unwell {
  /** Where it is told. */
  readonly place: Entry;
  /** The worst of it: `place` itself, or what it made. */
  readonly members: readonly Entry[];
  readonly health: Health;
  /** Its Pods that say why, in the model's order. */
  readonly pods: readonly { readonly id: ObjectId; readonly cause: PodCause }[];
}

/**
 * Kinds whose state is news of other objects, which are judged themselves: an EndpointSlice is as ready
 * as its Pods, a budget counts them, an Event tells of them.
 */
const echoes: ReadonlySet<string> = new Set([
  'Event',
  'EndpointSlice',
  'Endpoints',
  'PodDisruptionBudget',
]);

/** Time after which something on its way should have arrived. */
const patience = 10 * 60 * 1000;

/** Words for what is on its way up or down. */
const passing =
  /^(Pending|ContainerCreating|PodInitializing|SchedulingGated|Terminating|NotReady|Not attached|Init:\d+\/\d+)$/;

function healthOf({ context }: Model, { kind, object }: Entry): Health | undefined {
  // A manifest without a status says nothing of how its object was.
  const health = object.status === undefined ? undefined : kind.health(object, context);
  return health?.state === 'bad' || health?.state === 'warn' ? health : undefined;
}

/** Whether a Pod or the like is on its way, and not for long. */
function isOnItsWay(model: Model, entry: Entry): boolean {
  const { object } = entry;
  if (object.kind === 'Pod' && podCause(object)?.cause === 'unschedulable') return false;
  const { creationTimestamp, deletionTimestamp } = object.metadata;
  const since = Date.parse(deletionTimestamp ?? creationTimestamp ?? '');
  const word = healthOf(model, entry)?.word ?? '';
  return passing.test(word) && model.context.now - since < patience;
}

const readClass = part({ volumeBindingMode: text });

/** A claim of such a class is bound when its first Pod is scheduled: until then nothing is wrong. */
function waitsForPod(model: Model, { id, object }: Entry): boolean {
  if (object.kind !== 'PersistentVolumeClaim') return false;
  const edge = model.edgesFrom(id).find(({ relation }) => relation === 'class');
  const storageClass = edge && model.get(edge.to);
  const mode = storageClass && readClass.read(storageClass.object)?.volumeBindingMode;
  return mode === 'WaitForFirstConsumer';
}

/** A Pod that has ended is replaced by its controller, which says itself how that goes. */
function isReplaced(model: Model, { id, object }: Entry): boolean {
  return object.kind === 'Pod' && isOver(object) && model.ownerChain(id).length > 0;
}

function isJudged(model: Model, entry: Entry): boolean {
  return (
    healthOf(model, entry) !== undefined &&
    !echoes.has(entry.object.kind) &&
    !isReplaced(model, entry) &&
    !isOnItsWay(model, entry) &&
    !waitsForPod(model, entry) &&
    !isPast(model, entry)
  );
}

/** A failed Job of a CronJob whose next one went well. */
function isPast(model: Model, { id, object }: Entry): boolean {
  const [owner] = object.kind === 'Job' ? model.ownerChain(id) : [];
  if (owner?.object.kind !== 'CronJob') return false;
  const made = ({ object: { metadata } }: Entry) => metadata.creationTimestamp ?? '';
  const [newest] = model.owned(owner.id).toSorted((a, b) => (made(a) < made(b) ? 1 : -1));
  return newest !== undefined && newest.id !== id && healthOf(model, newest) === undefined;
}

/** Pods that an object made, directly or through its ReplicaSets and Jobs. */
function podsOf(model: Model, id: ObjectId): readonly Entry[] {
  return model.owned(id).flatMap((each) => {
    if (each.object.kind === 'Pod') return [each];
    return each.kind.folded === true ? podsOf(model, each.id) : [];
  });
}

/** Whether all that a workload lacks is Pods that are on their way. */
function isArriving(model: Model, place: Entry, members: readonly Entry[]): boolean {
  if (place.kind.category !== 'workload') return false;
  if (members.some(({ object }) => object.kind === 'Pod' || object.kind === 'Job')) return false;
  const lacking = podsOf(model, place.id).filter((pod) => healthOf(model, pod) !== undefined);
  return lacking.length > 0 && lacking.every((pod) => isOnItsWay(model, pod));
}

/**
 * What was not well at capture time, once for each place: a Deployment, its ReplicaSet and its Pods are
 * one thing. What is on its way, or waits rightly, is not among it.
 */
export function unwellPlaces(model: Model): readonly Unwell[] {
  const judged = unhealthy(model).filter((entry) => isJudged(model, entry));
  const byPlace = Map.groupBy(judged, ({ id }) => placeOf(model, id));
  return [...byPlace].flatMap(([place, members]) => {
    const [first] = members;
    const health = place && (healthOf(model, place) ?? (first && healthOf(model, first)));
    if (place === undefined || health === undefined || isArriving(model, place, members)) return [];
    const pods = members.flatMap(({ id, object }) => {
      const cause = object.kind === 'Pod' ? podCause(object) : undefined;
      return cause === undefined ? [] : [{ id, cause }];
    });
    return [{ place, members, health, pods }];
  });
}
