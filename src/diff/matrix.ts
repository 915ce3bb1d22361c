import { detectDistribution } from '#catalogue/detect-distribution.ts';
import { imageTag } from '#catalogue/image.ts';
import { matchComponent } from '#catalogue/match-component.ts';
import { workloadOf } from '#catalogue/workload.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { nodesOf, valuesOf } from './compare-nodes.ts';
import { knowledgeOf } from './coverage.ts';

/** What one cluster has: values, sorted, each once; `absent`; or that it was not read. */
export type MatrixCell = readonly string[] | 'absent' | 'not captured';

/** One thing, as each cluster has it. */
export interface MatrixRow {
  readonly label: string;
  /** In the order of the columns. */
  readonly cells: readonly MatrixCell[];
  readonly differs: MatrixDifference;
}

/** How clusters differ in one thing; one that was not read does not count. */
export type MatrixDifference =
  | 'no'
  /** Some lack it, and the others have it alike. */
  | 'presence'
  /** Two have other versions of it. */
  | 'versions';

/** Rows of one sort, by label. */
export interface MatrixSection {
  readonly id: 'cluster' | 'components' | 'images';
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

/** Several clusters side by side. */
export interface Matrix {
  /** Ids of the snapshots. */
  readonly columns: readonly string[];
  readonly sections: readonly MatrixSection[];
}

/** One snapshot, looked at once. */
interface Column {
  readonly cluster: ReadonlyMap<string, MatrixCell>;
  /** Versions by name of the component. */
  readonly components: ReadonlyMap<string, readonly string[]>;
  /** Tags by repository. */
  readonly images: ReadonlyMap<string, readonly string[]>;
  /** What a component or image that it lacks is. */
  readonly lacking: 'absent' | 'not captured';
}

/** Versions, components and images of several clusters; the order of the snapshots is that of the columns. */
export function matrixOf(snapshots: readonly Snapshot[]): Matrix {
  const columns = snapshots.map(columnOf);
  return {
    columns: snapshots.map(({ manifest }) => manifest.id),
    sections: [
      {
        id: 'cluster',
        title: 'Clusters',
        rows: clusterFacts.map((label) =>
          rowOf(
            label,
            columns.map(({ cluster }) => cluster.get(label) ?? 'absent'),
          ),
        ),
      },
      {
        id: 'components',
        title: 'Components',
        rows: rowsOf(columns, ({ components }) => components),
      },
      { id: 'images', title: 'Images', rows: rowsOf(columns, ({ images }) => images) },
    ],
  };
}

function rowsOf(
  columns: readonly Column[],
  part: (column: Column) => ReadonlyMap<string, readonly string[]>,
): readonly MatrixRow[] {
  const labels = new Set(columns.flatMap((column) => [...part(column).keys()]));
  return [...labels].sort(compareLabels).map((label) =>
    rowOf(
      label,
      columns.map((column) => part(column).get(label) ?? column.lacking),
    ),
  );
}

function compareLabels(a: string, b: string): number {
  return compareCodePoints(a.toLowerCase(), b.toLowerCase());
}

function rowOf(label: string, cells: readonly MatrixCell[]): MatrixRow {
  const values = new Set(cells.filter((cell) => typeof cell !== 'string').map(String));
  if (values.size > 1) return { label, cells, differs: 'versions' };
  const isLacking = values.size > 0 && cells.includes('absent');
  return { label, cells, differs: isLacking ? 'presence' : 'no' };
}

/** What is told of a cluster itself, in this order. */
const clusterFacts = [
  'Kubernetes',
  'Distribution',
  'Nodes',
  'Kubelets',
  'Container runtimes',
  'Systems',
] as const;

function columnOf(snapshot: Snapshot): Column {
  const components = new Map<string, Set<string>>();
  const images = new Map<string, Set<string>>();
  for (const object of snapshot.lists.flatMap(({ objects }) => objects)) {
    if (runs(object)) addWorkload(object, components, images);
  }
  return {
    cluster: clusterCells(snapshot),
    components: sortedValues(components),
    images: sortedValues(images),
    lacking: lackingIn(snapshot.manifest),
  };
}

/** Whether an object is what somebody asked to run, and not what a controller made of it. */
function runs({ kind, metadata }: KubeObject): boolean {
  if (kind === 'ReplicaSet' || kind === 'Job') return metadata.ownerReferences === undefined;
  if (kind !== 'Pod') return true;
  return metadata.ownerReferences?.every((owner) => owner.kind === 'Node') ?? true;
}

function addWorkload(
  object: KubeObject,
  components: Map<string, Set<string>>,
  images: Map<string, Set<string>>,
): void {
  const workload = workloadOf(object);
  if (workload === undefined || workload.containers.length === 0) return;
  for (const { image, path } of workload.containers) {
    if (image !== '') add(images, path, versionOf(image));
  }
  const component = matchComponent(object)?.component;
  if (component === undefined) return;
  // A helper that carries the component's label has a version of its own.
  const main =
    component.image === undefined
      ? workload.containers[0]
      : workload.containers.find(({ path }) => component.image?.test(path));
  if (main !== undefined) add(components, component.name, versionOf(main.image));
  else if (!components.has(component.name)) components.set(component.name, new Set());
}

/** The tag, or where there is none the beginning of the digest. */
function versionOf(image: string): string {
  return imageTag(image) ?? /@(sha256:[0-9a-f]{12})/.exec(image)?.[1] ?? 'latest';
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key) ?? new Set();
  map.set(key, known.add(value));
}

function sortedValues(map: ReadonlyMap<string, Set<string>>): Column['components'] {
  return new Map([...map].map(([key, values]) => [key, [...values].sort(compareCodePoints)]));
}

function lackingIn(manifest: Manifest): Column['lacking'] {
  const gap = knowledgeOf(manifest).gap({ group: 'apps', kind: 'Deployment' }, undefined);
  return gap === undefined ? 'absent' : 'not captured';
}

function clusterCells(snapshot: Snapshot): ReadonlyMap<string, MatrixCell> {
  const nodes = nodesOf(snapshot);
  const among = (path: string): MatrixCell =>
    nodes.length === 0 ? 'not captured' : valuesOf(nodes, path);
  const { version } = snapshot.manifest.cluster;
  const { facets } = detectDistribution(snapshot);
  const maker =
    facets.find(({ role }) => role === 'platform') ??
    facets.find(({ role }) => role === 'installer');
  const facts = {
    Kubernetes: version === undefined ? 'not captured' : [version],
    Distribution: maker === undefined ? 'not captured' : [maker.name],
    Nodes: nodes.length === 0 ? 'not captured' : [String(nodes.length)],
    Kubelets: among('status.nodeInfo.kubeletVersion'),
    'Container runtimes': among('status.nodeInfo.containerRuntimeVersion'),
    Systems: among('status.nodeInfo.osImage'),
  } satisfies Record<(typeof clusterFacts)[number], MatrixCell>;
  return new Map(Object.entries(facts));
}
