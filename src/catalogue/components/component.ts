/** What a component is for; the order is that of the pages. */
export const componentCategories = [
  'control-plane',
  'node',
  'dns',
  'network',
  'storage',
  'ingress',
  'gateway',
  'mesh',
  'certs',
  'secrets',
  'policy',
  'security',
  'autoscaling',
  'observability',
  'gitops',
  'backup',
  'ui',
  'platform',
] as const;
export type ComponentCategory = (typeof componentCategories)[number];

/** How a component is usually started. `sidecar`: as a container of somebody else's pod. */
export type Owner =
  | 'static pod'
  | 'bare pod'
  | 'sidecar'
  | 'host process'
  | 'Deployment'
  | 'DaemonSet'
  | 'StatefulSet'
  | 'ReplicationController'
  | 'Job';

/** A well-known part of clusters: what it does, and how to recognise it. */
export interface Component {
  readonly id: string;
  readonly name: string;
  readonly category: ComponentCategory;
  /** What it does, in a sentence or two. */
  readonly role: string;
  readonly owners: readonly Owner[];
  readonly namespaces?: readonly string[];
  /** Any one line suffices; within a line every `key=value` must hold. */
  readonly labels?: readonly string[];
  /** Against the image's path, see `imagePath`. */
  readonly image?: RegExp;
  /** Against the name of the workload or pod. */
  readonly workload?: RegExp;
  /** Rules that must match, or the entry does not apply at all. */
  readonly requires?: readonly ('name' | 'namespace')[];
  /** Where it listens by default: what a snapshot's own flags and Services say goes first. */
  readonly ports?: readonly string[];
  readonly docs?: { readonly title: string; readonly href?: string };
  /**
   * Where the facts come from: `verified` in a manifest, source file or manual; `seen` in public
   * clusters; `general` knowledge, which pages word as typical.
   */
  readonly source: 'verified' | 'seen' | 'general';
}
