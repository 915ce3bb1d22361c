import type { Diagram, DiagramNode } from '#diagrams/diagram.ts';
import { sharedStatus } from '#diagrams/merge-nodes.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Entry, Model } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from '#views/folded.ts';

import type { Links } from '#views/links.ts';
import { type ChainRule, chain, withSelf } from './chain.ts';
import { workloadOf } from './namespace-edges.ts';

const relations = (...names: readonly Relation[]): ReadonlySet<Relation> => new Set(names);

const requestRelations = relations('routes', 'selects', 'attachesTo');
const storageRelations = relations('claims', 'bound', 'class', 'provisioner');
const configRelations = relations('mounts', 'env');
const ownerRelations = relations('owner');

/** Two boxes and the line between them are what the figure around the object shows already. */
const fewestBoxes = 4;

/** Kinds that the path of a request goes through before it reaches pods. */
export const entranceKinds: ReadonlySet<string> = new Set([
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'Ingress',
  'Service',
]);

/** Kinds whose page shows a chain of storage. */
export const storageKinds: ReadonlySet<string> = new Set([
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StorageClass',
  'CSIDriver',
]);

/** The page of a kind of the core group; nothing where the snapshot has no object of it, and so no page. */
function listOf(model: Model, links: Links, kind: string, plural: string): Diagram['complete'] {
  const { length } = model.ofKind({ group: '', kind });
  return length === 0 ? undefined : { label: `All ${kind}s`, href: links.kind(plural) };
}

/** The way of a request from the entrances over the Services to the workloads that answer. */
export function requestPath(
  model: Model,
  links: Links,
  starts: readonly ObjectId[],
  page: { readonly namespace?: string | undefined; readonly name: string },
): Diagram | undefined {
  const rule: ChainRule = {
    relations: requestRelations,
    turned: relations('attachesTo'),
    stand: (id) => workloadOf(model, id),
  };
  const { nodes, edges } = chain(model, starts, rule, { hrefFor: links.object, ...page });
  // A NetworkPolicy or a budget selects pods too, and passes no request on.
  const kept = new Set(nodes.filter(isOnPath).map(({ id }) => id));
  const lines = edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const joined = new Set(lines.flatMap(({ from, to }) => [from, to]));
  if (lines.length === 0) return undefined;
  return {
    id: 'requests',
    title: `The way of a request: ${page.name}`,
    description: 'From the entrance over the rule and the Service to the workload that answers.',
    caption: `Where a request goes: ${page.name}. A Service without an arrow into it is reached from inside the cluster.`,
    complete: listOf(model, links, 'Service', 'services'),
    groups: [],
    nodes: nodes.filter(({ id }) => joined.has(id)),
    edges: lines,
  };
}

function isOnPath({ category, kind, role }: DiagramNode): boolean {
  const isOther = /^(?:NetworkPolicy|PodDisruptionBudget|CiliumNetworkPolicy)\b/.test(kind);
  return role === 'ghost' || (!isOther && (category === 'network' || category === 'workload'));
}

/** Which workload reads which ConfigMap and Secret: as files, or into its environment. */
export function configurationMounts(
  model: Model,
  links: Links,
  namespace: string,
): Diagram | undefined {
  const entries = model.inNamespace(namespace);
  const starts = new Set(
    entries.flatMap(({ id, kind }) =>
      kind.category === 'workload' && workloadOf(model, id) === id ? [id] : [],
    ),
  );
  const rule = { relations: configRelations, stand: (id: ObjectId) => workloadOf(model, id) };
  const page = { hrefFor: links.object, namespace };
  const drawn = chain(model, [...starts], rule, page);
  const hidden = new Set(
    drawn.nodes.flatMap(({ id, kind, label }) =>
      kind.startsWith('ConfigMap') && label === 'kube-root-ca.crt' ? [id] : [],
    ),
  );
  const edges = drawn.edges.filter(({ to }) => !hidden.has(to));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (edges.length === 0) return undefined;
  return {
    id: 'configuration',
    title: `What configures the workloads of ${namespace}`,
    description: 'Workloads, and the ConfigMaps and Secrets that they read.',
    caption: `What the workloads of ${namespace} read: as files, or into their environment. Change one on the right, and what points to it is touched.`,
    omitted:
      hidden.size === 0
        ? undefined
        : 'Left out: ConfigMap kube-root-ca.crt, which nearly every Pod mounts.',
    complete: listOf(model, links, 'ConfigMap', 'configmaps'),
    groups: [],
    nodes: drawn.nodes.filter(({ id }) => joined.has(id)),
    edges,
  };
}

