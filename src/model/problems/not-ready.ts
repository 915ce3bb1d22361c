import { conditions } from '#kinds/parts/condition.ts';
import { part } from '#kinds/parts/schema.ts';
import { conditionNews, isTrouble } from '#model/condition-news.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type PodCause, podCause } from './pod-cause.ts';
import type { Evidence, Problem } from './problem.ts';
import { type Unwell, unwellPlaces } from './unwell.ts';

const readConditions = part({ status: part({ conditions }) });

/** What an object says of itself in its conditions. */
interface Saying {
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

/** The condition that is bad news, one that is there to report trouble first. */
function sayingOf({ id, object }: Entry): Saying {
  const reported = readConditions.read(object)?.status?.conditions ?? [];
  const bad = reported.filter(
    ({ type = '', status = '', message, reason }) =>
      Boolean(message || reason) && conditionNews(type, status) === 'bad',
  );
  const told = bad.find(({ type = '' }) => isTrouble(type)) ?? bad[0];
  if (told === undefined) return { says: '', evidence: [] };
  const field = told.message ? 'message' : 'reason';
  const says = told[field] ?? '';
  const path = `status.conditions[type=${told.type}].${field}`;
  return { says, evidence: [{ type: 'field', object: id, path, value: says }] };
}

/** Fields from which the states of these kinds are read. */
const stateFields: Readonly<Record<string, string>> = {
  Deployment: 'status.readyReplicas',
  StatefulSet: 'status.readyReplicas',
  ReplicaSet: 'status.readyReplicas',
  ReplicationController: 'status.readyReplicas',
  DaemonSet: 'status.numberReady',
  Service: 'status.loadBalancer',
  Pod: 'status.phase',
  PersistentVolumeClaim: 'status.phase',
  PersistentVolume: 'status.phase',
  Namespace: 'status.phase',
};

function stateEvidence({ id, object: { kind } }: Entry, word: string): Evidence {
  const path = (Object.hasOwn(stateFields, kind) && stateFields[kind]) || 'status';
  return { type: 'field', object: id, path, value: word };
}

type ToldPod = Unwell['pods'][number];

function podEvidence({ id, cause: { path, value } }: ToldPod): Evidence {
  return { type: 'field', object: id, path, value };
}

/** What says most stands first: what keeps a Pod from starting before what it does after. */
const order = [
  'unschedulable',
  'image-pull',
  'crash-loop',
  'waiting',
  'ended',
  'unready',
  'message',
] as const satisfies readonly PodCause['cause'][];

function rank({ cause: { cause } }: ToldPod): number {
  return order.indexOf(cause);
}

/** The Job among what was not well, and how its Pod ended. */
function failedJob(model: Model, { place, members }: Unwell): Problem | undefined {
  const job = members.find(
    ({ object, kind }) =>
      object.kind === 'Job' && kind.health(object, model.context)?.state === 'bad',
  );
  if (job === undefined) return undefined;
  const { says, evidence } = sayingOf(job);
  const [ended] = model.owned(job.id).flatMap(({ id, object }) => {
    const cause = object.kind === 'Pod' ? podCause(object) : undefined;
    return cause?.cause === 'ended' ? [{ id, cause }] : [];
  });
  const proof = [...evidence, ...(ended === undefined ? [] : [podEvidence(ended)])];
  const evidenced = proof.length > 0 ? proof : [stateEvidence(job, 'Failed')];
  return { code: 'failed-job', at: place.id, says, ended: ended?.cause, evidence: evidenced };
}

function otherwise({ place, health }: Unwell, told: ToldPod | undefined): Problem {
  const { says, evidence } = sayingOf(place);
  const proof = [...(told === undefined ? [] : [podEvidence(told)]), ...evidence];
  return {
    code: 'not-ready',
    at: place.id,
    state: health.state === 'bad' ? 'bad' : 'warn',
    word: health.word,
    says,
    cause: told?.cause,
    evidence: [...proof, stateEvidence(place, health.word)],
  };
}

function problemOf(model: Model, unwell: Unwell): Problem {
  const failed = failedJob(model, unwell);
  if (failed !== undefined) return failed;
  const [told] = unwell.pods.toSorted((a, b) => rank(a) - rank(b));
  const alike = unwell.pods.filter(({ cause }) => cause.cause === told?.cause.cause);
  const evidence = alike.slice(0, 1).map(podEvidence);
  const base = (pod: ObjectId) => ({ at: unwell.place.id, evidence, pod, pods: alike.length });
  switch (told?.cause.cause) {
    case 'unschedulable':
      return { code: 'unschedulable', ...base(told.id), cause: told.cause };
    case 'image-pull':
      return { code: 'image-pull', ...base(told.id), cause: told.cause };
    case 'crash-loop':
      return { code: 'crash-loop', ...base(told.id), cause: told.cause };
    default:
      return otherwise(unwell, told);
  }
}

/** What was not well, each with the most telling of its Pods' reasons. */
export function unwell(model: Model): readonly Problem[] {
  return unwellPlaces(model).map((each) => problemOf(model, each));
}
