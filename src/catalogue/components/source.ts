/** How well a fact is known, and where it was read. Pages word `general` as typical. */
export interface Source {
  /**
   * - `verified`: read in a manifest, a source file or a manual of the project.
   * - `seen`: read off clusters that run it, as others published them.
   * - `general`: common knowledge that nobody looked up.
   */
  readonly certainty: 'verified' | 'seen' | 'general';
  /** Addresses of what was read; the first of a `seen` one says whose clusters they were. */
  readonly at: readonly string[];
}

/** Read in these manifests, source files or manuals, `HEAD` being the branch of the project itself. */
export function verified(...at: readonly string[]): Source {
  return { certainty: 'verified', at };
}

/** Read off `clusters`, and in what is public about them. */
export function seen(clusters: string, ...at: readonly string[]): Source {
  return { certainty: 'seen', at: [clusters, ...at] };
}

/** Not looked up. */
export const general: Source = { certainty: 'general', at: [] };