/** From the workload over the claim and the volume to the class and its driver. */
export function storageChain(
  model: Model,
  links: Links,
  starts: readonly ObjectId[],
  page: {
    readonly namespace?: string | undefined;
    readonly name: string;
    readonly framed?: boolean;
  },
): Diagram | undefined {
  const rule: ChainRule = {
    relations: storageRelations,
    stand: (id) => workloadOf(model, id),
    ends: new Set(['CSIDriver']),
  };
  const drawn = chain(model, starts, rule, { hrefFor: links.object, ...page });
  const edges = withoutShortcuts(drawn.edges);
  if (edges.length === 0) return undefined;
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = drawn.nodes.filter(({ id }) => !joined.has(id));
  const namespaces = [...new Set(drawn.nodes.flatMap(({ group }) => group ?? []))];
  return {
    id: 'storage-chain',
    title: `Storage: ${page.name}`,
    description: 'From the workload over the claim and the volume to the class and its driver.',
    caption: `Who keeps data, and where: ${page.name}. From the workload over its claim and the volume to the class and the driver.`,
    omitted:
      alone.length === 0
        ? undefined
        : `Nothing uses ${alone.map(({ kind, label }) => `${kind} ${label}`).join(', ')}.`,
    complete: listOf(model, links, 'PersistentVolumeClaim', 'persistentvolumeclaims'),
    groups: namespaces.map((id) => ({ id, label: id, href: links.namespace(id) })),
    nodes: drawn.nodes.filter(({ id }) => joined.has(id)),
    // Of a whole cluster the kinds tell what the arrows are, in a caption that names them in this order.
    edges: page.framed ? edges.map((edge) => ({ ...edge, label: undefined })) : edges,
  };
}

/** Claim and volume name class and provisioner too; told once, by the last that names the next. */
function withoutShortcuts(edges: Diagram['edges']): Diagram['edges'] {
  const has = (wanted: string) =>
    new Set(edges.filter(({ label }) => label === wanted).map(({ from }) => from));
  const [bound, classed] = [has('bound to'), has('class')];
  return edges.filter(({ from, label }) => {
    if (label === 'class') return !bound.has(from);
    return label !== 'provisioner' || !(bound.has(from) || classed.has(from));
  });
}

/** Pods and the like of one owner that have boxes of their own; more become one box. */
const mostChildren = 3;

/** What an object made, and what made it, over all generations; nothing where that is one step. */
export function ownership(model: Model, links: Links, { id, object }: Entry): Diagram | undefined {
  const { name, namespace } = object.metadata;
  const page = { hrefFor: links.object, namespace };
  const { nodes, edges } = chain(model, [id], { relations: ownerRelations }, page);
  if (nodes.length < fewestBoxes - 1 || !isDeep(edges)) return undefined;
  const shown = gatherChildren(withSelf(nodes, id), edges, (child) =>
    listedAt(model, links, id, child),
  );
  return {
    id: 'owners',
    title: `What ${object.kind} ${name} made, and what made it`,
    description:
      'From each owner to what it owns. An owner that is deleted takes with it what it owns.',
    caption: `From owner to owned: whoever deletes ${object.kind} ${name} deletes what stands to the right of it.`,
    complete:
      foldedOn(model, id).length > 0
        ? { label: 'All of them', href: '#made' }
        : { label: 'All kinds', href: links.kinds() },
    groups: [],
    ...shown,
  };
}

/** Where an object stands among its siblings: on this page, on that of its home, or in the list of its kind. */
function listedAt(model: Model, links: Links, page: ObjectId, id: ObjectId): string | undefined {
  const home = model.home(id);
  if (home === page) return '#made';
  if (home !== id) return `${links.object(home)}#made`;
  const entry = model.get(id);
  return entry && links.kind(resourceKey(entry.resource));
}

function isDeep(edges: Diagram['edges']): boolean {
  const owned = new Set(edges.map(({ to }) => to));
  return edges.some(({ from }) => owned.has(from));
}

function gatherChildren(
  nodes: readonly DiagramNode[],
  edges: Diagram['edges'],
  hrefOf: (child: ObjectId) => string | undefined,
): Pick<Diagram, 'nodes' | 'edges'> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Set(edges.map(({ from }) => from));
  const leaves = Map.groupBy(
    edges.filter(({ to }) => !owners.has(to) && byId.get(to)?.role === 'plain'),
    ({ from, to }) => JSON.stringify([from, byId.get(to)?.kind]),
  );
  const gone = new Set<string>();
  const gathered = new Map<string, DiagramNode>();
  for (const siblings of leaves.values()) {
    const first = byId.get(siblings[0]?.to ?? '');
    if (first === undefined || siblings.length <= mostChildren) continue;
    for (const { to } of siblings) gone.add(to);
    const label = `${siblings.length} ${first.kind}s`;
    const status = sharedStatus(siblings.flatMap(({ to }) => byId.get(to) ?? []));
    const href = hrefOf(first.id as ObjectId);
    gathered.set(first.id, { ...first, label, count: siblings.length, href, status });
  }
  const isShown = (id: string) => !gone.has(id) || gathered.has(id);
  return {
    nodes: nodes.filter(({ id }) => isShown(id)).map((node) => gathered.get(node.id) ?? node),
    edges: edges.filter(({ to }) => isShown(to)),
  };
}
