import type { Health } from '#kinds/kind.ts';
import { type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { conditionsOf } from './conditions.ts';
import { foldedOn } from './folded.ts';
import type { HrefFor, Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { count } from './words.ts';

/** Something that was not well, told at the object whose page shows it. */
export interface Trouble {
  readonly ref: Ref;
  readonly health: Health;
  /** What the snapshot says about it, in a sentence or two. */
  readonly says: string;
}

const state = part({
  waiting: part({ reason: text, message: text }),
  terminated: part({ reason: text, exitCode: number, message: text }),
});

const ContainerStatuses = list(part({ name: text, restartCount: number, state, lastState: state }));

const PodStatus = part({
  status: part({
    message: text,
    initContainerStatuses: ContainerStatuses,
    containerStatuses: ContainerStatuses,
  }),
});

type ContainerStatus = Infer<typeof ContainerStatuses>[number];

function containerSays({
  name,
  state: now,
  lastState,
  restartCount = 0,
}: ContainerStatus): string | undefined {
  const waits = now?.waiting;
  if (waits?.reason !== undefined && waits.reason !== 'PodInitializing') {
    const restarts = restartCount > 0 ? ` after ${count(restartCount, 'restart')}` : '';
    const exit = lastState?.terminated?.exitCode;
    const last = exit === undefined ? '' : `; last exit code ${exit}`;
    const message = restartCount === 0 && waits.message ? `: ${waits.message}` : '';
    return `Container ${name} waits in ${waits.reason}${restarts}${last}${message}.`;
  }
  const ended = now?.terminated;
  if (ended === undefined || ended.exitCode === 0) return undefined;
  return `Container ${name} ended with ${ended.reason ?? 'an error'}, exit code ${ended.exitCode ?? 'unknown'}.`;
}

function podSays(object: KubeObject): string | undefined {
  const status = PodStatus.read(object)?.status;
  const containers = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ];
  const said = containers.map(containerSays).find((sentence) => sentence !== undefined);
  return said ?? conditionSays(object) ?? status?.message;
}

/** The message of the first condition that is bad news. */
function conditionSays(object: KubeObject): string | undefined {
  const bad = conditionsOf(object).find(
    ({ health, message, reason }) => health.state === 'warn' && message + reason !== '',
  );
  return bad && (bad.message || `${bad.type} is ${bad.health.word}: ${bad.reason}`);
}

/** What the object, those folded into it, and the one that was found not well say of their state. */
function saysOf(model: Model, place: Entry, ill: Entry): string {
  const pods = [ill, place, ...foldedOn(model, place.id)].filter(
    (entry) => entry.object.kind === 'Pod' && healthAt(model, entry) !== undefined,
  );
  const said = pods.map(({ object }) => podSays(object)).find((sentence) => sentence !== undefined);
  return said ?? conditionSays(place.object) ?? missingSays(model, place) ?? unreadySays(place);
}

function unreadySays({ object }: Entry): string {
  return object.kind === 'Service' ? 'Not all of its endpoints are ready.' : '';
}

function missingSays(model: Model, { id }: Entry): string | undefined {
  const missing = model.danglingFrom(id).find(({ reason }) => reason === 'missing');
  if (missing === undefined || missing.reference.to.by !== 'name') return undefined;
  const { kind, name } = missing.reference.to;
  return `Names ${kind} ${name}, which does not exist here.`;
}

/**
 * Where a reader should look: on the page that shows the object, and for the Pod of a Job at the Job.
 */
function placeOf(model: Model, { id }: Entry): Entry | undefined {
  const home = model.home(id);
  const owners = model.ownerChain(home).filter(({ kind }) => kind.folded === true);
  return owners.at(-1) ?? model.get(home);
}

/** Events are news of other objects, which are judged themselves. */
const notJudged = new Set(['Event']);

/**
 * What was not well, once for each page: a Deployment, its ReplicaSet and its Pods are one thing.
 *
 * @param ill Worst first, as `unhealthy` returns them.
 */
export function troubles(
  model: Model,
  ill: readonly Entry[],
  hrefFor: HrefFor,
): readonly Trouble[] {
  const places = new Map<string, Entry>();
  const found: Trouble[] = [];
  for (const entry of ill) {
    const place = placeOf(model, entry);
    if (place === undefined || notJudged.has(entry.object.kind) || places.has(place.id)) continue;
    places.set(place.id, place);
    const health = healthAt(model, place) ?? healthAt(model, entry);
    if (health === undefined) continue;
    found.push({ ref: refOf(place, hrefFor), health, says: saysOf(model, place, entry) });
  }
  return found.toSorted(
    (a, b) => Number(b.health.state === 'bad') - Number(a.health.state === 'bad'),
  );
}

function healthAt(model: Model, { kind, object }: Entry): Health | undefined {
  const health = kind.health(object, model.context);
  return health?.state === 'bad' || health?.state === 'warn' ? health : undefined;
}
