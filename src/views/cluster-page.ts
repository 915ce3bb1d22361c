import { detectDistribution, type Facet } from '#catalogue/detect-distribution.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { lacksStatus } from '#kinds/kind.ts';
import { age } from '#kinds/parts/duration.ts';
import type { Entry, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { type CoverageCounts, coverageCounts } from '#snapshot/manifest.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { Prose } from './chapters/prose.ts';
import { clusterSummary } from './cluster-summary.ts';
import { controlPlaneMap } from './diagrams/control-plane-map.ts';
import { clusterFigures } from './diagrams/figures-of.ts';
import type { PageFigure } from './diagrams/page-figure.ts';
import { type FindingsSummary, findingsSummary } from './findings/findings-summary.ts';
import { hubCard } from './hub.ts';
import { type Gap, gapsOf } from './inventory.ts';
import type { Links } from './links.ts';
import { type NamespaceRow, namespaceRows } from './namespaces.ts';
import type { Ref } from './ref.ts';
import { refOf } from './refs.ts';
import { count } from './words.ts';

/** Findings told one by one on the home; the page of all has the rest. */
const maxFindings = 20;

/** A value on the cluster's home, where it was read from an object with the object. */
export interface ClusterFact {
  readonly label: string;
  readonly value: string;
  readonly why?: string | undefined;
  readonly ref?: Ref | undefined;
  readonly id?: boolean;
  /** Takes two columns: its reason is long. */
  readonly wide?: boolean;
}

/** The home of a cluster: what it is, its map, what is not well, what was not captured. */
export interface ClusterView {
  readonly lead: string;
  /** What is in it, how one gets in and how it does, in a few sentences. */
  readonly summary: readonly Prose[];
  readonly facts: readonly ClusterFact[];
  readonly objects: number;
  readonly map: Diagram;
  /** Namespaces among each other, who is powerful. */
  readonly figures: readonly PageFigure[];
  readonly findings: FindingsSummary;
  /** All, or of many those with the most broken in them, then with the most objects. */
  readonly namespaces: readonly NamespaceRow[];
  /** The rest, by name. */
  readonly furtherNamespaces: readonly NamespaceRow[];
  readonly coverage: CoverageCounts;
  readonly gaps: readonly Gap[];
  /** Values taken out before the snapshot was written. */
  readonly redactions: number;
}

/** The home of a cluster. */
export function clusterView(model: Model, links: Links): ClusterView {
  const { resources, redactions } = model.snapshot.manifest;
  const [namespaces, furtherNamespaces] = foremost(namespaceRows(model, links));
  return {
    lead: hubCard(model).sentence,
    summary: clusterSummary(model, links),
    facts: factsOf(model, links),
    objects: model.entries.filter(({ inferred }) => inferred === undefined).length,
    map: controlPlaneMap(model, links.object),
    figures: clusterFigures(model, links),
    findings: findingsSummary(model, links, problemsOf(model).all, maxFindings),
    namespaces,
    furtherNamespaces,
    coverage: coverageCounts(resources),
    gaps: gapsOf(model),
    redactions: Object.values(redactions).reduce((sum, number) => sum + number, 0),
  };
}

/** Rows of more would push the rest of the home out of sight; their own page has them, with a filter. */
const maxNamespaces = 40;

/** The rows to show, and the others. */
function foremost(
  rows: readonly NamespaceRow[],
): readonly [readonly NamespaceRow[], readonly NamespaceRow[]] {
  if (rows.length <= maxNamespaces) return [rows, []];
  const first = new Set(
    rows.toSorted((a, b) => b.broken - a.broken || b.objects - a.objects).slice(0, maxNamespaces),
  );
  return [[...first], rows.filter((row) => !first.has(row))];
}

function facetFact(label: string, facet: Facet | undefined): readonly ClusterFact[] {
  if (facet === undefined) return [];
  const [first] = facet.evidence;
  const sure = facet.confidence === 'certain' ? 'Because of' : 'Probably, because of';
  return [
    {
      label,
      value: facet.name,
      why: first === undefined ? undefined : `${sure} ${evidenceText(first)}`,
      wide: first !== undefined,
    },
  ];
}

function evidenceText({ text }: Facet['evidence'][number]): string {
  return text.replaceAll('`', '');
}

function factsOf(model: Model, links: Links): readonly ClusterFact[] {
  const { snapshot } = model;
  const { facets } = detectDistribution(snapshot);
  const role = (wanted: Facet['role']) => facets.find((facet) => facet.role === wanted);
  const { cluster, inferred } = snapshot.manifest;
  return [
    ...facetFact('Distribution', role('platform')),
    ...facetFact(role('platform') ? 'Set up by' : 'Distribution', role('installer')),
    ...facetFact('Machines', role('machines')),
    {
      label: 'Kubernetes',
      value: cluster.version ?? 'version not captured',
      why: inferred?.version && `Inferred from ${inferred.version}`,
    },
    ...nodeFacts(model),
    ...podFact(model),
    ...serviceRange(model),
    ...storageFact(model, links),
    ...createdFact(model),
  ];
}

function columnOf(entry: Entry, model: Model, head: string): string {
  const { kind, object } = entry;
  const heads = [...kind.heads, ...kind.wideHeads];
  const cells = [...kind.cells(object, model.context), ...kind.wideCells(object, model.context)];
  return cells[heads.indexOf(head)] ?? '';
}

/** Values of a column, each once, the most frequent first. */
function distinct(entries: readonly Entry[], model: Model, head: string): string {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = columnOf(entry, model, head);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, times]) => (counts.size > 1 ? `${value} (${times})` : value))
    .join(', ');
}

