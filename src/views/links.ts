import type { HrefFor } from './ref.ts';

/** Addresses inside one cluster's part of the site. Views take them as an argument: URLs have one home. */
export interface Links {
  readonly cluster: () => string;
  /** Contents of the walkthrough. */
  readonly walkthrough: () => string;
  readonly chapter: (slug: string) => string;
  readonly namespaces: () => string;
  readonly namespace: (namespace: string, page?: number) => string;
  /** All nodes at a glance. */
  readonly nodes: () => string;
  readonly kinds: () => string;
  /** `resource` as kubectl writes it: `deployments.apps`. */
  readonly kind: (resource: string, page?: number) => string;
  /** All findings of the cluster. */
  readonly findings: () => string;
  /** Findings of one code. */
  readonly finding: (code: string, page?: number) => string;
  readonly object: HrefFor;
}
