import type { Source } from './components/source.ts';
import type { Signal } from './signals.ts';

/** Parts of a cluster that some distributions do not run as pods. */
export type Part =
  | 'datastore'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kube-proxy'
  | 'pod-network'
  | 'dns';

/** What is known of one way to make a cluster. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  /** `a kind cluster`: how a sentence calls such a cluster. */
  readonly phrase: string;
  /**
   * - `platform`: the product a reader would name.
   * - `installer`: what wrote the control plane; a platform may have one underneath.
   */
  readonly role: 'platform' | 'installer';
  /** Any one decides. */
  readonly signals: readonly Signal[];
  /** Must not be found. */
  readonly unless?: readonly Signal[];
  readonly confidence: 'certain' | 'likely';
  /** Who runs the control plane where it is hidden: `Amazon`. */
  readonly provider?: string;
  /** Service of the machine that holds the control plane, where it is no pod: `k3s`. */
  readonly service?: string;
  /** Where a part lives when it is no pod: a sentence, true of the distribution in general. */
  readonly homes?: Homes;
  /** Port at which its API server usually listens. */
  readonly apiPort: number;
  /** Where it is set up: a sentence, true of the distribution in general. */
  readonly settings: string;
  readonly docs: { readonly title: string; readonly href: string };
  /** Of all its facts. */
  readonly source: Source;
}

/** Sentences about the parts that are no pods. */
export type Homes = Readonly<Partial<Record<Part, string>>>;
