import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Distribution } from './distribution.ts';
import { distributions, machineOwners } from './distributions.ts';
import { type Observed, observe } from './observed.ts';
import { type Evidence, findSignal } from './signals.ts';

/** `likely`: the mark stands on the nodes of a minority only, or others could leave it, too. */
export type Confidence = 'certain' | 'likely';

/** One answer to "what cluster is this?", with its reasons. */
export interface Facet {
  /** Id of the distribution; for `machines` the scheme of the provider id. */
  readonly id: string;
  readonly name: string;
  /**
   * - `platform`: the product a reader would name.
   * - `installer`: what wrote the control plane.
   * - `machines`: whose machines the nodes are.
   */
  readonly role: 'platform' | 'installer' | 'machines';
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** Absent for `machines`. */
  readonly distribution?: Distribution | undefined;
}

/** What is known of how a cluster was made. At most one facet of each role. */
export interface Detection {
  readonly facets: readonly Facet[];
  /** Names of the distributions whose marks were looked for. */
  readonly looked: readonly string[];
}

// Marks on the nodes of a minority say less about the cluster: a dump may hold several clusters.
function confidenceOf(distribution: Distribution, evidence: readonly Evidence[]): Confidence {
  const minority = evidence.some(({ nodeShare }) => nodeShare !== undefined && nodeShare < 0.5);
  return minority ? 'likely' : distribution.confidence;
}

function matchDistribution(distribution: Distribution, observed: Observed): Facet | undefined {
  const { id, name, role, signals, unless = [] } = distribution;
  if (unless.some((signal) => findSignal(signal, observed).length > 0)) return undefined;
  const evidence = signals.flatMap((signal) => findSignal(signal, observed));
  if (evidence.length === 0) return undefined;
  const confidence = confidenceOf(distribution, evidence);
  return { id, name, role, confidence, evidence, distribution };
}

function firstOf(role: Distribution['role'], observed: Observed): Facet | undefined {
  for (const distribution of distributions) {
    if (distribution.role !== role) continue;
    const facet = matchDistribution(distribution, observed);
    if (facet !== undefined) return facet;
  }
  return undefined;
}

function machinesOf(observed: Observed): Facet | undefined {
  for (const [id, name] of Object.entries(machineOwners)) {
    const pattern = new RegExp(`^${id}://`, 'i');
    const evidence = findSignal({ by: 'provider-id', pattern }, observed);
    if (evidence.length > 0) {
      return { id, name, role: 'machines', confidence: 'certain', evidence };
    }
  }
  return undefined;
}

/**
 * What cluster a snapshot is of, judged from its objects, with the objects that say so. Without a
 * `platform` and an `installer` the distribution is not known.
 */
export function detectDistribution(snapshot: Snapshot): Detection {
  const observed = observe(snapshot);
  const found = [
    firstOf('platform', observed),
    firstOf('installer', observed),
    machinesOf(observed),
  ];
  return {
    facets: found.filter((facet) => facet !== undefined),
    looked: [...new Set(distributions.map(({ name }) => name))],
  };
}
