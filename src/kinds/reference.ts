import type { GroupKind } from '#snapshot/object-id.ts';

/**
 * What one object does to another, with the words for both directions: `forward` reads from the
 * object that writes the field to the one it names, `back` the other way round.
 */
export const relations = {
  owner: { forward: 'is owned by', back: 'owns' },
  selects: { forward: 'selects', back: 'selected by' },
  mounts: { forward: 'mounts', back: 'mounted by' },
  env: { forward: 'reads into its environment', back: 'read into the environment of' },
  claims: { forward: 'claims storage with', back: 'claimed by' },
  bound: { forward: 'is bound to', back: 'bound by' },
  class: { forward: 'is of class', back: 'class of' },
  provisioner: { forward: 'is provisioned by', back: 'provisions for' },
  identity: { forward: 'runs as', back: 'identity of' },
  pulls: { forward: 'pulls images with', back: 'pulls images for' },
  node: { forward: 'runs on', back: 'runs' },
  priority: { forward: 'takes its priority from', back: 'priority of' },
  runtime: { forward: 'runs with', back: 'runtime of' },
  routes: { forward: 'routes to', back: 'gets traffic from' },
  endpoint: { forward: 'lists as an endpoint', back: 'endpoint in' },
  serves: { forward: 'holds the addresses of', back: 'has its addresses in' },
  governs: { forward: 'names as its governing Service', back: 'governing Service of' },
  certificate: { forward: 'takes its certificate from', back: 'certificate of' },
  grants: { forward: 'grants', back: 'granted by' },
  subject: { forward: 'grants to', back: 'granted rights by' },
  aggregates: { forward: 'aggregates', back: 'aggregated into' },
  scales: { forward: 'scales', back: 'scaled by' },
  protects: { forward: 'limits evictions of', back: 'evictions limited by' },
  calls: { forward: 'calls', back: 'called by' },
  about: { forward: 'is about', back: 'described by' },
  heartbeat: { forward: 'is the heartbeat of', back: 'sends its heartbeat through' },
  address: { forward: 'is an address of', back: 'has its address recorded in' },
  policy: { forward: 'applies', back: 'applied by' },
  allows: { forward: 'allows traffic with', back: 'allowed traffic by' },
  parameters: { forward: 'takes its parameters from', back: 'holds the parameters of' },
  credentials: { forward: 'takes credentials from', back: 'holds credentials for' },
  token: { forward: 'holds a token of', back: 'has a token in' },
  allocation: { forward: 'requests', back: 'requested by' },
  reserved: { forward: 'is reserved for', back: 'has reserved' },
  source: { forward: 'starts as a copy of', back: 'copied into' },
  attaches: { forward: 'attaches', back: 'attached by' },
  attachesTo: { forward: 'attaches to', back: 'attached to by' },
  reach: { forward: 'can be used on', back: 'can use' },
  asks: { forward: 'asks to run on', back: 'asked for by' },
  tolerates: { forward: 'tolerates the taints of', back: 'has taints tolerated by' },
  near: { forward: 'runs near', back: 'has near it' },
  apart: { forward: 'keeps away from', back: 'kept away from by' },
  spreads: { forward: 'spreads evenly among', back: 'spread among by' },
  starts: { forward: 'has started', back: 'started by' },
  mirrors: { forward: 'mirrors a pod that is a file on', back: 'runs from a file' },
  leads: { forward: 'is held by', back: 'holds' },
  rights: { forward: 'names in a right', back: 'named in a right of' },
  watches: { forward: 'is asked about objects in', back: 'has its objects checked by' },
  checks: { forward: 'is asked about', back: 'checked by' },
  defines: { forward: 'is defined by', back: 'defines' },
  names: { forward: 'refers to', back: 'referred to by' },
  network: { forward: 'joins the network', back: 'network of' },
  manages: { forward: 'is managed by', back: 'manages' },
  permits: { forward: 'lets others refer to', back: 'may be referred to because of' },
} as const satisfies Record<string, { readonly forward: string; readonly back: string }>;

/** What one object is to another: `mounts`, `selects`. */
export type Relation = keyof typeof relations;

/** `metadata.labels` must equal every entry of `matchLabels` and satisfy every expression. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelExpression[];
}

/** `operator` is `In`, `NotIn`, `Exists` or `DoesNotExist`; the last two have no values. */
export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * One object by name. `namespace` is absent for cluster-scoped targets.
 *
 * Fields that may name any kind (owner references, for one) do not say whether the target is
 * namespaced. They state the namespace the target is in if its kind has namespaces; who resolves the
 * reference drops it for a kind that has none.
 */
export interface NamedTarget extends GroupKind {
  readonly by: 'name';
  readonly namespace?: string | undefined;
  readonly name: string;
  /** When given, an object of that name with another uid is a different one (owner references). */
  readonly uid?: string | undefined;
}

/** Which taints of a Node a pod puts up with, as `spec.tolerations` lists them. */
export interface Toleration {
  /** Absent with the operator `Exists`: every key. */
  readonly key?: string | undefined;
  /** `Equal`, which is the default, or `Exists`. */
  readonly operator?: string | undefined;
  readonly value?: string | undefined;
  /** Absent: every effect. */
  readonly effect?: string | undefined;
}

/** All objects of a kind whose labels match. `namespace: undefined` means every namespace. */
export interface SelectedTarget extends GroupKind {
  readonly by: 'selector';
  readonly namespace?: string | undefined;
  readonly selector: LabelSelector;
  /** Only objects of namespaces whose labels match; takes the place of `namespace`. */
  readonly namespaces?: LabelSelector | undefined;
  /** Nothing when it leaves no object out: it then tells nothing of any of them. */
  readonly notAll?: boolean | undefined;
  /** Only Nodes with a taint, and one of these for it. */
  readonly tolerations?: readonly Toleration[] | undefined;
}

/**
 * What a reference points to. Where a field holds the plural of a resource, as rules of a Role do, the
 * `kind` may be that plural: `secrets`.
 */
export type Target = NamedTarget | SelectedTarget;

/**
 * An edge as its source writes it: "mounts ConfigMap `settings` of my namespace", with the path of the
 * field that says so. What it leads to, if anything, is found by the model.
 */
export interface Reference {
  readonly relation: Relation;
  /**
   * Where it is written, lists by key: `spec.template.spec.volumes[name=config].configMap.name`.
   * The same form as the paths of `diff`.
   */
  readonly path: string;
  readonly to: Target;
  /** The object works without the target (`optional: true`); a missing one is no problem. */
  readonly optional?: boolean;
  /**
   * An edge if the target is there, nothing at all if not: the field proves only that something is
   * meant if it is found (a field `tlsSecretName` of some custom resource), or it need not exist (the
   * names in a right).
   */
  readonly ifFound?: boolean;
  /** What it is for, in a few words, where the field tells: `file /etc/coredns/Corefile`, `port https`. */
  readonly detail?: string | undefined;
}
