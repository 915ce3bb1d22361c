import { matchComponent } from '#catalogue/match-component.ts';
import type { Health } from '#kinds/kind.ts';
import { age } from '#kinds/parts/duration.ts';
import type { Entry, Model } from '#model/model.ts';
import { type AppGroup, appGroups } from './app-groups.ts';
import { code, enumerate, marked, type Prose, text } from './chapters/prose.ts';
import { isShared } from './diagrams/namespace-edges.ts';
import { descriptionOf } from './documentation.ts';
import { foldedOn } from './folded.ts';
import type { Links } from './links.ts';
import { isMirrorPod } from './mirror-pod.ts';
import type { Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { isRunning } from './running.ts';
import { refsProse } from './section.ts';
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
  /** What else belongs to it and to nothing else that runs. */
  readonly with: readonly Prose[];
}

/** What runs under one heading. */
export interface ApplicationGroup {
  readonly label: string;
  /** How we know that they belong together. */
  readonly why?: string | undefined;
  /** What else belongs to all of them. */
  readonly with: readonly Prose[];
  readonly applications: readonly Application[];
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
    return owner === undefined || !isRunning(owner);
  });
}

const groupLabels = {
  static: 'Static Pods, run by the kubelet of their node',
  workload: 'Workloads',
  alone: 'Each an application of its own',
  lone: 'Pods without a controller: nothing starts them again',
} as const;

function groupOf(model: Model, entry: Entry): 'static' | 'workload' | 'lone' {
  if (isMirrorPod(entry)) return 'static';
  const isLone = entry.object.kind === 'Pod' && model.ownerChain(entry.id).length === 0;
  return isLone ? 'lone' : 'workload';
}

/**
 * What runs in a namespace: static Pods, then by application (see {@link appGroups}), then Pods that nothing
 * keeps running.
 */
export function applicationGroups(
  model: Model,
  links: Links,
  namespace: string,
): readonly ApplicationGroup[] {
  const { groups } = appGroups(model, namespace);
  const all = applicationsOf(model, model.inNamespace(namespace));
  const kept = Map.groupBy(all, (entry) => groupOf(model, entry));
  const cast = { model, links, groups };
  const several = groups.flatMap((group) => {
    const members = new Set(group.members.map(({ id }) => id));
    const runs = (kept.get('workload') ?? []).filter(({ id }) => members.has(id));
    return runs.length > 1 ? [{ group, runs }] : [];
  });
  const grouped = new Set(several.flatMap(({ runs }) => runs.map(({ id }) => id)));
  const alone = (kept.get('workload') ?? []).filter(({ id }) => !grouped.has(id));
  return [
    ...rowsUnder(groupLabels.static, cast, kept.get('static') ?? []),
    ...several.map(({ group, runs }) => ({
      label: group.name,
      why: whyOf(group),
      with: withOf(links, group),
      applications: runs.map((entry) => application(model, links, entry, [])),
    })),
    ...rowsUnder(several.length > 0 ? groupLabels.alone : groupLabels.workload, cast, alone),
    ...rowsUnder(groupLabels.lone, cast, kept.get('lone') ?? []),
  ];
}

interface Cast {
  readonly model: Model;
  readonly links: Links;
  readonly groups: readonly AppGroup[];
}

function rowsUnder(
  label: string,
  { model, links, groups }: Cast,
  entries: readonly Entry[],
): readonly ApplicationGroup[] {
  if (entries.length === 0) return [];
  const applications = entries.map((entry) => {
    const group = groups.find(({ members }) => members.some(({ id }) => id === entry.id));
    return application(model, links, entry, group === undefined ? [] : withOf(links, group));
  });
  return [{ label, with: [], applications }];
}

/** `by label app.kubernetes.io/instance`. */
function whyOf({ by, key }: AppGroup): string {
  return by === 'lines' ? 'they use each other' : `by ${by === 'label' ? `label ${key}` : by}`;
}

/** Objects named beside an application; its page has all that it uses. */
const mostBelonging = 6;

function withOf(links: Links, { members }: AppGroup): readonly Prose[] {
  return refsProse(
    links,
    members.filter((member) => !isRunning(member)),
    mostBelonging,
  );
}

/** What joins to no application, and what several share: `Ingress shop`. Only what a reader may miss. */
export function besideApplications(
  model: Model,
  namespace: string,
): { readonly shared: readonly Entry[]; readonly loose: readonly Entry[] } {
  const { shared, loose } = appGroups(model, namespace);
  const isTelling = ({ id, object }: Entry) => telling.has(object.kind) && !isShared(id);
  return { shared, loose: loose.filter(isTelling) };
}

/** Kinds that are there for something that runs. */
const telling = new Set(['Service', 'Ingress', 'HTTPRoute', 'ConfigMap', 'PersistentVolumeClaim']);

function application(
  model: Model,
  links: Links,
  entry: Entry,
  belonging: readonly Prose[],
): Application {
  const made = [...foldedOn(model, entry.id), ...model.owned(entry.id)];
  const pods = new Set(made.flatMap(({ id, object }) => (object.kind === 'Pod' ? [id] : [])));
  return {
    ref: refOf(entry, links.object),
    kind: entry.object.kind,
    does: doesOf(model, entry),
    health: entry.kind.health(entry.object, model.context),
    pods: entry.object.kind === 'Pod' ? 1 : pods.size,
    age: age(entry.object.metadata.creationTimestamp, model.context.now),
    with: belonging,
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
  const names = new Set(images.map((image) => image.replace(/@.*$/, '')));
  return enumerate([...names].map((name) => [code(name)]));
}
