import type { Configuration } from './configuration.ts';
import type { Connection, ListeningPort } from './connection.ts';
import type { Source } from './source.ts';

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
  readonly ports?: readonly ListeningPort[];
  /** Who it talks to, and who to it; those of others that lead here stand with them. */
  readonly connections: readonly Connection[];
  /** Where its settings live, the most telling first. */
  readonly configuration: readonly Configuration[];
  readonly docs: { readonly title: string; readonly href: string };
  /** Of all its facts that name no source of their own. */
  readonly source: Source;
}
