import { countOfKind } from '#model/count-of-kind.ts';
import type { Entry } from '#model/model.ts';
import { code, type Prose } from '#views/chapters/prose.ts';
import { foldedOn } from '#views/folded.ts';
import { codes, columnOf, namedAll, type Says, say, type Telling, uses } from '#views/telling.ts';
import { count } from '#views/words.ts';

/** Pods that the object's page shows. */
function podsOf({ model, entry }: Telling): readonly Entry[] {
  return foldedOn(model, entry.id).filter(({ object }) => object.kind === 'Pod');
}

function hasAllPods({ model, entry }: Telling): boolean {
  return model.holdsAll({ group: '', kind: 'Pod' }, entry.object.metadata.namespace);
}

/** Services that select any of these Pods. */
export function servicesOf({ model }: Telling, pods: readonly Entry[]): readonly Entry[] {
  const ids = pods.flatMap(({ id }) =>
    model.edgesTo(id).flatMap(({ relation, from }) => (relation === 'selects' ? [from] : [])),
  );
  const selecting = [...new Set(ids)].flatMap((id) => model.get(id) ?? []);
  return selecting.filter(({ object }) => object.kind === 'Service');
}

/** A digest says nothing to a reader, and 71 characters of it. */
function imageWithoutDigest(image: string): string {
  return image.replace(/@.*$/, '');
}

function images(telling: Telling): readonly Prose[] {
  const column = columnOf(telling, 'IMAGES');
  return codes(column.split(',').filter(Boolean).map(imageWithoutDigest));
}

function running(telling: Telling): readonly Prose[] | undefined {
  const runs = images(telling);
  if (runs.length === 0) return undefined;
  const pods = podsOf(telling);
  const services = servicesOf(telling, pods);
  const behind = services.length === 0 ? [] : say` behind ${namedAll(telling, services)}`;
  if (pods.length > 0) return say`Runs ${runs} in ${count(pods.length, 'Pod')}${behind}.`;
  return hasAllPods(telling)
    ? say`Is to run ${runs}, and had no Pod at capture.`
    : say`Runs ${runs}.`;
}

function onNodes(telling: Telling): readonly Prose[] | undefined {
  const { model } = telling;
  const runs = images(telling);
  const nodes = countOfKind(model, { group: '', kind: 'Node' });
  const pods = podsOf(telling);
  if (runs.length === 0 || nodes === 0 || pods.length === 0) return running(telling);
  const taken = new Set(
    pods.flatMap(({ id }) =>
      model.edgesFrom(id).flatMap(({ relation, to }) => (relation === 'node' ? [to] : [])),
    ),
  );
  return say`Runs ${runs} on ${taken.size.toLocaleString('en')} of ${count(nodes, 'Node')}.`;
}

function scheduled(telling: Telling): readonly Prose[] {
  const schedule = code(columnOf(telling, 'SCHEDULE'));
  const runs = images(telling);
  if (columnOf(telling, 'SUSPEND') === 'True') {
    return say`Suspended: it would start ${runs} at ${schedule}.`;
  }
  const last = columnOf(telling, 'LAST SCHEDULE');
  const when = last === '' ? 'it had not started any yet' : `the last one ${last} before capture`;
  return say`Starts a Job with ${runs} at ${schedule}; ${when}.`;
}

function once(telling: Telling): readonly Prose[] {
  const done = columnOf(telling, 'COMPLETIONS');
  return say`Runs ${images(telling)} until it has ended well; ${done} at capture.`;
}

function pod(telling: Telling): readonly Prose[] | undefined {
  const { model, entry } = telling;
  const facts = entry.kind.facts(entry.object, model.context);
  const lines = facts.find(({ label }) => label === 'Images')?.value ?? [];
  const containers = [lines].flat().map((line) => line.slice(line.indexOf(': ') + 2));
  if (containers.length === 0) return undefined;
  const runs = codes(containers.map(imageWithoutDigest));
  const nodes = uses(telling, 'node');
  if (nodes.length > 0) return say`Runs ${runs} on ${namedAll(telling, nodes)}.`;
  return columnOf(telling, 'NODE') === '' ? say`Waits for a Node to run ${runs} on.` : undefined;
}

function autoscaler(telling: Telling): readonly Prose[] | undefined {
  const scaled = uses(telling, 'scales');
  if (scaled.length === 0) return undefined;
  const [least, mostPods] = ['MINPODS', 'MAXPODS'].map((head) => columnOf(telling, head));
  // Its own status is as old as its last look at the metrics.
  const had = scaled.flatMap((entry) => podsOf({ ...telling, entry })).length;
  const count = hasAllPods(telling) ? `; it had ${had} at capture` : '';
  return say`Keeps ${namedAll(telling, scaled)} between ${least || '1'} and ${mostPods ?? ''} Pods${count}.`;
}

function budget(telling: Telling): readonly Prose[] | undefined {
  const guarded = uses(telling, 'protects');
  if (guarded.length === 0) return undefined;
  const allowed = Number(columnOf(telling, 'ALLOWED DISRUPTIONS'));
  const may = allowed === 0 ? 'no Pod' : count(allowed, 'Pod');
  return say`At capture an eviction could take ${may} of ${namedAll(telling, guarded)}.`;
}

/** See {@link Says}, by kind. */
export const workloadLeads: Readonly<Record<string, Says>> = {
  Deployment: running,
  StatefulSet: running,
  ReplicaSet: running,
  ReplicationController: running,
  DaemonSet: onNodes,
  CronJob: scheduled,
  Job: once,
  Pod: pod,
  HorizontalPodAutoscaler: autoscaler,
  PodDisruptionBudget: budget,
};
