/** Which objects of a namespace belong together, as people speak of an application. */
import type { Category } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import { isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { joinedIn, workloadOf } from './diagrams/namespace-edges.ts';
import { isRunning } from './running.ts';

/** Objects of a namespace that make up one application. */
export interface AppGroup {
  readonly name: string;
  /** How it is known: by a label that says so, by the tool that brought it, or by what uses what. */
  readonly by: 'label' | 'Helm release' | 'Argo CD Application' | 'lines';
  /** The label or annotation that says so; absent where only lines do. */
  readonly key?: string | undefined;
  /** Objects with boxes of their own (Pods stand for their workload), in the model's order. */
  readonly members: readonly Entry[];
}

/** The applications of a namespace, and what is none's alone. */
export interface AppGroups {
  /** Each with at least one workload, in the order of their first objects. */
  readonly groups: readonly AppGroup[];
  /** Objects that several applications use. */
  readonly shared: readonly Entry[];
  /** Objects that nothing joins to an application. */
  readonly loose: readonly Entry[];
}

type Claim = Pick<AppGroup, 'name' | 'by' | 'key'>;

const groupsByNamespace = oncePerModel(() => new Map<string, AppGroups>());

/**
 * The applications of a namespace: by the recommended labels `instance`, `name` and `part-of`, by Helm
 * release, by Argo CD Application, and where none of these is written by what uses what. Marks of objects
 * that run nothing make no application; such an object is with the one workload group it is joined to.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export const appGroups = question('appGroups', (model, namespace): AppGroups => {
  const known = groupsByNamespace(model);
  const found = known.get(namespace) ?? groupsIn(model, namespace);
  known.set(namespace, found);
  return found;
});

function groupsIn(model: Model, namespace: string): AppGroups {
  const entries = model.inNamespace(namespace);
  const boxes = entries.filter(
    (entry) => !isReport(entry) && workloadOf(model, entry.id) === entry.id,
  );
  const lines = linesOf(model, entries);
  const claims = claimsOf(boxes);
  const owner = new Map([...claims].map(([id, { name }]) => [id, name]));
  const shared = sharedAmong(boxes, lines, owner);
  const free = boxes.filter(({ id }) => !owner.has(id) && !shared.has(id));
  for (const { members, touched } of componentsOf(free, lines, owner)) {
    const main = members.find(isRunning);
    const [only, ...others] = touched;
    const name = others.length === 0 ? (only ?? nameOf(main)) : nameOf(main);
    for (const { id } of members) {
      if (name !== undefined) owner.set(id, name);
      else if (only !== undefined) shared.add(id);
    }
  }
  const byName = Map.groupBy(
    boxes.filter(({ id }) => owner.has(id)),
    ({ id }) => owner.get(id) ?? '',
  );
  return {
    groups: [...byName].map(([name, members]) => ({ ...reasonOf(name, members, claims), members })),
    shared: boxes.filter(({ id }) => shared.has(id)),
    loose: boxes.filter(({ id }) => !owner.has(id) && !shared.has(id)),
  };
}

/** Events and measurements are about objects, with their labels; they are no part of what they tell of. */
function isReport({ object, resource }: Entry): boolean {
  return object.kind === 'Event' || resource.group === 'metrics.k8s.io';
}

function nameOf(entry: Entry | undefined): string | undefined {
  return entry?.object.metadata.name;
}

/** What objects say themselves; a name that nothing which runs carries is no application. */
function claimsOf(boxes: readonly Entry[]): ReadonlyMap<ObjectId, Claim> {
  const claims = boxes.flatMap((entry) => {
    const claim = claimOf(entry.object);
    return claim === undefined ? [] : [{ entry, claim }];
  });
  const runs = new Set(
    claims.filter(({ entry }) => isRunning(entry)).map(({ claim }) => claim.name),
  );
  return new Map(
    claims.flatMap(({ entry, claim }) => (runs.has(claim.name) ? [[entry.id, claim]] : [])),
  );
}

const prefix = 'app.kubernetes.io/';

/** The first of the marks that an object or its Pods' template has. */
function claimOf(object: KubeObject): Claim | undefined {
  const { labels = {}, annotations = {} } = object.metadata;
  const own = [labels, templateLabels(object)];
  for (const key of [`${prefix}instance`, `${prefix}name`]) {
    const name = own.map((each) => markIn(each, key)).find(Boolean);
    if (name) return { name, by: 'label', key };
  }
  const helm = 'meta.helm.sh/release-name';
  const release = markIn(annotations, helm);
  if (release) return { name: release, by: 'Helm release', key: helm };
  const argo = argoApplication(labels, annotations);
  if (argo !== undefined) return argo;
  const key = `${prefix}part-of`;
  const whole = own.map((each) => markIn(each, key)).find(Boolean);
  return whole ? { name: whole, by: 'label', key } : undefined;
}

type Values = Readonly<Record<string, unknown>>;

function markIn(values: Values, key: string): string | undefined {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function templateLabels(object: KubeObject): Values {
  const spec = object['spec'];
  const template = isFields(spec) ? spec['template'] : undefined;
  const metadata = isFields(template) ? template['metadata'] : undefined;
  const labels = isFields(metadata) ? metadata['labels'] : undefined;
  return isFields(labels) ? labels : {};
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/ `app:group/Kind:namespace/name` */
function argoApplication(labels: Values, annotations: Values): Claim | undefined {
  const tracking = 'argocd.argoproj.io/tracking-id';
  const label = 'argocd.argoproj.io/instance';
  const tracked = markIn(annotations, tracking)?.split(':')[0];
  const name = tracked || markIn(labels, label);
  if (!name) return undefined;
  return { name, by: 'Argo CD Application', key: tracked ? tracking : label };
}

/** What is joined to each box, in both directions. */
type Lines = ReadonlyMap<ObjectId, ReadonlySet<ObjectId>>;

function linesOf(model: Model, entries: readonly Entry[]): Lines {
  const lines = new Map<ObjectId, Set<ObjectId>>();
  for (const [a, b] of joinedIn(model, entries)) {
    lines.set(a, (lines.get(a) ?? new Set()).add(b));
    lines.set(b, (lines.get(b) ?? new Set()).add(a));
  }
  return lines;
}

const passive: ReadonlySet<Category> = new Set<Category>(['config', 'access', 'storage']);

/** Objects that run nothing and are joined to several applications, or configure several workloads. */
function sharedAmong(
  boxes: readonly Entry[],
  lines: Lines,
  owner: ReadonlyMap<ObjectId, string>,
): Set<ObjectId> {
  const running = new Set(boxes.flatMap((box) => (isRunning(box) ? [box.id] : [])));
  const isShared = ({ id, kind }: Entry) => {
    if (owner.has(id) || running.has(id)) return false;
    const near = [...(lines.get(id) ?? [])];
    const users = near.filter((other) => running.has(other));
    const names = new Set(near.flatMap((other) => owner.get(other) ?? []));
    return names.size > 1 || (names.size === 0 && passive.has(kind.category) && users.length > 1);
  };
  return new Set(boxes.filter(isShared).map(({ id }) => id));
}

interface Component {
  readonly members: readonly Entry[];
  /** Names of the applications that lines lead to from here. */
  readonly touched: readonly string[];
}

/** Objects without a mark of their own, by what joins them. */
function componentsOf(
  free: readonly Entry[],
  lines: Lines,
  owner: ReadonlyMap<ObjectId, string>,
): readonly Component[] {
  const left = new Map(free.map((entry) => [entry.id, entry]));
  return free.flatMap(({ id }) => {
    const ids = take(id, left, lines);
    if (ids.length === 0) return [];
    const touched = ids.flatMap(({ id: from }) =>
      [...(lines.get(from) ?? [])].flatMap((to) => owner.get(to) ?? []),
    );
    return [{ members: ids, touched: [...new Set(touched)] }];
  });
}

/** What lines reach from a box among those that are left, which they then no longer are. */
function take(start: ObjectId, left: Map<ObjectId, Entry>, lines: Lines): readonly Entry[] {
  const found: Entry[] = [];
  const next = [start];
  for (const id of next) {
    const entry = left.get(id);
    if (entry === undefined) continue;
    left.delete(id);
    found.push(entry);
    next.push(...(lines.get(id) ?? []));
  }
  return found;
}

function reasonOf(
  name: string,
  members: readonly Entry[],
  claims: ReadonlyMap<ObjectId, Claim>,
): Claim {
  const first = members.find(({ id }) => claims.has(id));
  return (first && claims.get(first.id)) ?? { name, by: 'lines' };
}