function nodeFacts(model: Model): readonly ClusterFact[] {
  const nodes = model.ofKind({ group: '', kind: 'Node' });
  if (nodes.length === 0) return [{ label: 'Nodes', value: 'not captured' }];
  const read = nodes.filter(({ inferred }) => inferred === undefined);
  const roles = distinct(read, model, 'ROLES').replaceAll('<none>', 'no role');
  const total = nodes.length.toLocaleString('en');
  const missed = nodes.length - read.length;
  if (read.length === 0) return [{ label: 'Nodes', value: total, why: inferredOnly }];
  return [
    { label: 'Nodes', value: total, why: missed > 0 ? `${roles}; ${missed} inferred` : roles },
    ...machineFact('Runtime', distinct(read, model, 'CONTAINER-RUNTIME')),
    ...machineFact('Machines run', distinct(read, model, 'OS-IMAGE')),
  ];
}

const inferredOnly = 'Inferred: other objects name them, the dump does not hold them';

/** A dump without status says nothing of the machines. */
function machineFact(label: string, value: string): readonly ClusterFact[] {
  return [{ label, value: value.replaceAll('<unknown>', 'not captured') }];
}

function podFact(model: Model): readonly ClusterFact[] {
  const pods = model.ofKind({ group: '', kind: 'Pod' });
  if (pods.length === 0) return [{ label: 'Pods', value: 'not captured' }];
  const states = pods.map((pod) => pod.kind.health(pod.object, model.context)?.state);
  const value = pods.length.toLocaleString('en');
  if (pods.every(({ object }) => lacksStatus(object))) {
    return [{ label: 'Pods', value, why: 'status not captured' }];
  }
  const ok = states.filter((state) => state === 'ok').length;
  const done = states.filter((state) => state === 'done').length;
  return [
    {
      label: 'Pods',
      value,
      why: [
        `${ok.toLocaleString('en')} ready`,
        ...(done > 0 ? [`${done.toLocaleString('en')} done`] : []),
      ].join(', '),
    },
  ];
}

function serviceRange(model: Model): readonly ClusterFact[] {
  const range = model.ofKind({ group: 'networking.k8s.io', kind: 'ServiceCIDR' })[0];
  return range === undefined
    ? []
    : [{ label: 'Service addresses', value: columnOf(range, model, 'CIDRS'), id: true }];
}

function storageFact(model: Model, links: Links): readonly ClusterFact[] {
  const classes = model.ofKind({ group: 'storage.k8s.io', kind: 'StorageClass' });
  if (classes.length === 0) {
    const { status } = model.resourceOf({ group: 'storage.k8s.io', kind: 'StorageClass' }) ?? {};
    return [{ label: 'Storage', value: status === 'complete' ? 'no class' : 'not captured' }];
  }
  const standard = classes.find((each) => columnOf(each, model, 'NAME').endsWith('(default)'));
  const shown = standard ?? classes[0];
  if (shown === undefined) return [];
  const others = classes.length - 1;
  return [
    {
      label: standard === undefined ? 'Storage, no default class' : 'Storage, by default',
      value: shown.object.metadata.name,
      ref: refOf(shown, links.object),
      why: others > 0 ? `and ${count(others, 'other class', 'other classes')}` : undefined,
    },
  ];
}

function createdFact(model: Model): readonly ClusterFact[] {
  const system = model.get(objectId({ group: '', kind: 'Namespace', name: 'kube-system' }));
  const created = system?.object.metadata.creationTimestamp;
  if (!created) return [];
  const before = age(created, model.context.now);
  return [
    {
      label: 'Created',
      value: `${created.slice(0, 10)}, ${before} before capture`,
      why: 'Age of namespace kube-system',
    },
  ];
}
