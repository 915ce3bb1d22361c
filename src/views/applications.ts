import { matchComponent } from '#catalogue/match-component.ts';
import type { Health } from '#kinds/kind.ts';
import { age } from '#kinds/parts/duration.ts';
import type { Entry, Model } from '#model/model.ts';
import { code, enumerate, marked, type Prose, text } from './chapters/prose.ts';
import { descriptionOf } from './documentation.ts';
import { foldedOn } from './folded.ts';
import type { Links } from './links.ts';
import { isMirrorPod } from './mirror-pod.ts';
import type { Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { sentence } from './words.ts';

/** Something that runs, on whose page its Pods are. */
export interface Application {
  readonly ref: Ref;
  readonly kind: string;
  /** What it does, if it is known; else the images it runs. */
  readonly does: readonly Prose[];
  readonly health?: Health | undefined;
  readonly pods: number;
  readonly age: string;
}

/** Applications that are kept running in the same way. */
export interface ApplicationGroup {
  readonly label: string;
  readonly applications: readonly Application[];
}

const running = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
]);

/** Whether an object keeps Pods running, or is one. */
export function isRunning({ kind }: Entry): boolean {
  return kind.category === 'workload' && running.has(kind.kind);
}

/**
 * Objects of a namespace that run something, each once: not the Pods of a Job, which have pages of
 * their own where no CronJob made it.
 */
export function applicationsOf(model: Model, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => {
    const { id } = entry;
    if (!isRunning(entry) || model.home(id) !== id) return false;
    const [owner] = model.ownerChain(id);
    return owner === undefined || !running.has(owner.kind.kind);
  });
}

const groupLabels = {
  static: 'Static Pods, run by the kubelet of their node',
  workload: 'Workloads',
  lone: 'Pods without a controller: nothing starts them again',
} as const;

function groupOf(model: Model, entry: Entry): keyof typeof groupLabels {
  if (isMirrorPod(entry)) return 'static';
  const isLone = entry.object.kind === 'Pod' && model.ownerChain(entry.id).length === 0;
  return isLone ? 'lone' : 'workload';
}

/** What runs among these objects, by how it is kept running. */
export function applicationGroups(
  model: Model,
  links: Links,
  entries: readonly Entry[],
): readonly ApplicationGroup[] {
  const groups = Map.groupBy(applicationsOf(model, entries), (entry) => groupOf(model, entry));
  return (Object.keys(groupLabels) as (keyof typeof groupLabels)[]).flatMap((group) => {
    const members = groups.get(group) ?? [];
    const applications = members.map((entry) => application(model, links, entry));
    return applications.length === 0 ? [] : [{ label: groupLabels[group], applications }];
  });
}

function application(model: Model, links: Links, entry: Entry): Application {
  const made = [...foldedOn(model, entry.id), ...model.owned(entry.id)];
  const pods = new Set(made.flatMap(({ id, object }) => (object.kind === 'Pod' ? [id] : [])));
  return {
    ref: refOf(entry, links.object),
    kind: entry.object.kind,
    does: doesOf(model, entry),
    health: entry.kind.health(entry.object, model.context),
    pods: entry.object.kind === 'Pod' ? 1 : pods.size,
    age: age(entry.object.metadata.creationTimestamp, model.context.now),
  };
}

/** In the words of its people, else of the catalogue, else the images it runs. */
function doesOf(model: Model, entry: Entry): readonly Prose[] {
  const described = descriptionOf(entry);
  if (described !== undefined) return [text(sentence(described))];
  const role = matchComponent(entry.object)?.component.role;
  if (role !== undefined) return marked(role);
  const { kind, object } = entry;
  const column = kind.wideHeads.indexOf('IMAGES');
  const cell = column === -1 ? '' : (kind.wideCells(object, model.context)[column] ?? '');
  const images = cell.split(',').filter(Boolean);
  return enumerate(images.map((image) => [code(image.replace(/@.*$/, ''))]));
}
