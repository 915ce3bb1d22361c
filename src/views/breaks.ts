import { part, readObject, text } from '#kinds/parts/schema.ts';
import { countOfKind } from '#model/count-of-kind.ts';
import type { Edge, Entry, Model } from '#model/model.ts';
import { type Prose, text as words } from './chapters/prose.ts';
import { foldedOn } from './folded.ts';
import { madeAgain } from './made-again.ts';
import { isMirrorPod } from './mirror-pod.ts';
import { namedAll, ofKind, type Says, say, type Telling, uses } from './telling.ts';
import { count } from './words.ts';

/** `Service a loses`, `Services a and b lose`. */
function verb(entries: readonly Entry[], one: string, several: string): string {
  return entries.length === 1 ? one : several;
}

function entriesOf(model: Model, ids: readonly Edge['from'][]): readonly Entry[] {
  return [...new Set(ids)].flatMap((id) => model.get(id) ?? []);
}

/** Services whose every selected Pod is one of the workload's own. */
function lostServices(telling: Telling): readonly Prose[] {
  const { model, entry } = telling;
  const family = [entry, ...foldedOn(model, entry.id)];
  const pods = new Set(family.flatMap(({ id, object }) => (object.kind === 'Pod' ? [id] : [])));
  const selecting = [...pods].flatMap((pod) =>
    model.edgesTo(pod).flatMap(({ relation, from }) => (relation === 'selects' ? [from] : [])),
  );
  const lost = entriesOf(model, selecting).filter(
    ({ id, object }) =>
      object.kind === 'Service' &&
      model.edgesFrom(id).every(({ relation, to }) => relation !== 'selects' || pods.has(to)),
  );
  if (lost.length === 0) return [];
  const services = namedAll(telling, lost);
  return say`${services} ${verb(lost, 'has no endpoint', 'have no endpoints')} left. `;
}

/** Workloads that cannot start a Pod without the object. */
function blockedBy({ model, entry }: Telling, ...relations: readonly Edge['relation'][]) {
  const edges = model
    .edgesTo(entry.id)
    .filter(({ relation, optional }) => relations.includes(relation) && optional !== true);
  const homes = entriesOf(
    model,
    edges.map(({ from }) => model.home(from)),
  );
  // A Pod without a controller is not started again in any case.
  return homes.filter(({ kind, object }) => kind.category === 'workload' && object.kind !== 'Pod');
}

function startBlocked(telling: Telling): readonly Prose[] {
  const blocked = blockedBy(telling, 'mounts', 'env');
  if (blocked.length === 0) return [];
  return say`${namedAll(telling, blocked)} cannot start a new Pod. `;
}

function accountBlocked(telling: Telling): readonly Prose[] {
  const blocked = blockedBy(telling, 'identity');
  return blocked.length === 0 ? [] : say`${namedAll(telling, blocked)} cannot make a new Pod. `;
}

function routesLost(telling: Telling): readonly Prose[] {
  const { model, entry } = telling;
  const edges = model
    .edgesTo(entry.id)
    .filter(({ relation }) => relation === 'routes' || relation === 'calls');
  const callers = entriesOf(
    model,
    edges.map(({ from }) => from),
  );
  if (callers.length === 0) return [];
  return say`${namedAll(telling, callers)} ${verb(callers, 'leads', 'lead')} to a Service that is not there. `;
}

function nodePods(telling: Telling): readonly Prose[] {
  const { model, entry } = telling;
  const running = model
    .edgesTo(entry.id)
    .flatMap(({ relation, from }) => (relation === 'node' ? [from] : []));
  const pods = entriesOf(model, running);
  const lone = pods.filter((pod) => !isMirrorPod(pod) && !isControlled(model, pod));
  const mirrors = pods.filter(isMirrorPod);
  return [
    ...(mirrors.length > 0
      ? say`${count(mirrors.length, 'static Pod')} of its kubelet ${verb(mirrors, 'goes', 'go')} with it. `
      : []),
    ...(lone.length > 0
      ? say`${namedAll(telling, lone)} ${verb(lone, 'has', 'have')} no controller, so nothing starts ${verb(lone, 'it', 'them')} again. `
      : []),
  ];
}

function contentsLost({ model, entry }: Telling): readonly Prose[] {
  const { length } = model.inNamespace(entry.object.metadata.name);
  return length === 0 ? [] : say`This snapshot holds ${count(length, 'object')} of it. `;
}

/** What is lost, with this cluster's names; only what the snapshot proves. */
const losses: Readonly<Record<string, Says>> = {
  Deployment: lostServices,
  StatefulSet: lostServices,
  DaemonSet: lostServices,
  ReplicaSet: lostServices,
  Pod: lostServices,
  ConfigMap: startBlocked,
  Secret: startBlocked,
  ServiceAccount: accountBlocked,
  Service: routesLost,
  Node: nodePods,
  Namespace: contentsLost,
};

/** Whether something would make a Pod again; a dump may hold the Pod and not what that is. */
function isControlled(model: Telling['model'], { id, object }: Entry): boolean {
  const owners = object.metadata.ownerReferences ?? [];
  return model.ownerChain(id).length > 0 || owners.some(({ controller }) => controller === true);
}

const Phase = part({ status: part({ phase: text }) });

function hasEnded({ object }: Entry): boolean {
  const phase = readObject(Phase, object).status?.phase;
  return phase === 'Succeeded' || phase === 'Failed';
}

/** What deleting a Pod does where it is not what the kind says of Pods in general. */
function podBreaks(telling: Telling): readonly Prose[] | undefined {
  const { model, entry } = telling;
  if (isMirrorPod(entry)) {
    const node = namedAll(telling, uses(telling, 'node'));
    const whose = node.length === 0 ? say`The kubelet` : say`The kubelet of ${node}`;
    return say`Nothing: it mirrors a static Pod. ${whose} runs the containers on and writes the mirror again; only taking the file off the machine stops them.`;
  }
  if (hasEnded(entry)) {
    return say`Nothing stops: its containers have ended. Their logs and exit codes go with it.`;
  }
  return !isControlled(model, entry)
    ? say`Its containers stop, and nothing starts them again: no controller owns it.`
    : undefined;
}

/** What the loss of the only node does, which is not what the kind says of nodes in general. */
function nodeBreaks({ model }: Telling): readonly Prose[] | undefined {
  const kind = { group: '', kind: 'Node' };
  if (countOfKind(model, kind) > 1 || !model.holdsAll(kind, undefined)) return undefined;
  return say`It is the only node: its pods stop, nothing can start elsewhere, and data on its disks stays behind.`;
}

/**
 * Who loses what if an object goes: first what the snapshot proves, then what is so for its kind, and who
 * makes it again.
 */
export function breaksOf(telling: Telling): readonly Prose[] | undefined {
  const { kind } = telling.entry;
  const says = ofKind(losses, telling.entry)?.(telling) ?? [];
  const general =
    ofKind({ Pod: podBreaks, Node: nodeBreaks }, telling.entry)?.(telling) ??
    (kind.breaks === undefined ? [] : [words(kind.breaks)]);
  const all = [...says, ...general, ...madeAgain(telling)];
  return all.length === 0 ? undefined : all;
}
