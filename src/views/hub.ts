import type { ControlPlaneMode } from '#catalogue/control-plane.ts';
import { controlPlaneOf } from '#catalogue/control-plane.ts';
import { type Detection, detectDistribution, type Facet } from '#catalogue/detect-distribution.ts';
import type { Health } from '#kinds/kind.ts';
import type { Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { type CoverageCounts, coverageCounts } from '#snapshot/manifest.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { countSeverities } from './findings/findings-summary.ts';
import { count } from './words.ts';

/** A cluster at a glance. */
export interface HubCard {
  /** What it is, in one or two sentences. */
  readonly sentence: string;
  readonly health: Health;
  /** As the API server says it; absent when the snapshot does not. */
  readonly version: string | undefined;
  /** Where the version was read, if the API server did not say it: `the image of kube-proxy`. */
  readonly versionFrom?: string | undefined;
  /** `12 nodes, 40 Pods` */
  readonly size: string;
  /** RFC 3339 */
  readonly takenAt: string;
  readonly coverage: CoverageCounts;
}

/** The card of a cluster on the hub. */
export function hubCard(model: Model): HubCard {
  const { manifest } = model.snapshot;
  return {
    sentence: sentenceOf(model),
    health: healthOf(model),
    version: manifest.cluster.version,
    versionFrom: manifest.inferred?.version,
    size: sizeOf(model),
    takenAt: manifest.takenAt,
    coverage: coverageCounts(manifest.resources),
  };
}

const nodeKind: GroupKind = { group: '', kind: 'Node' };
const podKind: GroupKind = { group: '', kind: 'Pod' };

function wasRead(model: Model, kind: GroupKind): boolean {
  const status = model.resourceOf(kind)?.status;
  return status === 'complete' || status === 'inconsistent' || model.ofKind(kind).length > 0;
}

function sizeOf(model: Model): string {
  const nodes = model.ofKind(nodeKind).length;
  const pods = model.ofKind(podKind).length;
  return [
    wasRead(model, nodeKind)
      ? `${count(nodes, 'node')}${inferredNodes(model)}`
      : 'nodes not captured',
    wasRead(model, podKind) ? count(pods, 'Pod') : 'Pods not captured',
  ].join(', ');
}

/** What to say behind a number of Nodes of which some are inferred. */
function inferredNodes(model: Model): string {
  const nodes = model.ofKind(nodeKind);
  const inferred = nodes.filter((node) => node.inferred !== undefined).length;
  if (inferred === 0) return '';
  return inferred === nodes.length ? ' (inferred)' : ` (${inferred} inferred)`;
}

/** The worst that was found. Without Pods nobody can say that all is well. */
function healthOf(model: Model): Health {
  const [worst] = countSeverities(problemsOf(model).all);
  if (worst !== undefined && worst.severity !== 'untidy') {
    const { state, word } = worst.state;
    return { state, word: `${worst.count.toLocaleString('en')} ${word.toLowerCase()}` };
  }
  if (!wasRead(model, podKind)) {
    return { state: 'unknown', word: 'not known: Pods were not captured' };
  }
  const { complete, partial, total } = coverageCounts(model.snapshot.manifest.resources);
  // A dump of a few kinds holds too little to call the cluster well.
  return 2 * (complete + partial) < total
    ? { state: 'unknown', word: 'nothing found in the little that was captured' }
    : { state: 'ok', word: 'healthy' };
}

function sentenceOf(model: Model): string {
  const detection = detectDistribution(model.snapshot);
  const { mode } = controlPlaneOf(model.snapshot, detection);
  return [whereSentence(model, detection), controlPlaneSentence(mode, detection)]
    .filter(Boolean)
    .join(' ');
}

function facet({ facets }: Detection, role: Facet['role']): Facet | undefined {
  return facets.find((each) => each.role === role);
}

/** `Docker Desktop on one machine.` */
function whereSentence(model: Model, detection: Detection): string {
  const known = facet(detection, 'platform') ?? facet(detection, 'installer');
  const name =
    known === undefined
      ? 'Kubernetes of an unknown maker'
      : `${known.confidence === 'certain' ? '' : 'Probably '}${known.name}`;
  const nodes = model.ofKind(nodeKind).length;
  if (nodes === 0) return `${name}.`;
  return `${name} on ${nodes === 1 ? 'one machine' : count(nodes, 'machine')}.`;
}

const modes = {
  'static-pods': 'the control plane runs as static pods',
  'regular-pods': 'the control plane runs as ordinary pods',
  mixed: 'a part of the control plane runs as static pods',
  'host-process': 'the control plane runs as processes of the machine, outside the API',
  hidden: 'the control plane runs on machines that are not nodes',
  unknown: undefined,
} as const satisfies Record<ControlPlaneMode, string | undefined>;

function controlPlaneSentence(mode: ControlPlaneMode, detection: Detection): string | undefined {
  const provider = facet(detection, 'platform')?.distribution?.provider;
  if (mode === 'hidden' && provider !== undefined) {
    return `${provider} runs the control plane; this snapshot shows nodes and workloads only.`;
  }
  const clause = modes[mode];
  if (clause === undefined) return undefined;
  const underneath = facet(detection, 'platform') && facet(detection, 'installer');
  if (underneath) return `${underneath.name} set it up; ${clause}.`;
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

const numbers = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** `(5)` → `'Five clusters'`, `(40)` → `'40 clusters'`. */
export function clustersHeading(clusters: number): string {
  const number = numbers[clusters] ?? String(clusters);
  return `${number} ${clusters === 1 ? 'cluster' : 'clusters'}`;
}
