import type { Health } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { join } from './chapters/wording.ts';
import { conditionsOf } from './conditions.ts';
import { foldedOn } from './folded.ts';
import { isGivenUp, podSays } from './pod-trouble.ts';
import type { HrefFor, Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { sentence } from './words.ts';

/** Something that was not well, told at the object whose page shows it. */
export interface Trouble {
  readonly ref: Ref;
  readonly health: Health;
  /** What the snapshot says about it, in a sentence or two; empty when it says no more than the state. */
  readonly says: string;
}

/** What the object and those that it made say of their state. */
function saysOf(model: Model, place: Entry): string {
  const made = [place, ...foldedOn(model, place.id), ...model.owned(place.id)];
  const pods = made.filter(
    (entry) => entry.object.kind === 'Pod' && healthAt(model, entry) !== undefined,
  );
  const said = pods.map(({ object }) => podSays(object)).find((words) => words !== undefined);
  const own = conditionSays(place);
  if (said !== undefined) return isGivenUp(place.object) && own ? `${said} ${own}` : said;
  return own ?? missingSays(model, place) ?? unreadySays(place);
}

/** The message of the first condition that is bad news. */
function conditionSays({ object }: Entry): string | undefined {
  const bad = conditionsOf(object).find(
    ({ health, message, reason }) => health.state === 'warn' && message + reason !== '',
  );
  return bad && sentence(bad.message || `${bad.type} is ${bad.health.word}: ${bad.reason}`);
}

/** `Names Service api and Secret tls, which do not exist here.` */
function missingSays(model: Model, { id, object }: Entry): string | undefined {
  const names = model.danglingFrom(id).flatMap(({ reason, reference: { to } }) => {
    if (reason !== 'missing' || to.by !== 'name') return [];
    const isElsewhere = to.namespace !== undefined && to.namespace !== object.metadata.namespace;
    return [`${to.kind} ${isElsewhere ? `${to.namespace}/` : ''}${to.name}`];
  });
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return undefined;
  return `Names ${join(distinct)}, which ${distinct.length === 1 ? 'does' : 'do'} not exist here.`;
}

function unreadySays({ object }: Entry): string {
  return object.kind === 'Service' ? 'Not all of its endpoints are ready.' : '';
}

/** Where a reader should look: on the page that shows the object, and for the Pod of a Job at the Job. */
function placeOf(model: Model, { id }: Entry): Entry | undefined {
  const home = model.home(id);
  const owners = model.ownerChain(home).filter(({ kind }) => kind.folded === true);
  return owners.at(-1) ?? model.get(home);
}

/** Events are news of other objects, which are judged themselves. */
const notJudged = new Set(['Event']);

/**
 * What was not well, once for each page: a Deployment, its ReplicaSet and its Pods are one thing. A
 * Service is not well only because what it selects is not, and is left out where that is told.
 *
 * @param ill Objects to judge, as `unhealthy` returns them.
 */
export function troubles(
  model: Model,
  ill: readonly Entry[],
  hrefFor: HrefFor,
): readonly Trouble[] {
  const places = new Map<string, { readonly place: Entry; readonly health: Health }>();
  for (const entry of ill) {
    const place = placeOf(model, entry);
    if (place === undefined || notJudged.has(entry.object.kind) || places.has(place.id)) continue;
    const health = healthAt(model, place) ?? healthAt(model, entry);
    if (health !== undefined) places.set(place.id, { place, health });
  }
  const isConsequence = ({ id, object }: Entry) =>
    object.kind === 'Service' &&
    model
      .edgesFrom(id)
      .some(({ relation, to }) => relation === 'selects' && places.has(model.home(to)));
  return [...places.values()]
    .filter(({ place }) => !isConsequence(place))
    .toSorted(worstFirst)
    .map(({ place, health }) => ({
      ref: refOf(place, hrefFor),
      health,
      says: saysOf(model, place),
    }));
}

interface Found {
  readonly place: Entry;
  readonly health: Health;
}

/** What failed before what is not ready; what runs before what hangs on it. */
function worstFirst(a: Found, b: Found): number {
  const badness = ({ health }: Found) => Number(health.state === 'bad');
  const runs = ({ place }: Found) => Number(place.kind.category === 'workload');
  return badness(b) - badness(a) || runs(b) - runs(a);
}

function healthAt(model: Model, { kind, object }: Entry): Health | undefined {
  const health = kind.health(object, model.context);
  return health?.state === 'bad' || health?.state === 'warn' ? health : undefined;
}

/** Why an object is not well, or what it names in vain, for its own page; nothing when all is well. */
export function troubleOf(model: Model, entry: Entry): string | undefined {
  const isIll = [entry, ...foldedOn(model, entry.id)].some(
    (each) => each.object.kind !== 'Event' && healthAt(model, each) !== undefined,
  );
  const says = isIll ? saysOf(model, entry) : '';
  const missing = missingSays(model, entry) ?? '';
  return [says, says === missing ? '' : missing].filter(Boolean).join(' ') || undefined;
}
